package org.sise.server.web.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.business.Businesses;
import org.sise.server.desk.ListingDesk;
import org.sise.server.query.CodeField;
import org.sise.server.query.DayField;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.supervision.listing.Listing;
import org.sise.supervision.listing.ListingGrounds;
import org.sise.supervision.listing.ListingState;
import org.sise.supervision.listing.Listings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on which a listing is proposed, and one listing with its steps. */
@Controller
final class ListingController {

    private final Listings listings;
    private final ListingGrounds grounds;
    private final ListingDesk desk;
    private final Businesses businesses;
    private final Clock clock;

    ListingController(Listings listings, ListingGrounds grounds, ListingDesk desk, Businesses businesses, Clock clock) {
        this.listings = listings;
        this.grounds = grounds;
        this.desk = desk;
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping("/listings/new")
    String blank(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String ground,
            Model model) {
        return form(new ListingDesk.Proposal(business, ground, "", "", "", ""), model);
    }

    @PostMapping("/listings")
    String propose(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String evidence,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable String facts,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        ListingDesk.Proposal proposal =
                new ListingDesk.Proposal(business, ground, department, evidence, document, facts);
        return PageSteps.form(
                model,
                () -> "/listings/" + desk.propose(proposal, signedIn.getUsername()),
                () -> form(proposal, model));
    }

    @GetMapping("/listings/{id}")
    String show(@PathVariable long id, Model model) {
        Listing listing = find(id);
        model.addAttribute("listing", listing);
        model.addAttribute("ground", listings.ground(listing));
        model.addAttribute("due", listings.due(listing));
        model.addAttribute("earliest", listings.earliestRemoval(listing));
        model.addAttribute("today", today());
        model.addAttribute(
                "business", businesses.find(listing.business().value()).orElse(null));
        model.addAttribute("steps", listings.steps(id));
        model.addAttribute("labels", PageSteps.labels(ListingState.values()));
        return "listing/show";
    }

    @PostMapping("/listings/{id}/serve")
    String serve(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> listings.serve(id, DayField.of("on", on), signedIn.getUsername()));
    }

    @PostMapping("/listings/{id}/hear")
    String hear(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "true") boolean upheld,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> listings.hear(id, statement, upheld, signedIn.getUsername()));
    }

    @PostMapping("/listings/{id}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String document,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> listings.decide(id, document, signedIn.getUsername()));
    }

    @PostMapping("/listings/{id}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> listings.refuse(id, reason, signedIn.getUsername()));
    }

    @PostMapping("/listings/{id}/ask-removal")
    String askRemoval(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> listings.askRemoval(id, reason, signedIn.getUsername()));
    }

    @PostMapping("/listings/{id}/decide-removal")
    String decideRemoval(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean granted,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> listings.decideRemoval(id, granted, reason, signedIn.getUsername()));
    }

    @PostMapping("/listings/{id}/annul")
    String annul(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> listings.annul(id, reason, signedIn.getUsername()));
    }

    private String form(ListingDesk.Proposal proposal, Model model) {
        model.addAttribute("form", proposal);
        model.addAttribute("grounds", grounds.openOn(today()));
        model.addAttribute("lists", grounds.lists());
        CreditCode code = CodeField.orNull(proposal.business());
        if (code != null) {
            model.addAttribute("business", businesses.find(code.value()).orElse(null));
            model.addAttribute("evidence", listings.evidence(code));
        }
        return "listing/new";
    }

    private String step(long id, RedirectAttributes flash, Runnable work) {
        find(id);
        return PageSteps.step("/listings/" + id, flash, work);
    }

    private Listing find(long id) {
        try {
            return listings.find(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("listing " + id);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
