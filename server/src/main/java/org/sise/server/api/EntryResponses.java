package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.ScanDesk;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.Choice;
import org.sise.supervision.entry.BusinessAtDoor;
import org.sise.supervision.entry.EmergencyReview;
import org.sise.supervision.entry.EntryAnswer;
import org.sise.supervision.entry.EntryAttempt;
import org.sise.supervision.entry.Failure;
import org.sise.supervision.entry.VisitAtDoor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What the calls at the door answer. */
final class EntryResponses {

    private EntryResponses() {}

    /** A failed condition with what to do about it. */
    @Schema(name = "FailedCondition")
    public record Failed(
            @Schema(example = "certificate-expired") String condition,

            @Schema(description = "不满足的条件和处理办法 / what failed and what to do")
            String message,

            String zh,
            String en,
            String detailZh,
            String detailEn,
            String remedyZh,
            String remedyEn) {
        static Failed of(Failure failure) {
            return new Failed(
                    Choice.word(failure.condition()),
                    failure.message(),
                    failure.condition().zh(),
                    failure.condition().en(),
                    failure.detailZh(),
                    failure.detailEn(),
                    failure.condition().remedyZh(),
                    failure.condition().remedyEn());
        }
    }

    /** Something that is told beside a verdict. */
    @Schema(name = "EntryNotice")
    public record Told(String notice, String zh, String en) {}

    /** Who and what comes. */
    @Schema(name = "ComingVisit")
    public record Coming(
            long visit,
            String business,
            String name,
            LocalDate from,
            LocalDate until,
            String state,
            List<String> kinds,
            List<String> departments,
            List<VisitResponses.Item> items,
            List<VisitResponses.Officer> officers) {
        static Coming of(VisitDesk.Coming coming) {
            VisitAtDoor visit = coming.visit();
            return new Coming(
                    visit.id(),
                    visit.business(),
                    coming.name(),
                    visit.window().from(),
                    visit.window().until(),
                    Choice.word(visit.state()),
                    visit.kinds().stream().map(Choice::word).sorted().toList(),
                    visit.departments(),
                    coming.items().stream().map(VisitResponses.Item::of).toList(),
                    visit.officers().stream().map(VisitResponses.Officer::of).toList());
        }
    }

    /** The business at whose door an officer stands, with its present colour. */
    @Schema(name = "BusinessAtDoor")
    public record AtDoor(
            String code,
            String name,
            @Nullable String address,
            String status,

            @Schema(description = "当前颜色 / present colour") @Nullable
            String colour) {
        static AtDoor of(BusinessAtDoor business, boolean colours) {
            return new AtDoor(
                    business.code(),
                    business.name(),
                    business.address(),
                    business.status().token(),
                    colours && business.grade() != null ? Choice.word(business.grade()) : null);
        }
    }

    /** A green answer. */
    @Schema(name = "EntryAnswer")
    public record Admitted(
            boolean admitted,
            List<Told> notices,
            @Nullable Coming visit,
            @Nullable AtDoor business,

            @Schema(description = "手机时钟比服务器快的秒数 / seconds by which the phone's clock is ahead") @Nullable
            Long clockAheadSeconds) {}

    /** A scan that was kept. */
    @Schema(name = "EntryAttempt")
    public record Attempt(
            long id,
            Instant at,
            @Nullable Instant deviceAt,
            String way,
            @Nullable String business,
            @Nullable Long visit,
            @Nullable String certificate,
            boolean admitted,
            List<String> conditions,
            String reason) {
        static Attempt of(EntryAttempt attempt) {
            return new Attempt(
                    attempt.id(),
                    attempt.at(),
                    attempt.deviceAt(),
                    attempt.way().token(),
                    attempt.business(),
                    attempt.visit(),
                    attempt.certificate(),
                    attempt.isAdmitted(),
                    attempt.failures().stream().map(Choice::word).toList(),
                    attempt.reason());
        }
    }

    /** An emergency entry and its review. */
    @Schema(name = "EmergencyEntry")
    public record Emergency(
            long visit,
            String state,
            String reason,
            String enteredBy,
            Instant enteredAt,
            LocalDate due,
            @Nullable String reviewedBy,
            @Nullable String note) {
        static Emergency of(EmergencyReview review) {
            return new Emergency(
                    review.visit(),
                    Choice.word(review.state()),
                    review.reason(),
                    review.enteredBy(),
                    review.enteredAt(),
                    review.due(),
                    review.reviewedBy(),
                    review.note());
        }
    }

    /** 200 with who comes, or 422 as problem details that name each failed condition. */
    static ResponseEntity<?> of(ScanDesk.Result result, String instance, boolean colours) {
        EntryAnswer answer = result.answer();
        Coming visit = result.visit() == null ? null : Coming.of(result.visit());
        AtDoor business = result.business() == null ? null : AtDoor.of(result.business(), colours);
        List<Told> notices = answer.notices().stream()
                .map(notice -> new Told(Choice.word(notice), notice.zh(), notice.en()))
                .toList();
        Long ahead = result.clockOff() == null ? null : result.clockOff().toSeconds();
        if (answer.isAdmitted()) {
            return ResponseEntity.ok(new Admitted(true, notices, visit, business, ahead));
        }
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setDetail("不得入企：%d 项条件不满足 / no entry: %d conditions failed"
                .formatted(answer.failures().size(), answer.failures().size()));
        problem.setInstance(URI.create(instance));
        problem.setProperty("code", "entry-refused");
        problem.setProperty(
                "conditions", answer.failures().stream().map(Failed::of).toList());
        problem.setProperty("notices", notices);
        problem.setProperty("visit", visit);
        problem.setProperty("business", business);
        problem.setProperty("clockAheadSeconds", ahead);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static Map<String, Object> rated(long visit, int score) {
        return Map.of("visit", visit, "score", score);
    }
}
