package org.sise.server.web;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Labelled;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.FieldMessage;
import org.sise.server.query.NotFoundException;
import org.sise.supervision.step.Stage;
import org.sise.supervision.step.StepRefusedException;
import org.springframework.ui.Model;
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

    /** Goes to the page that the work names, or shows the form again with {@code problems}, by the fields at fault. */
    public static String form(Model model, Supplier<String> work, Supplier<String> form) {
        return shown(model, () -> "redirect:" + work.get(), form);
    }

    /** Shows what the work gives, or the form again with {@code problems}, by the fields at fault. */
    public static String shown(Model model, Supplier<String> work, Supplier<String> form) {
        try {
            return work.get();
        } catch (BadParameterException e) {
            model.addAttribute("problems", Map.of(e.field(), String.valueOf(e.getMessage())));
        } catch (StepRefusedException e) {
            String field = e.field() == null ? "request" : e.field();
            model.addAttribute("problems", Map.of(field, String.valueOf(e.getMessage())));
        }
        return form.get();
    }

    /**
     * Makes a step and goes to a page; the page finds {@code done}, or {@code problem} with {@code problemField} where a
     * field is at fault.
     */
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
            problem(flash, e.field(), e);
        } catch (StepRefusedException e) {
            problem(flash, e.field(), e);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(otherwise);
        } catch (IllegalStateException | IllegalArgumentException e) {
            problem(flash, null, e);
        }
        return "redirect:" + otherwise;
    }

    private static void problem(RedirectAttributes flash, @Nullable String field, RuntimeException cause) {
        flash.addFlashAttribute("problem", String.valueOf(cause.getMessage()));
        flash.addFlashAttribute("problemField", field);
    }
}
