package org.sise.server.web.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sise.server.house.PublicationSettings;
import org.sise.server.query.NotFoundException;
import org.sise.supervision.plan.Plan;
import org.sise.supervision.plan.PlanState;
import org.sise.supervision.plan.Plans;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The folder of a drawn plan, file by file, as it stands published: what anybody needs to recompute the draw. The lists made
 * for the authority's own use, which have names of officers beside each business, are not part of it.
 */
@Controller
final class PublishedFilesController {

    /** The files of a published folder. */
    static final List<String> FILES =
            List.of("transcript.json", "objects.csv", "inspectors.csv", "items.csv", "recusals.csv");

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Plans plans;
    private final PublicationSettings settings;

    PublishedFilesController(Plans plans, PublicationSettings settings) {
        this.plans = plans;
        this.settings = settings;
    }

    @GetMapping("/published/plans/{id}/{file:[a-z]+\\.(?:csv|json)}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String file) throws IOException {
        Plan plan = plans.find(id)
                .filter(found -> found.state() == PlanState.DRAWN)
                .orElseThrow(() -> new NotFoundException(id));
        if (!FILES.contains(file) || !settings.drawFiles()) {
            throw new NotFoundException(file);
        }
        Path path = plans.folder(plan.id()).resolve(file);
        byte[] bytes = Files.isRegularFile(path)
                ? Files.readAllBytes(path)
                : plans.file(plan.id(), file).orElseThrow(() -> new NotFoundException(file));
        return ResponseEntity.ok()
                .contentType(file.endsWith(".json") ? MediaType.APPLICATION_JSON : CSV)
                .cacheControl(CacheControl.noCache())
                .body(bytes);
    }
}
