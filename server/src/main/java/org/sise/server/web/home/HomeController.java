package org.sise.server.web.home;

import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Deliveries;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.feed.FeedNames;
import org.sise.supervision.plan.Plans;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. A company account goes to its own business instead. */
@Controller
final class HomeController {

    private static final int LATEST = 5;

    private final Grades grades;
    private final RegradeQueue queue;
    private final Deliveries deliveries;
    private final FeedNames names;
    private final Plans plans;
    private final ColourAccess colours;

    HomeController(
            Grades grades,
            RegradeQueue queue,
            Deliveries deliveries,
            FeedCatalogue catalogue,
            Plans plans,
            ColourAccess colours) {
        this.grades = grades;
        this.queue = queue;
        this.deliveries = deliveries;
        this.names = new FeedNames(catalogue);
        this.plans = plans;
        this.colours = colours;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Account account = signedIn.account();
        if (!account.isAuthority()) {
            return "redirect:/businesses/" + account.creditCode();
        }
        if (colours.seesColours(account)) {
            model.addAttribute("overview", Overview.of(grades.distributionByRegion()));
        }
        model.addAttribute("queue", queue.size());
        model.addAttribute("names", names);
        model.addAttribute("deliveries", deliveries.latest(null, null, LATEST));
        model.addAttribute("plans", plans.list(null, LATEST).items());
        return "home";
    }
}
