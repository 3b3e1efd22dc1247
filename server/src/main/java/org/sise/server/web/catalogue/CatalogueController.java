package org.sise.server.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.catalogue.Catalogue;
import org.sise.supervision.catalogue.CatalogueFile;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.form.Column;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue as a list, out as a table and in from one, and the versions of an item. */
@Controller
final class CatalogueController {

    private final Catalogue catalogue;
    private final CheckItems items;
    private final MessageSource messages;

    CatalogueController(Catalogue catalogue, CheckItems items, MessageSource messages) {
        this.catalogue = catalogue;
        this.items = items;
        this.messages = messages;
    }

    @GetMapping("/catalogue")
    String list(
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable String kind,
            Model model) {
        model.addAttribute("category", category);
        model.addAttribute("department", department);
        model.addAttribute("kind", kind(kind));
        model.addAttribute("kinds", CatalogueItem.Kind.values());
        model.addAttribute("categories", items.categories());
        model.addAttribute("departments", items.departments());
        model.addAttribute("items", found(category, department, kind(kind)));
        return "catalogue/list";
    }

    /** The table in the columns in which it is handed in; without rows it is the template. */
    @GetMapping({"/catalogue.csv", "/catalogue.xlsx"})
    void export(
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean template,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        List<CatalogueItem> rows = template ? List.of() : found(category, department, kind(kind));
        Downloads.table(
                response,
                words.say(template ? "catalogue.template" : "catalogue.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                CatalogueFile.COLUMNS.stream().map(Column::zh).toList(),
                sheet -> {
                    for (CatalogueItem item : rows) {
                        sheet.row(Arrays.asList(
                                item.id(),
                                item.category(),
                                item.item(),
                                item.kind().zh(),
                                item.subjects(),
                                item.method(),
                                item.legalBasis(),
                                item.department(),
                                item.frequencyNote(),
                                percent(item.ratioCap()),
                                String.join(" ", item.industries()),
                                item.source(),
                                item.confidence(),
                                null));
                    }
                });
    }

    @GetMapping("/catalogue/{id}")
    String show(@PathVariable String id, Model model) {
        CatalogueItem item = items.byId(id);
        List<Catalogue.Version> history = catalogue.history(id);
        if (item == null && history.isEmpty()) {
            throw new NotFoundException(id);
        }
        model.addAttribute("item", item == null ? history.getFirst().item() : item);
        model.addAttribute("withdrawn", item == null);
        model.addAttribute("history", history);
        return "catalogue/show";
    }

    @PostMapping("/catalogue")
    String hand(@RequestParam MultipartFile file, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash)
            throws IOException {
        flash.addFlashAttribute("outcome", catalogue.importFile(file.getBytes(), signedIn.getUsername()));
        return "redirect:/catalogue";
    }

    private List<CatalogueItem> found(String category, String department, CatalogueItem.@Nullable Kind kind) {
        return items.select(category.isEmpty() ? null : category, department.isEmpty() ? null : department).stream()
                .filter(item -> kind == null || item.kind() == kind)
                .toList();
    }

    private static CatalogueItem.@Nullable Kind kind(@Nullable String text) {
        return Choice.of(CatalogueItem.Kind.class, "kind", text);
    }

    private static @Nullable String percent(@Nullable BigDecimal share) {
        return share == null
                ? null
                : share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
