package org.sise.server.web.repair;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredOriginal;
import org.sise.server.desk.CompanyDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.repair.cases.Applications;
import org.sise.supervision.repair.cases.Materials;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.cases.RepairRefusedException;
import org.sise.supervision.repair.pack.CaseKind;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A business's own case: begin it on a record, hand in files, sign, follow it. */
@Controller
final class OwnCaseController {

    private final RepairCases cases;
    private final Applications applications;
    private final Materials materials;
    private final Records records;
    private final CaseViews views;
    private final Clock clock;

    OwnCaseController(
            RepairCases cases,
            Applications applications,
            Materials materials,
            Records records,
            CaseViews views,
            Clock clock) {
        this.cases = cases;
        this.applications = applications;
        this.materials = materials;
        this.records = records;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/desk/cases/new")
    String begin(
            @RequestParam long record,
            @RequestParam(defaultValue = "repair") String kind,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        String business = CompanyDesk.code(signedIn.account());
        StoredOriginal asked = records.original(record)
                .filter(one -> one.stored().record().header().subject().value().equals(business))
                .orElseThrow(() -> new NotFoundException("record " + record));
        CaseKind chosen = Choice.of(CaseKind.class, "kind", kind);
        model.addAttribute("record", asked.stored());
        model.addAttribute("kind", chosen == null ? CaseKind.REPAIR : chosen);
        model.addAttribute(
                "kinds",
                Stream.of(CaseKind.values()).filter(one -> !one.isObjection()).toList());
        model.addAttribute("governing", cases.packs().governing(asked.stored().record(), LocalDate.now(clock)));
        return "repair/apply";
    }

    @PostMapping("/desk/cases")
    String begin(
            @RequestParam long record,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String statement,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        String business = CompanyDesk.code(signedIn.account());
        CaseKind chosen = Objects.requireNonNullElse(Choice.of(CaseKind.class, "kind", kind), CaseKind.REPAIR);
        try {
            RepairCase begun = applications.begin(chosen, business, record, statement, signedIn.getUsername());
            return "redirect:/desk/cases/" + begun.id();
        } catch (RepairRefusedException e) {
            flash.addFlashAttribute("problem", e.getMessage());
            return "redirect:/desk/cases/new?record=%d&kind=%s".formatted(record, chosen.token());
        }
    }

    @GetMapping("/desk/cases/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        RepairCase one = own(id, signedIn);
        views.fill(one, model);
        model.addAttribute("missing", cases.missing(one));
        model.addAttribute("wanted", cases.packOf(one).materials(one.kind()));
        return "repair/own";
    }

    @PostMapping("/desk/cases/{id}/materials")
    String add(
            @PathVariable long id,
            @RequestParam String material,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, signedIn, flash, business -> {
            RepairCase one = applications.open(id, business);
            for (MultipartFile each : file == null ? List.<MultipartFile>of() : file) {
                try (InputStream content = each.getInputStream()) {
                    materials.add(
                            one,
                            material,
                            Objects.requireNonNullElse(each.getOriginalFilename(), "?"),
                            content,
                            signedIn.getUsername());
                }
            }
        });
    }

    @PostMapping("/desk/cases/{id}/submit")
    String submit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String signer,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, signedIn, flash, business -> applications.submit(id, business, signer, signedIn.getUsername()));
    }

    @PostMapping("/desk/cases/{id}/withdraw")
    String withdraw(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        return step(id, signedIn, flash, business -> applications.withdraw(id, business, signedIn.getUsername()));
    }

    @GetMapping("/desk/cases/{id}/materials/{material}")
    ResponseEntity<StreamingResponseBody> material(
            @PathVariable long id, @PathVariable long material, @AuthenticationPrincipal SignedIn signedIn) {
        return views.material(own(id, signedIn), material);
    }

    @FunctionalInterface
    private interface OwnStep {
        void take(String business) throws IOException;
    }

    private String step(long id, SignedIn signedIn, RedirectAttributes flash, OwnStep step) {
        own(id, signedIn);
        try {
            step.take(CompanyDesk.code(signedIn.account()));
            flash.addFlashAttribute("done", true);
        } catch (RepairRefusedException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        } catch (IOException e) {
            flash.addFlashAttribute("problem", "文件未能读取，请重试 / the file could not be read, try again");
        }
        return "redirect:/desk/cases/" + id;
    }

    private RepairCase own(long id, SignedIn signedIn) {
        try {
            return cases.own(id, CompanyDesk.code(signedIn.account()));
        } catch (NoSuchElementException e) {
            throw new NotFoundException("case " + id);
        }
    }
}
