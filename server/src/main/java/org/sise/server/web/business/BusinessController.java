package org.sise.server.web.business;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.grading.Grading;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.StoredGrade;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.server.desk.ExposureState;
import org.sise.server.desk.PersonalReads;
import org.sise.server.query.Moment;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.repair.cases.RepairCases;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** One business: its entry, its colour with every reason, its records as of a day, its grades. */
@Controller
final class BusinessController {

    private static final int HISTORY = 100;

    private final Businesses businesses;
    private final Grades grades;
    private final Grading grading;
    private final Records records;
    private final PersonalReads personal;
    private final ColourAccess colours;
    private final ExposureState exposure;
    private final RepairCases repairs;
    private final MessageSource messages;
    private final Clock clock;

    BusinessController(
            Businesses businesses,
            Grades grades,
            Grading grading,
            Records records,
            PersonalReads personal,
            ColourAccess colours,
            ExposureState exposure,
            RepairCases repairs,
            MessageSource messages,
            Clock clock) {
        this.businesses = businesses;
        this.grades = grades;
        this.grading = grading;
        this.records = records;
        this.personal = personal;
        this.colours = colours;
        this.exposure = exposure;
        this.repairs = repairs;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/businesses/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @AuthenticationPrincipal SignedIn signedIn,
            Locale locale,
            Model model) {
        CreditCode creditCode = known(code);
        Business business = visible(creditCode, signedIn.account());
        Moment moment = Moment.of(asOf, knownAt, clock);
        Words words = new Words(locale, messages);
        List<StoredRecord> known = records.of(creditCode, moment.asOf(), moment.knownAt());
        Set<String> objected = repairs.marks(code).keySet();
        model.addAttribute(
                "objected",
                known.stream()
                        .filter(one -> objected.contains(one.record().kind().token() + " " + one.key()))
                        .map(StoredRecord::id)
                        .collect(Collectors.toSet()));
        List<RecordRow> rows = known.stream()
                .map(stored -> RecordRow.of(stored, words))
                .sorted(Comparator.comparing(RecordRow::date).reversed())
                .toList();
        model.addAttribute("business", business);
        model.addAttribute("moment", moment);
        model.addAttribute("records", rows);
        model.addAttribute("departments", new DepartmentsByDocument(rows));
        boolean colour = colours.seesColourOf(signedIn.account(), code);
        model.addAttribute("colour", colour);
        List<StoredGrade> history = colour ? grades.history(code, HISTORY) : List.of();
        model.addAttribute("history", history);
        ShownGrade grade = colour && !rows.isEmpty() ? shown(creditCode, moment) : null;
        model.addAttribute("exposure", exposure.now());
        model.addAttribute("grade", grade);
        model.addAttribute("receipt", grade == null ? null : grade.receipt());
        return "business/show";
    }

    @GetMapping("/businesses/{code}/receipts/{id}.json")
    ResponseEntity<byte[]> receipt(
            @PathVariable String code, @PathVariable long id, @AuthenticationPrincipal SignedIn signedIn) {
        visible(known(code), signedIn.account());
        if (!colours.seesColourOf(signedIn.account(), code)) {
            throw new NotFoundException(code);
        }
        StoredGrade grade = grades.find(code, id).orElseThrow(() -> new NotFoundException("receipt " + id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(code + "-" + id + ".json"))
                .header("X-Receipt-SHA-256", grade.entry().receiptDigest())
                .contentType(MediaType.APPLICATION_JSON)
                .body(grade.entry().receipt().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/businesses/{code}/records/{id}/original")
    String original(
            @PathVariable String code, @PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        Business business = visible(known(code), signedIn.account());
        String json = personal.original(signedIn.getUsername(), business.code(), id)
                .orElseThrow(() -> new NotFoundException("record " + id))
                .original();
        model.addAttribute("cells", JsonMapper.shared().readValue(json, Map.class));
        return "business/original";
    }

    private Business visible(CreditCode code, Account account) {
        if (!colours.seesBusiness(account, code.value())) {
            throw new NotFoundException(code.value());
        }
        return businesses.find(code.value()).orElseThrow(() -> new NotFoundException(code.value()));
    }

    private static CreditCode known(String text) {
        CreditCode code = CodeVerdict.of(text).code();
        if (code == null || !code.value().equals(text)) {
            throw new NotFoundException(text);
        }
        return code;
    }

    /** The present grade; for another day or another state of knowledge, the grade made again from the ledger. */
    private @Nullable ShownGrade shown(CreditCode code, Moment moment) {
        return moment.replay()
                ? ShownGrade.again(
                        grading.replay(code.value(), moment.asOf(), moment.knownAt()), moment.asOf(), moment.knownAt())
                : grades.present(code.value()).map(ShownGrade::stored).orElse(null);
    }
}
