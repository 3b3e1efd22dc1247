package org.sise.server.web.door;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.DoorDesk;
import org.sise.server.desk.ScanDesk;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.entry.VisitAtDoor;
import org.sise.supervision.visit.VisitState;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an officer scans a business's sign, on coming, in an emergency and on leaving. */
@Controller
final class ScanController {

    private final ScanDesk desk;
    private final DoorDesk door;
    private final VisitDesk visits;
    private final CheckItems items;

    ScanController(ScanDesk desk, DoorDesk door, VisitDesk visits, CheckItems items) {
        this.desk = desk;
        this.door = door;
        this.visits = visits;
        this.items = items;
    }

    @GetMapping("/scan")
    String scan(@RequestParam(required = false) @Nullable Long out, Model model) {
        if (out != null) {
            model.addAttribute("leaving", visits.show(out));
        }
        return "door/scan";
    }

    @PostMapping("/scan")
    String scanned(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String deviceAt,
            @RequestParam(required = false) @Nullable Long out,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        if (out != null) {
            return leave(out, text, signedIn, model);
        }
        try {
            model.addAttribute("result", desk.scanSign(text, signedIn.account(), instant(deviceAt)));
            model.addAttribute("sign", text);
        } catch (BadParameterException e) {
            model.addAttribute("problem", e.getMessage());
        }
        return "door/scan";
    }

    @GetMapping("/scan/emergency")
    String emergency(@RequestParam(defaultValue = "") String text, Model model) {
        return form(text, "", "", List.of(), "", model);
    }

    @PostMapping("/scan/emergency")
    String enter(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(defaultValue = "") String colleagues,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        List<String> chosen = item == null ? List.of() : item;
        try {
            ScanDesk.Result result = desk.enter(
                    text, signedIn.account(), List.of(colleagues.split("[\\s,，、;；]+")), department, chosen, reason);
            VisitAtDoor visit = result.answer().visit();
            if (visit != null) {
                return "redirect:/visits/" + visit.id();
            }
            model.addAttribute("result", result);
        } catch (IllegalArgumentException e) {
            model.addAttribute("problem", e.getMessage());
        }
        return form(text, department, reason, chosen, colleagues, model);
    }

    private String form(
            String text, String department, String reason, List<String> chosen, String colleagues, Model model) {
        model.addAttribute("sign", text);
        model.addAttribute("department", department);
        model.addAttribute("reason", reason);
        model.addAttribute("chosen", chosen);
        model.addAttribute("colleagues", colleagues);
        model.addAttribute("items", items);
        model.addAttribute("categories", items.categories());
        model.addAttribute("departments", items.departments());
        return "door/emergency";
    }

    private String leave(long visit, String text, SignedIn signedIn, Model model) {
        try {
            door.leave(visit, signedIn.account(), text);
            return "redirect:/visits/" + visit;
        } catch (BadParameterException | IllegalStateException e) {
            model.addAttribute("problem", e.getMessage());
        }
        VisitDesk.Shown shown = visits.show(visit);
        if (shown.visit().state() == VisitState.OPEN) {
            model.addAttribute("leaving", shown);
        }
        return "door/scan";
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
