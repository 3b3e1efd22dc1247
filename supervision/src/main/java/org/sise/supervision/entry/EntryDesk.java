package org.sise.supervision.entry;

import com.github.benmanes.caffeine.cache.Cache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.visit.CapPolicy;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.YearlyCaps;

/**
 * Scans at the door, both ways. A scan is two statements: one reads all that it is decided on, the other keeps it and opens
 * the visit. Every scan is kept, admitted or not. Thread-safe.
 */
public final class EntryDesk {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final EntryRules rules;
    private final EntryPolicy policy;
    private final EntryFactsQuery query;
    private final EntryScans scans;
    private final RefusedScans refused;
    private final CodeKeys keys;
    private final Visits visits;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public EntryDesk(
            DataSource dataSource,
            Visits visits,
            CodeKeys keys,
            CheckItems items,
            YearlyCaps caps,
            EntryRules rules,
            Clock clock) {
        this.clock = clock;
        this.rules = rules;
        this.policy = new EntryPolicy(items, new CapPolicy(caps), rules);
        this.query = new EntryFactsQuery(dataSource);
        this.scans = new EntryScans(dataSource);
        this.refused = new RefusedScans(dataSource);
        this.keys = keys;
        this.visits = visits;
    }

    /**
     * An officer scans a business's sign.
     *
     * @param sign the scanned text
     * @param certificate the officer's certificate
     * @param deviceAt what the phone's clock says, or null; kept, and not decided on, since the server's clock counts
     */
    public EntryAnswer scanSign(String sign, String certificate, @Nullable Instant deviceAt) {
        Instant now = now();
        CreditCode business = BusinessSign.read(sign).orElse(null);
        EntryScans.Scan scan = new EntryScans.Scan(
                now, deviceAt, Way.OFFICER, business == null ? null : business.value(), certificate, null);
        if (business == null) {
            return refused(scan, EntryAnswer.refused(List.of(Failure.of(Condition.CODE_UNREADABLE)), null));
        }
        return decide(scan, () -> query.atDoor(business.value(), certificate, day(now)));
    }

    /**
     * The business scans the code that an officer shows. A code opens a door once.
     *
     * @param text the scanned text
     * @param door at whose door, or null where the scan does not tell: the answer then names the visit's business
     * @param deviceAt what the phone's clock says, or null; kept alone
     */
    public EntryAnswer scanCode(String text, @Nullable CreditCode door, @Nullable Instant deviceAt) {
        Instant now = now();
        byte[] digest = sha256(text.strip());
        return switch (keys.verifier(text).check(text, now)) {
            case CodeCheck.Bad bad ->
                refused(
                        new EntryScans.Scan(
                                now, deviceAt, Way.BUSINESS, door == null ? null : door.value(), null, digest),
                        EntryAnswer.refused(List.of(bad.fault()), null));
            case CodeCheck.Untimely untimely -> {
                EntryScans.Scan scan = scan(untimely.code(), digest, now, deviceAt);
                EntryAnswer answer = policy.decide(facts(untimely.code(), digest, door, now));
                yield refused(scan, answer.with(untimely.fault()));
            }
            case CodeCheck.Good good ->
                decide(scan(good.code(), digest, now, deviceAt), () -> facts(good.code(), digest, door, now));
        };
    }

    /**
     * The code that an officer of a visit shows now; it changes with the step of the rules.
     *
     * @throws IllegalArgumentException when the officer does not belong to the visit
     * @throws java.util.NoSuchElementException when there is no such visit
     */
    public String codeToShow(long visit, String certificate) {
        Visit of = visitOf(visit, certificate);
        return keys.signer().shown(visit, of.issue(), of.business(), now(), rules);
    }

    /**
     * A code to be shown where there is no network, as {@link #codeToShow}.
     *
     * @param validity for how long, at most what the rules allow
     */
    public String codeToCarry(long visit, String certificate, Duration validity) {
        Visit of = visitOf(visit, certificate);
        return keys.signer().carried(visit, of.issue(), of.business(), now(), validity, rules);
    }

    /** The visit whose code the business scanned at its door; empty for a code that opened none. */
    public Optional<Long> visitOfScanned(String text) {
        return scans.visitOfCode(sha256(text.strip()));
    }

    /** The scans at a business's door, the newest first. */
    public List<EntryAttempt> attempts(CreditCode business, int limit) {
        return scans.at(business.value(), limit);
    }

    /** What is kept in memory of officers, for its size and rate of hits. */
    public Cache<?, ?> officerCards() {
        return query.officers().cache();
    }

    private EntryAnswer decide(EntryScans.Scan scan, Supplier<EntryFacts> facts) {
        for (int attempt = 0; attempt < 3; attempt++) {
            EntryFacts read = facts.get();
            EntryAnswer answer = policy.decide(read);
            EntryFacts.Planned visit = read.visit();
            if (!answer.isAdmitted() || visit == null) {
                return refused(scan, answer);
            }
            Optional<Long> admitted = scans.admit(scan, visit.id(), visit.issue());
            if (admitted.isPresent()) {
                return answer;
            }
            // Somebody was faster, or the visit was changed: what is read now says so.
        }
        throw new IllegalStateException("the visit changes faster than it can be read");
    }

    private EntryAnswer refused(EntryScans.Scan scan, EntryAnswer answer) {
        refused.keep(scan, answer, "");
        return answer;
    }

    private EntryFacts facts(TaskCode code, byte[] digest, @Nullable CreditCode door, Instant now) {
        return query.ofCode(code, digest, door == null ? null : door.value(), day(now));
    }

    private static EntryScans.Scan scan(TaskCode code, byte[] digest, Instant now, @Nullable Instant deviceAt) {
        return new EntryScans.Scan(now, deviceAt, Way.BUSINESS, code.business().value(), null, digest);
    }

    private Visit visitOf(long visit, String certificate) {
        Visit of = visits.visit(visit);
        if (!of.officers().contains(certificate)) {
            throw new IllegalArgumentException(
                    "执法证 %s 不在任务名单内 / %s does not belong to the visit".formatted(certificate, certificate));
        }
        return of;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
