package org.sise.server.web.talk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.business.Businesses;
import org.sise.server.desk.TalkDesk;
import org.sise.server.query.DayField;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.supervision.talk.Talk;
import org.sise.supervision.talk.TalkKind;
import org.sise.supervision.talk.TalkState;
import org.sise.supervision.talk.Talks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on which a talk is proposed, and one talk with its steps. */
@Controller
final class TalkController {

    private final Talks talks;
    private final TalkDesk desk;
    private final Businesses businesses;
    private final Clock clock;

    TalkController(Talks talks, TalkDesk desk, Businesses businesses, Clock clock) {
        this.talks = talks;
        this.desk = desk;
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping("/talks/new")
    String blank(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Long record,
            Model model) {
        return form(new TalkDesk.Proposal(business, kind, "", "", record), model);
    }

    @PostMapping("/talks")
    String propose(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Long record,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        TalkDesk.Proposal proposal = new TalkDesk.Proposal(business, kind, department, reason, record);
        return PageSteps.form(
                model, () -> "/talks/" + desk.propose(proposal, signedIn.getUsername()), () -> form(proposal, model));
    }

    @GetMapping("/talks/{id}")
    String show(@PathVariable long id, Model model) {
        Talk talk = find(id);
        model.addAttribute("talk", talk);
        model.addAttribute("business", businesses.find(talk.business().value()).orElse(null));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("steps", talks.steps(id));
        model.addAttribute("labels", PageSteps.labels(TalkState.values()));
        return "talk/show";
    }

    @PostMapping("/talks/{id}/appoint")
    String appoint(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String place,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> desk.appoint(id, at, place, signedIn.getUsername()));
    }

    @PostMapping("/talks/{id}/hold")
    String hold(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String attended,
            @RequestParam(defaultValue = "") String minutes,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> talks.hold(id, DayField.of("on", on), attended, minutes, signedIn.getUsername()));
    }

    @PostMapping("/talks/{id}/follow")
    String follow(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> talks.follow(id, outcome, signedIn.getUsername()));
    }

    @PostMapping("/talks/{id}/cancel")
    String cancel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> talks.cancel(id, reason, signedIn.getUsername()));
    }

    private String form(TalkDesk.Proposal proposal, Model model) {
        model.addAttribute("form", proposal);
        model.addAttribute("kinds", Arrays.asList(TalkKind.values()));
        return "talk/new";
    }

    private String step(long id, RedirectAttributes flash, Runnable work) {
        find(id);
        return PageSteps.step("/talks/" + id, flash, work);
    }

    private Talk find(long id) {
        try {
            return talks.find(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("talk " + id);
        }
    }
}
