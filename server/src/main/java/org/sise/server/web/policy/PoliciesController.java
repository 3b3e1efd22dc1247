package org.sise.server.web.policy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PolicyFaultsException;
import org.sise.grading.approval.PolicyFilter;
import org.sise.grading.approval.PolicyRefusedException;
import org.sise.grading.approval.PolicyState;
import org.sise.grading.approval.PolicyVersion;
import org.sise.grading.approval.PolicyVersions;
import org.sise.ledger.Page;
import org.sise.scoring.read.Fault;
import org.sise.scoring.read.PolicyReading;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of policy versions, and one version with its next step. */
@Controller
final class PoliciesController {

    private static final int PAGE = 30;

    private final PolicyVersions versions;
    private final MessageSource messages;
    private final Clock clock;

    PoliciesController(PolicyVersions versions, MessageSource messages, Clock clock) {
        this.versions = versions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/policies")
    String list(
            @RequestParam(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        PolicyState wanted = Choice.of(PolicyState.class, "state", state);
        String name = policy == null || policy.isBlank() ? null : policy;
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("page", page(new PolicyFilter(name, wanted, null), from));
        model.addAttribute("cursor", from);
        model.addAttribute("policies", versions.policies());
        model.addAttribute("policy", name);
        model.addAttribute("state", wanted);
        model.addAttribute("states", PolicyState.values());
        model.addAttribute(
                "query",
                "policy=%s&state=%s".formatted(name == null ? "" : name, wanted == null ? "" : wanted.token()));
        return "policy/list";
    }

    @GetMapping("/policies/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Locale locale, Model model) {
        PolicyVersion version = find(id);
        byte[] file = versions.file(id);
        PolicyReading reading = versions.check(file);
        List<Fault> faults = reading instanceof PolicyReading.Faulty faulty ? faulty.faults() : List.of();
        LocalDate today = LocalDate.now(clock.withZone(Words.SHANGHAI));
        LocalDate day = today;
        if (reading instanceof PolicyReading.Sound sound) {
            model.addAttribute("summary", PolicySummary.of(sound.policy(), new Words(locale, messages)));
            day = sound.policy().inForceFrom().isAfter(today) ? sound.policy().inForceFrom() : today;
        }
        model.addAttribute("version", version);
        model.addAttribute("faults", faults);
        model.addAttribute("lines", NumberedLine.of(file, faults));
        model.addAttribute("events", versions.history(id));
        model.addAttribute("present", versions.inForce());
        model.addAttribute("whatIf", versions.whatIf(version).orElse(null));
        model.addAttribute("day", day);
        model.addAttribute("needed", PolicyVersion.APPROVALS);
        model.addAttribute("ownWork", version.isOwnWorkOf(signedIn.getUsername()));
        model.addAttribute("approvedByMe", version.isApprovedBy(signedIn.getUsername()));
        return "policy/show";
    }

    @GetMapping("/policies/{id}/file.yaml")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        PolicyVersion version = find(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(version.name() + ".yaml"))
                .header("X-Policy-SHA-256", version.digest())
                .contentType(MediaType.parseMediaType("application/yaml"))
                .body(versions.file(id));
    }

    @PostMapping("/policies/{id}/submit")
    String submit(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String inForceFrom,
            @RequestParam(defaultValue = "false") boolean retroactive,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        LocalDate from;
        try {
            from = LocalDate.parse(inForceFrom.strip());
        } catch (DateTimeException e) {
            flash.addFlashAttribute("refused", List.of("policy.day.missing"));
            return "redirect:/policies/" + id;
        }
        return step(id, flash, () -> versions.submit(id, from, retroactive, signedIn.getUsername()));
    }

    @PostMapping("/policies/{id}/approve")
    String approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean retroactive,
            @RequestParam(required = false) @Nullable String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> versions.approve(id, retroactive, note, signedIn.getUsername()));
    }

    @PostMapping("/policies/{id}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> versions.refuse(id, reason, signedIn.getUsername()));
    }

    @PostMapping("/policies/{id}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> versions.withdraw(id, reason, signedIn.getUsername()));
    }

    private String step(long id, RedirectAttributes flash, Runnable work) {
        find(id);
        try {
            work.run();
        } catch (PolicyRefusedException e) {
            flash.addFlashAttribute("problems", List.of(String.valueOf(e.getMessage())));
        } catch (PolicyFaultsException e) {
            flash.addFlashAttribute("refused", List.of("policy.faulty.now"));
        }
        return "redirect:/policies/" + id;
    }

    private Page<PolicyVersion> page(PolicyFilter filter, @Nullable String cursor) {
        try {
            return versions.list(filter, cursor, PAGE);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
    }

    private PolicyVersion find(long id) {
        return versions.find(id).orElseThrow(() -> new NotFoundException("policy " + id));
    }
}
