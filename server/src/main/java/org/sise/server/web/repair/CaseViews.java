package org.sise.server.web.repair;

import java.time.Clock;
import java.time.LocalDate;
import org.sise.ledger.record.Decisions;
import org.sise.ledger.record.Records;
import org.sise.server.query.NotFoundException;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.repair.cases.Materials;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.cases.StoredMaterial;
import org.sise.supervision.repair.pack.RepairPack;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What the business and the officials both see of a case. */
@Component
final class CaseViews {

    private final RepairCases cases;
    private final Materials materials;
    private final Records records;
    private final Decisions decisions;
    private final Clock clock;

    CaseViews(RepairCases cases, Materials materials, Records records, Decisions decisions, Clock clock) {
        this.cases = cases;
        this.materials = materials;
        this.records = records;
        this.decisions = decisions;
        this.clock = clock;
    }

    void fill(RepairCase one, Model model) {
        RepairPack pack = cases.packOf(one);
        model.addAttribute("one", one);
        model.addAttribute("pack", pack);
        model.addAttribute("changed", cases.rulesHaveChanged(one));
        model.addAttribute("clocks", cases.clocks().of(one, pack));
        model.addAttribute("files", materials.of(one.id()));
        model.addAttribute(
                "record",
                records.original(one.recordId())
                        .orElseThrow(() -> new NotFoundException("record " + one.recordId()))
                        .stored());
        model.addAttribute(
                "now",
                decisions
                        .latest(one.recordKind(), one.recordKey())
                        .orElseThrow(() -> new NotFoundException("record " + one.recordId())));
        model.addAttribute("today", LocalDate.now(clock));
    }

    /** A file of a case, to be kept and not shown: it is of somebody else. */
    ResponseEntity<StreamingResponseBody> material(RepairCase one, long number) {
        StoredMaterial found = materials
                .find(number)
                .filter(file -> file.repairCase() == one.id())
                .orElseThrow(() -> new NotFoundException("material " + number));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(found.name()))
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(found.type()))
                .contentLength(found.size())
                .body(out -> materials.write(number, out));
    }
}
