package org.sise.server.web.door;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.InspectionResult;
import org.sise.server.desk.DoorDesk;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.supervision.door.DoorRecords;
import org.sise.supervision.door.Photograph;
import org.sise.supervision.door.RecordedFinding;
import org.sise.supervision.entry.Emergencies;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitLists;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An officer's visits of today, and one visit with what is written down in it. */
@Controller
final class VisitController {

    private static final String DATA = "data:image/png;base64,";

    private final VisitLists lists;
    private final VisitDesk visits;
    private final DoorDesk door;
    private final DoorRecords records;
    private final Emergencies emergencies;
    private final ColourAccess colours;
    private final Clock clock;

    VisitController(
            VisitLists lists,
            VisitDesk visits,
            DoorDesk door,
            DoorRecords records,
            Emergencies emergencies,
            ColourAccess colours,
            Clock clock) {
        this.lists = lists;
        this.visits = visits;
        this.door = door;
        this.records = records;
        this.emergencies = emergencies;
        this.colours = colours;
        this.clock = clock;
    }

    @GetMapping("/visits/mine")
    String mine(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Account officer = signedIn.account();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.SHANGHAI);
        List<Visit> found = officer.certificate() == null ? List.of() : lists.ofDay(officer.certificate(), today);
        model.addAttribute("today", today);
        model.addAttribute("certificate", officer.certificate());
        model.addAttribute("visits", found);
        model.addAttribute(
                "businesses",
                visits.businesses(
                        found.stream().map(visit -> visit.business().value()).toList()));
        return "door/mine";
    }

    @GetMapping("/visits/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        VisitDesk.Shown shown = visits.show(id);
        String own = signedIn.account().certificate();
        Map<String, RecordedFinding> standing = new LinkedHashMap<>();
        Map<String, List<RecordedFinding>> replaced = new LinkedHashMap<>();
        for (RecordedFinding found : records.findings(id)) {
            if (found.stands()) {
                standing.put(found.finding().item(), found);
            } else {
                replaced.computeIfAbsent(found.finding().item(), _ -> new ArrayList<>())
                        .add(found);
            }
        }
        model.addAttribute("shown", shown);
        model.addAttribute("visit", shown.visit());
        model.addAttribute("standing", standing);
        model.addAttribute("replaced", replaced);
        model.addAttribute("signature", records.signature(id).orElse(null));
        model.addAttribute("rating", records.rating(id).orElse(null));
        model.addAttribute("result", records.result(id).orElse(null));
        model.addAttribute("emergency", emergencies.of(id).orElse(null));
        model.addAttribute("inside", shown.isInside(own));
        model.addAttribute("assigned", own != null && shown.visit().officers().contains(own));
        model.addAttribute("results", InspectionResult.values());
        model.addAttribute("mostMb", door.mostBytes().toMegabytes());
        model.addAttribute("colours", colours.seesColours(signedIn.account()));
        return "door/visit";
    }

    @PostMapping("/visits/{id}/findings")
    String find(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable List<MultipartFile> photographs,
            @RequestParam(required = false) @Nullable List<String> kept,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash)
            throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (MultipartFile photograph : photographs == null ? List.<MultipartFile>of() : photographs) {
            if (!photograph.isEmpty()) {
                pictures.add(photograph.getBytes());
            }
        }
        return step(
                id,
                "item-" + item,
                flash,
                () -> door.find(id, signedIn.account(), item, result, note, pictures, kept == null ? List.of() : kept));
    }

    @PostMapping("/visits/{id}/signature")
    String sign(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String signer,
            @RequestParam(defaultValue = "") String picture,
            @RequestParam(required = false) @Nullable String refused,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, "signature", flash, () -> door.sign(id, signedIn.account(), signer, picture(picture), refused));
    }

    @GetMapping("/visits/{id}/photographs/{sha256}")
    ResponseEntity<byte[]> photograph(@PathVariable long id, @PathVariable String sha256) {
        Photograph photograph =
                records.picture(id, sha256).orElseThrow(() -> new NotFoundException("photograph " + sha256));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(photograph.type()))
                .cacheControl(CacheControl.noStore())
                .body(photograph.content());
    }

    private static byte @Nullable [] picture(String data) {
        if (data.isBlank()) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(data.startsWith(DATA) ? data.substring(DATA.length()) : data);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("picture", "不是图片 / is not a picture");
        }
    }

    private static String step(long id, String anchor, RedirectAttributes flash, Runnable work) {
        try {
            work.run();
        } catch (BadParameterException | IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        flash.addFlashAttribute("last", anchor);
        return "redirect:/visits/" + id + "#" + anchor;
    }
}
