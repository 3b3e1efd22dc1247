package org.sise.server.web.after;

import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.CorrectionFilter;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.mode.Modes;
import org.sise.supervision.publication.Published;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How one business is supervised: its mode, open corrections, published results. The business's page takes it in. */
@Controller
final class BusinessSupervisionController {

    private static final int LATEST = 20;
    private static final CorrectionFilter OPEN =
            new CorrectionFilter(null, null, null, null, true, CorrectionFilter.Order.DUE);

    private final Businesses businesses;
    private final ColourAccess access;
    private final Modes modes;
    private final Corrections corrections;
    private final Published published;
    private final ItemNames items;

    BusinessSupervisionController(
            Businesses businesses,
            ColourAccess access,
            Modes modes,
            Corrections corrections,
            Published published,
            CheckItems items) {
        this.businesses = businesses;
        this.access = access;
        this.modes = modes;
        this.corrections = corrections;
        this.published = published;
        this.items = new ItemNames(items);
    }

    @GetMapping("/businesses/{code}/supervision")
    String show(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        Business business = businesses
                .find(code)
                .filter(found -> access.seesBusiness(signedIn.account(), code))
                .orElseThrow(() -> new NotFoundException(code));
        model.addAttribute("business", business);
        model.addAttribute("colour", access.seesColourOf(signedIn.account(), code));
        model.addAttribute("modes", modes.of(code));
        model.addAttribute("policies", modes.policies());
        model.addAttribute("corrections", corrections.list(OPEN, code, null, LATEST));
        model.addAttribute("published", published.results(code, null, LATEST));
        model.addAttribute("items", items);
        return "after/business";
    }
}
