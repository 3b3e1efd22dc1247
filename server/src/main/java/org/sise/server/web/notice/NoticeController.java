package org.sise.server.web.notice;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.integrations.notice.Feedback;
import org.sise.integrations.notice.FeedbackState;
import org.sise.integrations.notice.Notice;
import org.sise.integrations.notice.NoticeState;
import org.sise.integrations.notice.Notices;
import org.sise.server.desk.NoticeDesk;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** One notice: shown whole, sent again, passed over, answered. */
@Controller
final class NoticeController {

    private static final int ATTEMPTS = 50;

    private final Notices notices;
    private final NoticeDesk desk;
    private final NoticeNames names;

    NoticeController(Notices notices, NoticeDesk desk, SubscriptionCatalogue catalogue) {
        this.notices = notices;
        this.desk = desk;
        this.names = new NoticeNames(catalogue);
    }

    @GetMapping("/notices/{key}")
    String show(@PathVariable UUID key, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        Notice notice = find(key, signedIn);
        model.addAttribute("notice", notice);
        model.addAttribute("names", names);
        model.addAttribute("body", pretty(notice.body()));
        model.addAttribute("attempts", notices.attempts(notice, ATTEMPTS));
        model.addAttribute("answers", notices.answers(notice));
        model.addAttribute("answerStates", Arrays.asList(FeedbackState.values()));
        model.addAttribute("mayAnswer", desk.answersFor(signedIn.account(), notice.subscriber()));
        model.addAttribute("maySend", notice.state() != NoticeState.PENDING);
        model.addAttribute("mayPass", notice.state() == NoticeState.PENDING || notice.state() == NoticeState.REFUSED);
        return "notice/show";
    }

    @PostMapping("/notices/{key}/again")
    String sendAgain(@PathVariable UUID key, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(key, signedIn);
        return step(key, flash, "again", () -> desk.sendAgain(key, signedIn.getUsername()));
    }

    @PostMapping("/notices/{key}/pass")
    String pass(@PathVariable UUID key, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(key, signedIn);
        return step(key, flash, "passed", () -> desk.pass(key, signedIn.getUsername()));
    }

    @PostMapping("/notices/{key}/feedback")
    String feedback(
            @PathVariable UUID key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String reference,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        Notice notice = find(key, signedIn);
        if (!desk.answersFor(signedIn.account(), notice.subscriber())) {
            throw new AccessDeniedException("not a notice to this department");
        }
        return step(
                key,
                flash,
                "answered",
                () -> desk.answer(notice, Feedback.of(state, text, date, reference), signedIn.getUsername()));
    }

    private static String step(UUID key, RedirectAttributes flash, String outcome, Runnable step) {
        try {
            step.run();
            flash.addFlashAttribute("outcome", outcome);
        } catch (IllegalStateException | IllegalArgumentException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/notices/" + key;
    }

    private static String pretty(String json) {
        JsonMapper mapper = JsonMapper.shared();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
    }

    private Notice find(UUID key, SignedIn signedIn) {
        return desk.find(key, signedIn.account()).orElseThrow(() -> new NotFoundException("notice " + key));
    }
}
