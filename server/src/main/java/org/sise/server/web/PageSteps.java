package org.sise.server.web;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.sise.core.record.Labelled;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.FieldMessage;
import org.sise.server.query.NotFoundException;
import org.sise.supervision.step.Stage;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a step that a form asks for, and tells on the page that follows what came of it. */
public final class PageSteps {

    private PageSteps() {}

    /** The states of a matter by their names, for the list of its steps. */
    public static Map<String, Labelled> labels(Stage[] states) {
        Map<String, Labelled> labels = new HashMap<>();
        for (Stage state : states) {
            labels.put(state.name(), state);
        }
        return labels;
    }

    /** Reads what a page shows; a parameter that cannot be taken is named as one. */
    public static <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    /** Makes a step and goes to a page; the page finds {@code done} or {@code problem}. */
    public static String step(String page, RedirectAttributes flash, Runnable work) {
        return go(page, flash, () -> {
            work.run();
            return page;
        });
    }

    /** Makes a step and goes to the page that it names, or to another one when it was refused. */
    public static String go(String otherwise, RedirectAttributes flash, Supplier<String> work) {
        try {
            String page = work.get();
            flash.addFlashAttribute("done", true);
            return "redirect:" + page;
        } catch (BadParameterException e) {
            flash.addFlashAttribute("problem", e.field() + ": " + e.getMessage());
        } catch (NoSuchElementException e) {
            throw new NotFoundException(otherwise);
        } catch (IllegalStateException | IllegalArgumentException e) {
            flash.addFlashAttribute("problem", String.valueOf(e.getMessage()));
        }
        return "redirect:" + otherwise;
    }
}
