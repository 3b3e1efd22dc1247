package org.sise.server.web.after;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A step that a form asks for: done, or told on the page that follows why not. */
final class Step {

    private Step() {}

    static String take(String page, RedirectAttributes flash, Runnable step) {
        try {
            step.run();
            flash.addFlashAttribute("done", true);
        } catch (IllegalArgumentException | IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:" + page;
    }
}
