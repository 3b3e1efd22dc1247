package org.sise.server.web.repair;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.sise.server.desk.CommitmentDesk;
import org.sise.server.desk.CompanyDesk;
import org.sise.server.desk.ListingDesk;
import org.sise.server.desk.ReminderDesk;
import org.sise.server.desk.TalkDesk;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.commitment.CommitmentKinds;
import org.sise.supervision.listing.Listings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The business's own desk: slips, talks and listings, what is public until when, the plan back, its commitments and cases,
 * who read its data.
 */
@Controller
final class CompanyDeskController {

    private final CompanyDesk desk;
    private final CommitmentDesk commitments;
    private final CommitmentKinds kinds;
    private final ReminderDesk reminders;
    private final TalkDesk talks;
    private final ListingDesk own;
    private final Listings listings;
    private final MessageSource messages;
    private final Clock clock;

    CompanyDeskController(
            CompanyDesk desk,
            CommitmentDesk commitments,
            CommitmentKinds kinds,
            ReminderDesk reminders,
            TalkDesk talks,
            ListingDesk own,
            Listings listings,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.commitments = commitments;
        this.kinds = kinds;
        this.reminders = reminders;
        this.talks = talks;
        this.own = own;
        this.listings = listings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("desk", desk.of(signedIn.account()));
        model.addAttribute("own", commitments.of(signedIn.account()));
        model.addAttribute("kinds", kinds);
        model.addAttribute("reminders", reminders.of(signedIn.account()));
        model.addAttribute("talks", talks.of(signedIn.account()));
        model.addAttribute("listed", own.of(signedIn.account()));
        model.addAttribute("listings", listings);
        model.addAttribute("today", LocalDate.now(clock));
        return "repair/desk";
    }

    @GetMapping("/desk/plan.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn signedIn, Locale locale) throws IOException {
        CompanyDesk.Desk shown = desk.of(signedIn.account());
        byte[] pdf = new PlanPdf(new Words(locale, messages)).of(shown, LocalDate.now(clock));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Downloads.disposition(shown.business().code() + "-plan.pdf"))
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }
}
