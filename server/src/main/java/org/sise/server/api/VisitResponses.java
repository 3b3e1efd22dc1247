package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.Choice;
import org.sise.supervision.door.DoorRecords;
import org.sise.supervision.door.Rating;
import org.sise.supervision.door.RecordedFinding;
import org.sise.supervision.door.Signature;
import org.sise.supervision.entry.VisitAtDoor;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitTask;

/** Tasks and visits as the REST interface gives them. */
final class VisitResponses {

    private VisitResponses() {}

    /** An item to be checked, with its legal basis. */
    @Schema(name = "VisitItem")
    public record Item(
            String id,
            String title,
            String basis,
            @Nullable String kind,
            @Nullable String method) {
        static Item of(VisitDesk.ShownItem shown) {
            return new Item(
                    shown.id(),
                    shown.title(),
                    shown.basis(),
                    shown.item() == null ? null : Choice.word(shown.item().kind()),
                    shown.item() == null ? null : shown.item().method());
        }
    }

    /** An officer of a visit. */
    @Schema(name = "VisitOfficer")
    public record Officer(String certificate, @Nullable String name, boolean inside) {
        static Officer of(VisitAtDoor.Officer shown) {
            return new Officer(shown.certificate(), shown.name(), shown.inside());
        }
    }

    /** One department's check of one business. */
    @Schema(name = "VisitTask")
    public record Task(
            long id,
            String business,
            String kind,
            String department,
            @Nullable String plan,
            String reason,
            List<String> items,
            List<String> officers,
            LocalDate from,
            LocalDate until,
            String state,
            @Nullable Long visit,
            Instant createdAt,
            String createdBy,
            @Nullable String decidedBy,
            @Nullable String note) {
        static Task of(VisitTask task) {
            return new Task(
                    task.id(),
                    task.draft().business().value(),
                    Choice.word(task.draft().kind()),
                    task.draft().department(),
                    task.draft().plan(),
                    task.draft().reason(),
                    task.draft().items(),
                    task.draft().officers(),
                    task.draft().window().from(),
                    task.draft().window().until(),
                    Choice.word(task.state()),
                    task.visit(),
                    task.createdAt(),
                    task.createdBy(),
                    task.decidedBy(),
                    task.note());
        }
    }

    /** A visit in a list. */
    @Schema(name = "Visit")
    public record Line(
            long id,
            String business,
            LocalDate from,
            LocalDate until,
            String state,
            List<String> kinds,
            List<String> items,
            List<String> officers,
            @Nullable Instant openedAt,
            @Nullable Instant leftAt) {
        static Line of(Visit visit) {
            return new Line(
                    visit.id(),
                    visit.business().value(),
                    visit.window().from(),
                    visit.window().until(),
                    Choice.word(visit.state()),
                    visit.kinds().stream().map(Choice::word).sorted().toList(),
                    visit.items(),
                    visit.officers(),
                    visit.openedAt(),
                    visit.leftAt());
        }
    }

    /** What was found for one item. */
    @Schema(name = "VisitFinding")
    public record FindingLine(
            String item,
            String result,
            String note,

            @Schema(description = "照片的 SHA-256 / SHA-256 of the photographs")
            List<String> photographs,

            String certificate,
            Instant at,

            @Schema(description = "是否为该事项的现行结果 / whether it stands")
            boolean stands) {
        static FindingLine of(RecordedFinding found) {
            return new FindingLine(
                    found.finding().item(),
                    found.finding().result().token(),
                    found.finding().note(),
                    found.finding().photographs(),
                    found.certificate(),
                    found.at(),
                    found.stands());
        }
    }

    /** A visit whole. */
    @Schema(name = "VisitFile")
    public record Whole(
            Line visit,
            String name,
            List<Task> tasks,
            List<Item> items,
            List<Officer> officers,
            List<FindingLine> findings,
            @Nullable Signature signature,
            @Nullable Rating rating,
            @Nullable String result,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate publishBy) {
        static Whole of(VisitDesk.Shown shown, DoorRecords door) {
            long id = shown.visit().id();
            DoorRecords.Result result = door.result(id).orElse(null);
            return new Whole(
                    Line.of(shown.visit()),
                    shown.name(),
                    shown.tasks().stream().map(Task::of).toList(),
                    shown.items().stream().map(Item::of).toList(),
                    shown.officers().stream().map(Officer::of).toList(),
                    door.findings(id).stream().map(FindingLine::of).toList(),
                    door.signature(id).orElse(null),
                    door.rating(id).orElse(null),
                    result == null ? null : result.result().token(),
                    result == null ? null : result.completedOn(),
                    result == null ? null : result.due());
        }
    }
}
