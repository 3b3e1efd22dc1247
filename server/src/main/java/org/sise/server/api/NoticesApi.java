package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.notice.Feedback;
import org.sise.integrations.notice.Notice;
import org.sise.integrations.notice.NoticeQuery;
import org.sise.integrations.notice.NoticeState;
import org.sise.integrations.notice.Notices;
import org.sise.integrations.notice.SubscriberState;
import org.sise.integrations.notice.Subscribers;
import org.sise.server.desk.NoticeDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices to departments, and their feedback. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices", description = "部门通知与反馈 / notices to departments and their feedback")
final class NoticesApi {

    private static final int MOST_ATTEMPTS = 100;

    private final Notices notices;
    private final Subscribers subscribers;
    private final NoticeDesk desk;

    NoticesApi(Notices notices, Subscribers subscribers, NoticeDesk desk) {
        this.notices = notices;
        this.subscribers = subscribers;
        this.desk = desk;
    }

    /** A notice. */
    @Schema(name = "Notice")
    public record NoticeResponse(
            @Schema(description = "列表中的编号，即游标 / number in the list, the cursor")
            long id,

            @Schema(description = "幂等键 / idempotency key") UUID key,
            String subscriber,

            @Schema(description = "该部门的序号，从1起无间断 / number among the department's, from 1 without gaps")
            long number,

            String topic,

            @Schema(description = "统一社会信用代码 / credit code") String business,

            Instant happenedAt,

            @Schema(allowableValues = {"pending", "sent", "acknowledged", "refused", "passed"})
            String state,

            int attempts,
            @Nullable String lastError,
            @Nullable Instant sentAt,
            @Nullable String reference,

            @Schema(allowableValues = {"received", "acted", "refused"}) @Nullable
            String answer) {}

    /** A notice with what is sent, what was tried and what was answered. */
    @Schema(name = "NoticeDetail")
    public record NoticeDetailResponse(
            NoticeResponse notice,

            @Schema(description = "发送的内容，JSON / what is sent, JSON")
            String body,

            List<AttemptResponse> attempts,
            List<AnswerResponse> feedback) {}

    /** An attempt to send, or a step of a person. */
    @Schema(name = "NoticeAttempt")
    public record AttemptResponse(
            Instant at,

            @Schema(allowableValues = {"sent", "later", "refused", "again", "passed"})
            String outcome,

            @Nullable Integer status,
            @Nullable String message,
            @Nullable String actor) {}

    /** Feedback as it was given. */
    @Schema(name = "NoticeFeedback")
    public record AnswerResponse(
            String state,
            @Nullable String text,
            @Nullable LocalDate date,
            @Nullable String reference,

            @Schema(allowableValues = {"answer", "api", "file", "topic"})
            String way,

            String by,
            Instant at) {}

    /** Feedback to be given. */
    @Schema(name = "NoticeFeedbackRequest")
    public record FeedbackRequest(
            @Schema(allowableValues = {"received", "acted", "refused"}) @Nullable
            String state,

            @Schema(description = "说明，不予办理时必填 / in words, needed where it is refused") @Nullable
            String text,

            @Schema(description = "办理日期，如 2026-11-28 / day") @Nullable
            String date,

            @Schema(description = "本部门文号 / the department's own number") @Nullable
            String reference) {}

    /** What became of feedback. */
    @Schema(name = "NoticeFeedbackResponse")
    public record FeedbackResponse(
            @Schema(description = "首次收到为真，重复为假 / true when new, false when the same was given before")
            boolean fresh) {}

    /** A subscription and how its queue stands. */
    @Schema(name = "Subscription")
    public record SubscriptionResponse(
            String subscriber,
            String zh,
            String en,
            String department,
            Set<String> topics,

            @Schema(allowableValues = {"http", "folder", "kafka"})
            String type,

            @Schema(allowableValues = {"ok", "behind", "failing", "off"})
            String condition,

            long pending,
            long sent,
            long acknowledged,
            long refused,
            long passed,
            long uncollected,
            @Nullable Instant oldest,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant nextAttempt,
            @Nullable String lastError,
            @Nullable Instant lastSentAt) {}

    @GetMapping("/notices")
    @Operation(
            summary = "通知 / notices",
            description = "按编号顺序，after 为游标；部门只见发给自己的 / by number, after is the cursor; a department sees its own")
    List<NoticeResponse> list(
            @RequestParam(required = false) @Nullable String subscriber,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String topic,
            @Parameter(description = "统一社会信用代码 / credit code") @RequestParam(required = false) @Nullable
                    String business,
            @Parameter(description = "此编号之后的 / those after this number") @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (after < 0) {
            throw new BadParameterException("after", "不能为负 / must not be negative");
        }
        NoticeQuery query = new NoticeQuery(
                desk.seenBy(signedIn.account()),
                subscriber,
                Choice.of(NoticeState.class, "state", state),
                topic,
                business);
        return notices.after(query, after, Limit.of(limit)).stream()
                .map(NoticesApi::response)
                .toList();
    }

    @GetMapping("/notices/{key}")
    @Operation(summary = "一条通知 / one notice")
    NoticeDetailResponse show(
            @PathVariable UUID key, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        Notice notice = find(key, signedIn);
        return new NoticeDetailResponse(
                response(notice),
                notice.body(),
                notices.attempts(notice, MOST_ATTEMPTS).stream()
                        .map(one ->
                                new AttemptResponse(one.at(), one.outcome(), one.status(), one.message(), one.actor()))
                        .toList(),
                notices.answers(notice).stream()
                        .map(one -> new AnswerResponse(
                                one.state().token(),
                                one.text(),
                                one.date(),
                                one.reference(),
                                one.way().token(),
                                one.by(),
                                one.at()))
                        .toList());
    }

    @PostMapping(path = "/notices/{key}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "反馈 / gives feedback", description = "相同反馈只记一次 / the same feedback counts once")
    FeedbackResponse feedback(
            @PathVariable UUID key,
            @RequestBody FeedbackRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        Notice notice = find(key, signedIn);
        if (!desk.answersFor(signedIn.account(), notice.subscriber())) {
            throw new AccessDeniedException("not a notice to this department");
        }
        return new FeedbackResponse(desk.answer(notice, feedback(request), signedIn.getUsername()));
    }

    @PostMapping("/notices/{key}/send-again")
    @Operation(summary = "重新发送 / sends a notice again")
    NoticeResponse sendAgain(
            @PathVariable UUID key, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(key, signedIn);
        try {
            return response(desk.sendAgain(key, signedIn.getUsername()));
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }

    @PostMapping("/notices/{key}/pass")
    @Operation(summary = "跳过 / goes on past a notice")
    NoticeResponse pass(@PathVariable UUID key, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(key, signedIn);
        try {
            return response(desk.pass(key, signedIn.getUsername()));
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }

    @GetMapping("/subscriptions")
    @Operation(summary = "订阅及其队列 / subscriptions and how their queues stand")
    List<SubscriptionResponse> subscriptions(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        Set<String> seen = desk.seenBy(signedIn.account());
        return subscribers.all().stream()
                .filter(state ->
                        seen == null || seen.contains(state.subscription().subscriber()))
                .map(NoticesApi::response)
                .toList();
    }

    private Notice find(UUID key, SignedIn signedIn) {
        return desk.find(key, signedIn.account()).orElseThrow(() -> new NotFoundException("notice " + key));
    }

    private static Feedback feedback(FeedbackRequest request) {
        try {
            return Feedback.of(request.state(), request.text(), request.date(), request.reference());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int colon = message.indexOf(':');
            throw new BadParameterException(
                    colon < 0 ? "state" : message.substring(0, colon), message.replaceAll("(^|/ )[a-z]+: ", "$1"));
        }
    }

    private static NoticeResponse response(Notice notice) {
        return new NoticeResponse(
                notice.id(),
                notice.key(),
                notice.subscriber(),
                notice.number(),
                notice.topic(),
                notice.subject(),
                notice.happenedAt(),
                notice.state().token(),
                notice.attempts(),
                notice.lastError(),
                notice.sentAt(),
                notice.reference(),
                notice.answer() == null ? null : notice.answer().token());
    }

    private static SubscriptionResponse response(SubscriberState state) {
        var subscription = state.subscription();
        return new SubscriptionResponse(
                subscription.subscriber(),
                subscription.title().zh(),
                subscription.title().en(),
                subscription.department(),
                subscription.topics(),
                subscription.to().type(),
                state.condition().token(),
                state.count(NoticeState.PENDING),
                state.count(NoticeState.SENT),
                state.count(NoticeState.ACKNOWLEDGED),
                state.count(NoticeState.REFUSED),
                state.count(NoticeState.PASSED),
                state.uncollected(),
                state.oldest(),
                state.failures(),
                state.failingSince(),
                state.nextAttempt(),
                state.lastError(),
                state.lastSentAt());
    }
}
