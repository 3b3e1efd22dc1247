package org.sise.server.web.repair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.Decisions;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;
import org.sise.server.query.NotFoundException;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.repair.cases.Materials;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.cases.StoredMaterial;
import org.sise.supervision.repair.pack.Application;
import org.sise.supervision.repair.pack.ListingRule;
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
    private final StandingRecords standing;
    private final Clock clock;

    CaseViews(
            RepairCases cases,
            Materials materials,
            Records records,
            Decisions decisions,
            StandingRecords standing,
            Clock clock) {
        this.cases = cases;
        this.materials = materials;
        this.records = records;
        this.decisions = decisions;
        this.standing = standing;
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

    /** The inspection results in effect that may stop with a case's record; none where its rules know nothing of it. */
    List<StoredRecord> linkable(RepairCase one) {
        ListingRule rule = cases.packOf(one).listings().get(RecordKind.INSPECTION);
        if (rule == null
                || rule.period().application() != Application.WITH_PENALTY
                || one.kind().isObjection()) {
            return List.of();
        }
        return standing.of(List.of(one.business()), RecordKind.INSPECTION).stream()
                .filter(stored -> stored.record().header().department().equals(one.department()))
                .toList();
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
