package org.sise.server.desk;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.security.Account;
import org.sise.supervision.talk.Talk;
import org.sise.supervision.talk.TalkDraft;
import org.sise.supervision.talk.TalkFilter;
import org.sise.supervision.talk.TalkKind;
import org.sise.supervision.talk.Talks;
import org.springframework.stereotype.Component;

/** Takes proposals and appointments of talks and names the field that is wrong. */
@Component
public final class TalkDesk {

    private static final int MOST = 100;

    private final Talks talks;
    private final Registered registered;

    TalkDesk(Talks talks, Registered registered) {
        this.talks = talks;
        this.registered = registered;
    }

    /** What somebody fills in. */
    public record Proposal(
            @Nullable String business,
            @Nullable String kind,
            @Nullable String department,
            @Nullable String reason,
            @Nullable Long record) {}

    /** The talks that the business for which an account speaks has been told of, the latest first. */
    public List<Talk> of(Account account) {
        return talks.page(new TalkFilter(null, null, CompanyDesk.code(account), null), null, MOST).stream()
                .filter(talk -> talk.at() != null)
                .toList();
    }

    /** Proposes a talk; gives its number. */
    public long propose(Proposal proposal, String actor) {
        CreditCode business = registered.of(proposal.business());
        TalkKind kind = Choice.of(TalkKind.class, "kind", proposal.kind());
        if (kind == null) {
            throw new BadParameterException("kind", "请选择约谈类型 / choose the kind of talk");
        }
        return talks.propose(
                new TalkDraft(
                        kind,
                        business,
                        Filled.orEmpty(proposal.department()),
                        Filled.orEmpty(proposal.reason()),
                        proposal.record()),
                actor);
    }

    /** Appoints a time of Shanghai such as 2026-12-01T09:30. */
    public Talk appoint(long id, @Nullable String at, @Nullable String place, String actor) {
        return talks.appoint(id, time(at), Filled.orEmpty(place), actor);
    }

    private static LocalDateTime time(@Nullable String at) {
        try {
            return LocalDateTime.parse(Filled.orEmpty(at));
        } catch (DateTimeParseException e) {
            throw new BadParameterException("at", "应为时间，如 2026-12-01T09:30 / must be a time, as 2026-12-01T09:30");
        }
    }
}
