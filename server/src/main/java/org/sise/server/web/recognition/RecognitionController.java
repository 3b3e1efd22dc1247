package org.sise.server.web.recognition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.form.Column;
import org.sise.supervision.recognition.ForeignGrade;
import org.sise.supervision.recognition.Partner;
import org.sise.supervision.recognition.PartnerFile;
import org.sise.supervision.recognition.Recognitions;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Grades that other cities signed and those that are signed for them, and the table between. */
@Controller
final class RecognitionController {

    private static final int PAGE = 50;
    private static final String HOME = "/recognition";

    private final Recognitions recognitions;
    private final Businesses businesses;
    private final MessageSource messages;
    private final Clock clock;

    RecognitionController(Recognitions recognitions, Businesses businesses, MessageSource messages, Clock clock) {
        this.recognitions = recognitions;
        this.businesses = businesses;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/recognition")
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<ForeignGrade> found = recognitions.page(before, PAGE + 1);
        List<ForeignGrade> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Map<String, Business> names =
                businesses.of(page.stream().map(ForeignGrade::business).toList());
        model.addAttribute("grades", page);
        model.addAttribute("businesses", names);
        model.addAttribute("next", found.size() > PAGE ? page.getLast().id() : null);
        model.addAttribute("partners", recognitions.partners());
        model.addAttribute("key", recognitions.publicKey());
        model.addAttribute("today", LocalDate.now(clock.withZone(Words.SHANGHAI)));
        return "recognition/list";
    }

    /** The table of partners in the columns in which it is handed in. */
    @GetMapping("/recognition/partners.xlsx")
    void partners(HttpServletResponse response, Locale locale) throws IOException {
        List<Partner> partners = recognitions.partners();
        Downloads.table(
                response,
                new Words(locale, messages).say("recognition.partners"),
                "xlsx",
                PartnerFile.COLUMNS.stream().map(Column::zh).toList(),
                sheet -> {
                    for (Partner one : partners) {
                        sheet.row(Arrays.<@Nullable Object>asList(
                                one.city(),
                                one.name(),
                                one.publicKey(),
                                one.level(),
                                one.colour().name().toLowerCase(Locale.ROOT),
                                one.source(),
                                one.confidence()));
                    }
                });
    }

    @PostMapping("/recognition/partners")
    String hand(@RequestParam MultipartFile file, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash)
            throws IOException {
        flash.addFlashAttribute("outcome", recognitions.importPartners(file.getBytes(), signedIn.getUsername()));
        return "redirect:" + HOME;
    }

    @PostMapping("/recognition")
    String accept(
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return PageSteps.step(HOME, flash, () -> recognitions.accept(text, signedIn.getUsername()));
    }

    /** The present grade of a business, signed for another city. */
    @GetMapping("/businesses/{code}/recognition.jws")
    ResponseEntity<byte[]> issue(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn) {
        String signed;
        try {
            signed = recognitions.issue(new CreditCode(code), signedIn.getUsername());
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("grade of " + code);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(code + ".jws"))
                .contentType(MediaType.parseMediaType("application/jose"))
                .body(signed.getBytes(StandardCharsets.US_ASCII));
    }

    @GetMapping("/businesses/{code}/foreign")
    String ofBusiness(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("grades", recognitions.of(code));
        return "recognition/business";
    }

    /** The key by which other cities check what this one signs: a set by RFC 7517. */
    @GetMapping("/published/recognition-key.json")
    @ResponseBody
    Map<String, Object> key() {
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "OKP", "crv", "Ed25519", "use", "sig", "alg", "EdDSA", "x", recognitions.publicKey())));
    }
}
