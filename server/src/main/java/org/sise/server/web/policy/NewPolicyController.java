package org.sise.server.web.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PolicyFaultsException;
import org.sise.grading.approval.PolicyRefusedException;
import org.sise.grading.approval.PolicyVersion;
import org.sise.grading.approval.PolicyVersions;
import org.sise.scoring.read.Fault;
import org.sise.scoring.read.PolicyReading;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The form of a new version, with its faults beside the lines. */
@Controller
final class NewPolicyController {

    private final PolicyVersions versions;

    NewPolicyController(PolicyVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/policies/new")
    ModelAndView blank(@RequestParam(required = false) @Nullable Long from) {
        if (from == null) {
            return new ModelAndView("policy/new").addObject("text", "");
        }
        PolicyVersion version = versions.find(from).orElseThrow(() -> new NotFoundException("policy " + from));
        return new ModelAndView("policy/new")
                .addObject("from", version)
                .addObject("text", new String(versions.file(from), StandardCharsets.UTF_8));
    }

    @PostMapping("/policies/check")
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Model model)
            throws IOException {
        byte[] bytes = bytes(file, text);
        switch (versions.check(bytes)) {
            case PolicyReading.Sound sound -> model.addAttribute("sound", sound.policy());
            case PolicyReading.Faulty faulty -> {
                model.addAttribute("faults", faulty.faults());
                model.addAttribute("lines", NumberedLine.of(bytes, faulty.faults()));
            }
        }
        return "policy/check";
    }

    @PostMapping("/policies")
    ModelAndView draft(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal SignedIn signedIn)
            throws IOException {
        byte[] bytes = bytes(file, text);
        try {
            return new ModelAndView("redirect:/policies/"
                    + versions.draft(bytes, signedIn.getUsername()).id());
        } catch (PolicyFaultsException e) {
            return refused(bytes, e.faults(), null);
        } catch (PolicyRefusedException e) {
            return refused(bytes, List.of(), e.getMessage());
        }
    }

    private static ModelAndView refused(byte[] bytes, List<Fault> faults, @Nullable String problem) {
        ModelAndView page = new ModelAndView("policy/new");
        List<NumberedLine> lines = NumberedLine.of(bytes, faults);
        page.addObject("text", lines.isEmpty() ? "" : new String(bytes, StandardCharsets.UTF_8));
        page.addObject("faults", faults);
        page.addObject("lines", lines);
        page.addObject("problem", problem);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The file byte for byte where one was chosen, else the text with the line ends of a file. */
    private static byte[] bytes(@Nullable MultipartFile file, String text) throws IOException {
        return file != null && !file.isEmpty()
                ? file.getBytes()
                : text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
