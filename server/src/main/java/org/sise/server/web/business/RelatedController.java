package org.sise.server.web.business;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.neighbourhood.Edge;
import org.sise.graph.neighbourhood.Limits;
import org.sise.graph.neighbourhood.Neighbourhood;
import org.sise.graph.neighbourhood.Neighbourhoods;
import org.sise.graph.neighbourhood.Node;
import org.sise.graph.neighbourhood.NodeKind;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The part of a business's page that shows its related parties, loaded by itself: the graph may be down. */
@Controller
final class RelatedController {

    private final Businesses businesses;
    private final Neighbourhoods neighbourhoods;
    private final ColourAccess colours;
    private final Clock clock;

    RelatedController(Businesses businesses, Neighbourhoods neighbourhoods, ColourAccess colours, Clock clock) {
        this.businesses = businesses;
        this.neighbourhoods = neighbourhoods;
        this.colours = colours;
        this.clock = clock;
    }

    /** A related party; the grade is that of a registered business, or null. */
    public record Party(Node node, @Nullable Grade grade, boolean linked) {}

    /** A relation between two parties, with what the picture shows of them. */
    public record Tied(Edge edge, Node from, Node to, String fromKind, String toKind) {}

    @GetMapping("/businesses/{code}/related")
    String related(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        Account account = signedIn.account();
        CreditCode creditCode = CodeVerdict.of(code).code();
        if (creditCode == null
                || !colours.seesBusiness(account, code)
                || businesses.find(code).isEmpty()) {
            throw new NotFoundException(code);
        }
        boolean seesColours = colours.seesColours(account);
        model.addAttribute("colour", seesColours);
        try {
            LocalDate today = LocalDate.now(clock.withZone(Words.SHANGHAI));
            Neighbourhood found = neighbourhoods
                    .of(creditCode, today, Limits.STANDARD)
                    .orElse(new Neighbourhood(code, List.of(), List.of(), false));
            Map<String, Business> known = businesses.of(found.nodes().stream()
                    .filter(Node::registered)
                    .map(Node::id)
                    .toList());
            fill(found, known, account, seesColours, model);
            model.addAttribute("down", false);
        } catch (GraphUnavailableException e) {
            model.addAttribute("down", true);
        }
        return "business/related :: parties";
    }

    private void fill(
            Neighbourhood found, Map<String, Business> known, Account account, boolean seesColours, Model model) {
        List<Party> parties = new ArrayList<>();
        Map<String, Node> nodes = new HashMap<>();
        for (Node node : found.nodes()) {
            nodes.put(node.id(), node);
            if (node.depth() > 0 || !node.id().equals(found.centre())) {
                parties.add(new Party(
                        node,
                        grade(known.get(node.id()), seesColours),
                        node.registered() && colours.seesBusiness(account, node.id())));
            }
        }
        List<Tied> edges = new ArrayList<>();
        for (Edge edge : found.edges()) {
            Node from = nodes.get(edge.from());
            Node to = nodes.get(edge.to());
            if (from != null && to != null) {
                edges.add(new Tied(
                        edge,
                        from,
                        to,
                        look(from, found.centre(), known, seesColours),
                        look(to, found.centre(), known, seesColours)));
            }
        }
        model.addAttribute("parties", parties);
        model.addAttribute("edges", edges);
        model.addAttribute("cut", found.cut());
    }

    /** How the picture shows a node: as the centre, by its colour, or by its kind. */
    private static String look(Node node, String centre, Map<String, Business> known, boolean seesColours) {
        if (node.id().equals(centre)) {
            return "centre";
        }
        Grade grade = grade(known.get(node.id()), seesColours);
        if (grade != null) {
            return Words.css(grade);
        }
        return node.kind() == NodeKind.PERSON ? "person" : node.kind().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Grade grade(@Nullable Business business, boolean seesColours) {
        return seesColours && business != null ? business.grade() : null;
    }
}
