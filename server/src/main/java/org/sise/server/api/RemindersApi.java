package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Text;
import org.sise.server.desk.ReminderDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.DayField;
import org.sise.server.query.Filled;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.reminder.Reminder;
import org.sise.supervision.reminder.ReminderFilter;
import org.sise.supervision.reminder.Reminders;
import org.sise.supervision.reminder.SlipKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Slips that businesses have been given. */
@RestController
@RequestMapping(path = "/api/v1/reminders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "reminders", description = "风险提示单 / reminder slips")
final class RemindersApi {

    private final Reminders reminders;
    private final ReminderDesk desk;
    private final ColourAccess colours;

    RemindersApi(Reminders reminders, ReminderDesk desk, ColourAccess colours) {
        this.reminders = reminders;
        this.desk = desk;
        this.colours = colours;
    }

    /** A slip. */
    @Schema(name = "Reminder")
    public record ReminderResponse(
            long id,
            String business,
            String kind,
            LocalDate day,
            Text says,
            Text remedy,

            @Schema(description = "影响最大的记录 / the record that weighs most") @Nullable
            Long record,

            LocalDate madeOn,
            @Nullable LocalDate closedOn,
            @Nullable Instant readAt) {
        static ReminderResponse of(Reminder one) {
            return new ReminderResponse(
                    one.id(),
                    one.business(),
                    one.slip().kind().token(),
                    one.slip().day(),
                    one.slip().says(),
                    one.slip().remedy(),
                    one.slip().record(),
                    one.madeOn(),
                    one.closedOn(),
                    one.readAt());
        }
    }

    @GetMapping
    @Operation(summary = "风险提示，最近在前 / slips, the latest first")
    ApiPage<ReminderResponse> list(
            @Parameter(description = "threshold, worsening, permit, commitment, repair")
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String dueBy,
            @Parameter(description = "是否含已关闭 / whether closed ones are among them")
                    @RequestParam(defaultValue = "false")
                    boolean closed,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        ReminderFilter filter = new ReminderFilter(
                Choice.of(SlipKind.class, "kind", kind),
                Filled.orNull(business),
                Filled.orNull(dueBy) == null ? null : DayField.of("dueBy", dueBy),
                colours.seesColours(signedIn.account()),
                closed);
        int most = Limit.of(limit);
        return ApiPage.cut(
                reminders.page(filter, NumberCursor.of(cursor), most + 1),
                most,
                Reminder::id,
                reminders.count(filter),
                ReminderResponse::of);
    }

    @GetMapping("/mine")
    @Operation(summary = "本企业的风险提示 / the signed-in business's own")
    List<ReminderResponse> mine(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return desk.of(signedIn.account()).stream().map(ReminderResponse::of).toList();
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "已阅 / the business has read it")
    void read(@PathVariable long id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        desk.read(id, signedIn.account());
    }
}
