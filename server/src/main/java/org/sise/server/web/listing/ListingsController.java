package org.sise.server.web.listing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.listing.Listing;
import org.sise.supervision.listing.ListingDue;
import org.sise.supervision.listing.ListingFilter;
import org.sise.supervision.listing.ListingGround;
import org.sise.supervision.listing.ListingGrounds;
import org.sise.supervision.listing.ListingState;
import org.sise.supervision.listing.Listings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The listings, and the grounds on which lists take a business in. */
@Controller
final class ListingsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Listings listings;
    private final ListingGrounds grounds;
    private final MessageSource messages;

    ListingsController(Listings listings, ListingGrounds grounds, MessageSource messages) {
        this.listings = listings;
        this.grounds = grounds;
        this.messages = messages;
    }

    @GetMapping("/listings")
    String list(
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        ListingSearch search = ListingSearch.of(list, state, business);
        model.addAttribute("search", search);
        model.addAttribute(
                "page",
                Page.cut(
                        listings.page(search.filter(), cursor, PAGE + 1),
                        PAGE,
                        Listing::id,
                        listings.count(search.filter())));
        model.addAttribute("cursor", cursor);
        model.addAttribute("listings", listings);
        model.addAttribute("lists", grounds.lists());
        model.addAttribute("states", Arrays.asList(ListingState.values()));
        return "listing/list";
    }

    @GetMapping({"/listings.csv", "/listings.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        ListingFilter filter = ListingSearch.of(list, state, business).filter();
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("listing.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("listing.number"),
                        words.say("listing.business"),
                        words.say("listing.list"),
                        words.say("listing.ground"),
                        words.say("listing.basis"),
                        words.say("listing.department"),
                        words.say("listing.document"),
                        words.say("listing.state"),
                        words.say("listing.listed.on"),
                        words.say("listing.until"),
                        words.say("listing.removed.on"),
                        words.say("listing.waits"),
                        words.say("listing.due")),
                sheet -> fill(sheet, filter, words));
    }

    @GetMapping("/listings/grounds")
    String grounds(@RequestParam(required = false) @Nullable String list, Model model) {
        model.addAttribute("list", list);
        model.addAttribute("lists", grounds.lists());
        model.addAttribute(
                "grounds",
                grounds.all().stream()
                        .filter(ground ->
                                list == null || list.isBlank() || ground.code().equals(list.strip()))
                        .toList());
        return "listing/grounds";
    }

    private void fill(SheetWriter sheet, ListingFilter filter, Words words) throws IOException {
        Long before = null;
        List<Listing> found;
        do {
            found = listings.page(filter, before, AT_ONCE);
            for (Listing listing : found) {
                ListingGround ground = listings.ground(listing);
                ListingDue due = listings.due(listing);
                sheet.row(Arrays.asList(
                        listing.id(),
                        listing.business().value(),
                        ground.list(),
                        ground.ground(),
                        ground.basis(),
                        listing.department(),
                        listing.document(),
                        words.of(listing.state()),
                        listing.listedOn(),
                        listing.until(),
                        listing.removedOn(),
                        due == null ? null : words.of(due.what()),
                        due == null ? null : due.on()));
                before = listing.id();
            }
        } while (found.size() == AT_ONCE);
    }
}
