package org.sise.server.web.enter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.desk.ScanDesk;
import org.sise.server.house.EntrySettings;
import org.sise.server.query.BadParameterException;
import org.sise.server.security.AddressLimit;
import org.sise.supervision.door.Doors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where anybody who works in a business scans the code of whoever wants to come in, and rates the visit afterwards. */
@Controller
final class EnterController {

    private final ScanDesk desk;
    private final Doors doors;
    private final AddressLimit limit;
    private final EntrySettings settings;

    EnterController(ScanDesk desk, Doors doors, AddressLimit limit, EntrySettings settings) {
        this.desk = desk;
        this.doors = doors;
        this.limit = limit;
        this.settings = settings;
    }

    @ModelAttribute("complaints")
    String complaints() {
        return settings.complaintLine();
    }

    @GetMapping("/enter")
    String page() {
        return "enter/show";
    }

    @PostMapping("/enter")
    String scanned(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String business,
            @RequestParam(required = false) @Nullable String deviceAt,
            HttpServletRequest request,
            Model model) {
        limit.count(request.getRemoteAddr());
        model.addAttribute("text", text);
        model.addAttribute("business", business);
        try {
            model.addAttribute("result", desk.scanCode(text, door(business), instant(deviceAt)));
        } catch (BadParameterException e) {
            model.addAttribute("problem", e.getMessage());
        }
        return "enter/show";
    }

    @PostMapping("/enter/rating")
    String rate(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Model model) {
        limit.count(request.getRemoteAddr());
        try {
            Optional<Long> visit = desk.visitOfScanned(text);
            if (visit.isEmpty()) {
                model.addAttribute("rating", "unknown");
            } else {
                doors.rate(visit.get(), score, note.strip());
                model.addAttribute("rating", "done");
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            model.addAttribute("rating", "problem");
            model.addAttribute("problem", e.getMessage());
        }
        return "enter/show";
    }

    private static @Nullable CreditCode door(String code) {
        if (code.isBlank()) {
            return null;
        }
        try {
            return new CreditCode(code.strip());
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(
                    "business", "不是统一社会信用代码，请核对或留空 / is not a credit code: mend it or leave it out");
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
