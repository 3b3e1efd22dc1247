package org.sise.server.web.business;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.neighbourhood.EdgeKind;
import org.sise.graph.neighbourhood.Group;
import org.sise.graph.neighbourhood.Neighbourhood;
import org.sise.graph.neighbourhood.Node;
import org.sise.ledger.business.Business;
import org.sise.server.desk.RelatedDesk;
import org.sise.server.desk.RelatedDesk.Answer;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The full view of a business's related parties: the picture of a day with its tables, and the group of its controller. */
@Controller
final class RelatedGraphController {

    private static final int GROUP_PAGE = 50;

    private final RelatedDesk related;
    private final ColourAccess colours;
    private final MessageSource messages;

    RelatedGraphController(RelatedDesk related, ColourAccess colours, MessageSource messages) {
        this.related = related;
        this.colours = colours;
        this.messages = messages;
    }

    @GetMapping("/businesses/{code}/related/graph")
    String graph(
            @PathVariable String code,
            @RequestParam(defaultValue = "2") int depth,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String on,
            @AuthenticationPrincipal SignedIn signedIn,
            Locale locale,
            Model model) {
        Account account = signedIn.account();
        frame(code, "graph", account, model);
        LocalDate today = related.today();
        model.addAttribute("depth", depth);
        model.addAttribute("limit", limit);
        model.addAttribute("kinds", EdgeKind.values());
        model.addAttribute("today", today);
        try {
            Answer<Neighbourhood> answer = related.around(code, depth, limit, on, account);
            Neighbourhood found = answer.found();
            ShownGraph graph = shown(answer, account, locale);
            model.addAttribute("on", answer.on());
            model.addAttribute("oldest", oldest(found, answer.on(), today));
            model.addAttribute(
                    "rows",
                    found.nodes().stream()
                            .map(node -> new ShownNode(node, graph.party(node.id())))
                            .toList());
            model.addAttribute("parties", graph.parties());
            model.addAttribute("relations", graph.relations(found.edges()));
            model.addAttribute("cut", found.cut());
            model.addAttribute("down", false);
        } catch (GraphUnavailableException e) {
            model.addAttribute("down", true);
        }
        return "business/graph";
    }

    @GetMapping({"/businesses/{code}/related/graph.csv", "/businesses/{code}/related/graph.xlsx"})
    void export(
            @PathVariable String code,
            @RequestParam(defaultValue = "2") int depth,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String on,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Account account = signedIn.account();
        List<ShownRelation> relations;
        try {
            Answer<Neighbourhood> answer = related.around(code, depth, limit, on, account);
            relations = shown(answer, account, locale).relations(answer.found().edges());
        } catch (GraphUnavailableException e) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        Words words = new Words(locale, messages);
        boolean withColours = colours.seesColours(account);
        Downloads.table(
                response,
                words.say("related.relations") + " " + code,
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                RelationColumns.header(words, withColours),
                sheet -> {
                    for (ShownRelation relation : relations) {
                        sheet.row(RelationColumns.row(relation, words, withColours));
                    }
                });
    }

    @GetMapping("/businesses/{code}/related/group")
    String group(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn signedIn,
            Locale locale,
            Model model) {
        Account account = signedIn.account();
        frame(code, "group", account, model);
        model.addAttribute("cursor", cursor);
        try {
            Answer<Group> answer = related.group(code, cursor, GROUP_PAGE, account);
            Group group = answer.found();
            Words words = new Words(locale, messages);
            ShownGraph members = new ShownGraph(code, group.members(), answer.grades(), account, colours, words);
            ShownGraph controllers =
                    new ShownGraph(code, group.controllers(), answer.grades(), account, colours, words);
            model.addAttribute("controllers", controllers.parties());
            model.addAttribute(
                    "relations",
                    group.edges().stream()
                            .map(edge -> ShownRelation.of(
                                    edge, controllers.party(edge.from()), members.party(edge.to()), words))
                            .toList());
            model.addAttribute("next", group.next());
            model.addAttribute("total", group.total());
            model.addAttribute("down", false);
        } catch (GraphUnavailableException e) {
            model.addAttribute("down", true);
        }
        return "business/group";
    }

    private void frame(String code, String tab, Account account, Model model) {
        Business business = related.business(code, account);
        model.addAttribute("business", business);
        model.addAttribute("tab", tab);
        model.addAttribute("colour", colours.seesColours(account));
    }

    private ShownGraph shown(Answer<Neighbourhood> answer, Account account, Locale locale) {
        Neighbourhood found = answer.found();
        return new ShownGraph(
                found.centre(),
                found.nodes().stream().map(Node::party).toList(),
                answer.grades(),
                account,
                colours,
                new Words(locale, messages));
    }

    /** Where the slider begins: never after the day that is shown. */
    private static LocalDate oldest(Neighbourhood found, LocalDate on, LocalDate today) {
        LocalDate oldest = found.oldest() == null ? today : found.oldest();
        return oldest.isAfter(on) ? on : oldest;
    }
}
