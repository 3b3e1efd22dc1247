package org.sise.server.web.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sise.server.query.NotFoundException;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.plan.Plan;
import org.sise.supervision.plan.PlanState;
import org.sise.supervision.plan.Plans;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a plan: what was frozen, the transcript, the list, and the folder as one archive. */
@Controller
final class PlanFilesController {

    private final Plans plans;

    PlanFilesController(Plans plans) {
        this.plans = plans;
    }

    @GetMapping("/plans/{id}/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String name) {
        Plan plan = plans.find(id).orElseThrow(() -> new NotFoundException(id));
        if (!PlanFiles.ALL.contains(name)) {
            throw new NotFoundException(name);
        }
        byte[] bytes = plans.file(id, name).orElseThrow(() -> new NotFoundException(name));
        boolean list = name.startsWith("list.");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(list ? plan.id() + "-" + name : name))
                .contentType(type(name))
                .body(bytes);
    }

    @GetMapping("/plans/{id}/folder.zip")
    void folder(@PathVariable String id, HttpServletResponse response) throws IOException {
        Plan plan = plans.find(id)
                .filter(found -> found.state() == PlanState.DRAWN)
                .orElseThrow(() -> new NotFoundException(id));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(plan.id() + ".zip"));
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            for (String name : PlanFiles.ALL) {
                byte[] bytes = plans.file(id, name).orElse(null);
                if (bytes != null) {
                    zip.putNextEntry(new ZipEntry(plan.id() + "/" + name));
                    zip.write(bytes);
                    zip.closeEntry();
                }
            }
        }
    }

    private static MediaType type(String name) {
        if (name.endsWith(".json")) {
            return MediaType.APPLICATION_JSON;
        }
        return name.endsWith(".xlsx") ? Downloads.XLSX : Downloads.CSV;
    }
}
