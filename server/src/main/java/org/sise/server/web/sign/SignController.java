package org.sise.server.web.sign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sise.core.code.CreditCode;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.server.house.EntrySettings;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.entry.BusinessSign;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A business's sign, for the authority and for the business itself. */
@Controller
final class SignController {

    private static final int SCREEN = 480;
    private static final int FILE = 1_200;

    private final Businesses businesses;
    private final ColourAccess access;
    private final EntrySettings settings;
    private final MessageSource messages;

    SignController(Businesses businesses, ColourAccess access, EntrySettings settings, MessageSource messages) {
        this.businesses = businesses;
        this.access = access;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping("/businesses/{code}/sign")
    String show(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        Business business = visible(code, signedIn);
        String sign = BusinessSign.of(new CreditCode(business.code()));
        model.addAttribute("business", business);
        model.addAttribute("sign", sign);
        model.addAttribute("picture", QrCode.forPrint(sign).dataAddress(SCREEN));
        model.addAttribute("complaints", settings.complaintLine());
        return "sign/show";
    }

    @GetMapping("/businesses/{code}/sign.png")
    ResponseEntity<byte[]> png(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn) {
        Business business = visible(code, signedIn);
        return file(business, "png", MediaType.IMAGE_PNG, qr(business).png(FILE));
    }

    @GetMapping("/businesses/{code}/sign.svg")
    ResponseEntity<byte[]> svg(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn) {
        Business business = visible(code, signedIn);
        return file(
                business,
                "svg",
                MediaType.valueOf("image/svg+xml"),
                qr(business).svg().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/businesses/{code}/sign.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String code, @AuthenticationPrincipal SignedIn signedIn, Locale locale) {
        Business business = visible(code, signedIn);
        Words words = new Words(locale, messages);
        byte[] sheet = SignSheet.pdf(new SignSheet.Content(
                words.say("sign.title"),
                business.name(),
                business.code(),
                List.of(
                        words.say("sign.for"),
                        words.say("sign.rule"),
                        words.say("sign.complaints", settings.complaintLine())),
                BusinessSign.of(new CreditCode(business.code()))));
        return file(business, "pdf", MediaType.APPLICATION_PDF, sheet);
    }

    private static QrCode qr(Business business) {
        return QrCode.forPrint(BusinessSign.of(new CreditCode(business.code())));
    }

    private static ResponseEntity<byte[]> file(Business business, String extension, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(business.code() + "." + extension))
                .body(content);
    }

    private Business visible(String code, SignedIn signedIn) {
        if (!access.seesBusiness(signedIn.account(), code)) {
            throw new NotFoundException(code);
        }
        return businesses.find(code).orElseThrow(() -> new NotFoundException(code));
    }
}
