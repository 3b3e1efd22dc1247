package org.sise.server.web.business;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.ledger.Page;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.BusinessSearch;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Choices;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of businesses: search, filters, order, and the filtered list as a file. */
@Controller
final class BusinessesController {

    private static final int PAGE = 50;

    private final Businesses businesses;
    private final ColourAccess colours;
    private final MessageSource messages;
    private final TransactionTemplate reading;

    BusinessesController(
            Businesses businesses,
            ColourAccess colours,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.businesses = businesses;
        this.colours = colours;
        this.messages = messages;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @GetMapping("/businesses")
    String list(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        BusinessSearch search = search(parameters, signedIn.account());
        String cursor = parameters.get("cursor");
        model.addAttribute("search", search);
        model.addAttribute("page", page(search, blankToNull(cursor)));
        model.addAttribute("cursor", blankToNull(cursor));
        model.addAttribute("colours", Grade.values());
        model.addAttribute("statuses", BusinessStatus.values());
        model.addAttribute("districts", Choices.districts());
        model.addAttribute("sections", Choices.sections());
        model.addAttribute(
                "sorts",
                Arrays.stream(BusinessOrder.values())
                        .filter(sort -> sort != BusinessOrder.WORST || colours.seesColours(signedIn.account()))
                        .toList());
        return "business/list";
    }

    @GetMapping({"/businesses.csv", "/businesses.xlsx"})
    void export(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        BusinessSearch search = search(parameters, signedIn.account());
        boolean withColours = colours.seesColours(signedIn.account());
        Words words = new Words(locale, messages);
        String extension = request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx";
        Downloads.table(
                response,
                words.say("business.list"),
                extension,
                BusinessColumns.header(words, withColours),
                sheet -> reading.executeWithoutResult(_ -> fill(sheet, search, words, withColours)));
    }

    private void fill(SheetWriter sheet, BusinessSearch search, Words words, boolean withColours) {
        businesses.forEach(search.filter(), search.sort(), business -> {
            try {
                sheet.row(BusinessColumns.row(business, words, withColours));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Page<Business> page(BusinessSearch search, @Nullable String cursor) {
        try {
            return businesses.page(search.filter(), search.sort(), cursor, PAGE);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
    }

    private BusinessSearch search(Map<String, String> parameters, Account account) {
        return BusinessSearch.of(
                parameters.get("q"),
                parameters.get("colour"),
                parameters.get("district"),
                parameters.get("industry"),
                parameters.get("status"),
                parameters.get("sort"),
                colours.seesColours(account));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
