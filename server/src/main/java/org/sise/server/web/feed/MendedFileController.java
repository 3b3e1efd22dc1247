package org.sise.server.web.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.MendedFiles;
import org.sise.integrations.row.FileFault;
import org.sise.server.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a file of quarantined rows that came back mended. */
@Controller
final class MendedFileController {

    private final MendedFiles mendedFiles;

    MendedFileController(MendedFiles mendedFiles) {
        this.mendedFiles = mendedFiles;
    }

    @PostMapping("/feeds/quarantine/import")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash)
            throws IOException {
        if (file == null || file.isEmpty()) {
            flash.addFlashAttribute(
                    "problem",
                    "请选择改正后的文件（由隔离区导出的XLSX或CSV） / choose the mended file that was exported from the quarantine");
            return "redirect:/feeds/quarantine";
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file.xlsx");
        Path copy = Files.createTempFile("sise-mended-", ".tmp");
        try {
            file.transferTo(copy);
            long job = mendedFiles
                    .take(copy, shortened(name), signedIn.getUsername())
                    .id();
            return "redirect:/feeds/quarantine/jobs/" + job;
        } catch (FileFault e) {
            flash.addFlashAttribute("problem", e.message());
            return "redirect:/feeds/quarantine";
        } finally {
            Files.delete(copy);
        }
    }

    private static String shortened(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > 200 ? last.substring(last.length() - 200) : last;
    }
}
