package org.sise.server.web.business;

import java.util.List;
import java.util.Locale;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.neighbourhood.Limits;
import org.sise.graph.neighbourhood.Neighbourhood;
import org.sise.graph.neighbourhood.Node;
import org.sise.server.desk.RelatedDesk;
import org.sise.server.desk.RelatedDesk.Answer;
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

/** The part of a business's page that shows its related parties, loaded by itself: the graph may be down. */
@Controller
final class RelatedController {

    /** Rows that the card shows; the full view has the others. */
    private static final int ROWS = 20;

    private final RelatedDesk related;
    private final ColourAccess colours;
    private final MessageSource messages;

    RelatedController(RelatedDesk related, ColourAccess colours, MessageSource messages) {
        this.related = related;
        this.colours = colours;
        this.messages = messages;
    }

    @GetMapping("/businesses/{code}/related")
    String related(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn, Locale locale, Model model) {
        Account account = signedIn.account();
        related.business(code, account);
        model.addAttribute("code", code);
        model.addAttribute("colour", colours.seesColours(account));
        try {
            Answer<Neighbourhood> answer =
                    related.around(code, Limits.STANDARD.depth(), Limits.STANDARD.nodes(), null, account);
            Neighbourhood found = answer.found();
            ShownGraph graph = new ShownGraph(
                    code,
                    found.nodes().stream().map(Node::party).toList(),
                    answer.grades(),
                    account,
                    colours,
                    new Words(locale, messages));
            List<ShownNode> rows = found.nodes().stream()
                    .filter(node -> node.depth() > 0)
                    .map(node -> new ShownNode(node, graph.party(node.id())))
                    .toList();
            model.addAttribute("rows", rows.subList(0, Math.min(ROWS, rows.size())));
            model.addAttribute("more", found.cut() || rows.size() > ROWS);
            model.addAttribute("parties", graph.parties());
            model.addAttribute("relations", graph.relations(found.edges()));
            model.addAttribute("down", false);
        } catch (GraphUnavailableException e) {
            model.addAttribute("down", true);
        }
        return "business/related :: parties";
    }
}
