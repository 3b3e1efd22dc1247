package org.sise.server.web.business;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.neighbourhood.Connection;
import org.sise.graph.neighbourhood.Edge;
import org.sise.graph.neighbourhood.Route;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;
import org.sise.server.desk.RelatedDesk;
import org.sise.server.desk.RelatedDesk.Answer;
import org.sise.server.query.BusinessSearch;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How a business is related to another, which is named by code or by a part of its name. For the authority only. */
@Controller
final class RelatedPathController {

    /** Businesses of a like name that are offered. */
    private static final int CHOICES = 20;

    private final RelatedDesk related;
    private final Businesses businesses;
    private final ColourAccess colours;
    private final MessageSource messages;

    RelatedPathController(RelatedDesk related, Businesses businesses, ColourAccess colours, MessageSource messages) {
        this.related = related;
        this.businesses = businesses;
        this.colours = colours;
        this.messages = messages;
    }

    /**
     * One party of a way.
     *
     * @param party who
     * @param links how it is related to the one before; empty of the first
     */
    public record Stop(ShownParty party, List<Link> links) {}

    /** A relation on the way, and whether it leads onward or back. */
    public record Link(ShownRelation relation, boolean onward) {}

    /** One way. */
    public record Way(int steps, List<Stop> stops) {}

    @GetMapping("/businesses/{code}/related/path")
    String path(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "4") int steps,
            @AuthenticationPrincipal SignedIn signedIn,
            Locale locale,
            Model model) {
        Account account = signedIn.account();
        if (!account.isAuthority()) {
            throw new NotFoundException(code);
        }
        model.addAttribute("business", related.business(code, account));
        model.addAttribute("tab", "path");
        model.addAttribute("colour", colours.seesColours(account));
        model.addAttribute("to", to);
        model.addAttribute("on", on == null || on.isBlank() ? related.today() : on);
        model.addAttribute("steps", steps);
        model.addAttribute("down", false);
        List<Business> meant = to == null || to.isBlank() ? List.of() : meant(to, code);
        if (meant.size() == 1) {
            model.addAttribute("other", meant.getFirst());
            try {
                answer(
                        related.between(code, meant.getFirst().code(), on, steps, account),
                        account,
                        new Words(locale, messages),
                        model);
            } catch (GraphUnavailableException e) {
                model.addAttribute("down", true);
            }
        } else if (to != null && !to.isBlank()) {
            model.addAttribute("choices", meant);
        }
        return "business/path";
    }

    private void answer(Answer<Connection> answer, Account account, Words words, Model model) {
        Connection found = answer.found();
        ShownGraph graph = new ShownGraph(found.from(), found.parties(), answer.grades(), account, colours, words);
        List<Way> ways = found.routes().stream()
                .map(route -> new Way(route.steps(), stops(route, graph)))
                .toList();
        List<Edge> edges = found.routes().stream()
                .flatMap(route -> route.links().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        model.addAttribute("ways", ways);
        model.addAttribute("parties", graph.parties());
        model.addAttribute("relations", graph.relations(edges));
        model.addAttribute("complete", found.complete());
    }

    private static List<Stop> stops(Route route, ShownGraph graph) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < route.parties().size(); i++) {
            String id = route.parties().get(i);
            List<Link> links = i == 0
                    ? List.of()
                    : route.links().get(i - 1).stream()
                            .map(edge ->
                                    new Link(graph.relation(edge), edge.to().equals(id)))
                            .toList();
            stops.add(new Stop(graph.party(id), links));
        }
        return stops;
    }

    /** The businesses that a text may mean, without the one asked about. */
    private List<Business> meant(String text, String code) {
        CreditCode known = CodeVerdict.of(text.strip()).code();
        if (known != null) {
            return businesses.find(known.value()).stream()
                    .filter(business -> !business.code().equals(code))
                    .toList();
        }
        BusinessFilter filter = BusinessSearch.of(text.strip(), null, null, null, null, null, false)
                .filter();
        List<Business> found = businesses.page(filter, BusinessOrder.NAME, null, CHOICES).items().stream()
                .filter(business -> !business.code().equals(code))
                .toList();
        List<Business> named = found.stream()
                .filter(business -> business.name().equals(text.strip()))
                .toList();
        return named.size() == 1 ? named : found;
    }
}
