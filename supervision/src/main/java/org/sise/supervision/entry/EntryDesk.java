package org.sise.supervision.entry;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.digest.Sha256;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.visit.CapPolicy;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.YearlyCaps;

/**
 * Scans at the door, both ways. One statement reads all that a scan is decided on, another keeps it, and opens the visit where
 * it is admitted; scans that come at the same time share both. Every scan is kept, admitted or not. Thread-safe, outside of
 * transactions.
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

    /**
     * What was decided on a scan; a refused one has been kept.
     *
     * @param visit the visit as it was read, or null where there is none
     */
    private record Verdict(EntryAnswer answer, EntryFacts.@Nullable Planned visit) {}

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
        return business == null
                ? unread(scan, Failure.of(Condition.CODE_UNREADABLE))
                : decide(scan, EntryQuestion.atDoor(business.value(), certificate, day(now)), null);
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
        byte[] digest = Sha256.of(text.strip());
        String at = door == null ? null : door.value();
        return switch (keys.verifier(text).check(text, now)) {
            case CodeCheck.Bad bad ->
                unread(new EntryScans.Scan(now, deviceAt, Way.BUSINESS, at, null, digest), bad.fault());
            case CodeCheck.Untimely untimely ->
                decide(
                        scan(untimely.code(), digest, now, deviceAt),
                        EntryQuestion.ofCode(untimely.code(), digest, at, day(now)),
                        untimely.fault());
            case CodeCheck.Good good ->
                decide(
                        scan(good.code(), digest, now, deviceAt),
                        EntryQuestion.ofCode(good.code(), digest, at, day(now)),
                        null);
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
        return scans.visitOfCode(Sha256.of(text.strip()));
    }

    /** The scans at a business's door, the newest first. */
    public List<EntryAttempt> attempts(CreditCode business, int limit) {
        return scans.at(business.value(), limit);
    }

    /** What is kept in memory of officers, for its size and rate of hits. */
    public Cache<?, ?> officerCards() {
        return query.officers().cache();
    }

    EntryFactsQuery query() {
        return query;
    }

    RefusedScans refused() {
        return refused;
    }

    private EntryAnswer unread(EntryScans.Scan scan, Failure fault) {
        return Together.await(refused.keep(scan, EntryAnswer.refused(List.of(fault), null), ""));
    }

    /** With what is wrong with the scanned code itself, or null. */
    private EntryAnswer decide(EntryScans.Scan scan, EntryQuestion question, @Nullable Failure fault) {
        for (int attempt = 0; attempt < 3; attempt++) {
            Verdict verdict = Together.await(query.ask(question).thenCompose(facts -> verdict(scan, facts, fault)));
            EntryFacts.Planned visit = verdict.visit();
            if (!verdict.answer().isAdmitted() || visit == null) {
                return verdict.answer();
            }
            if (scans.admit(scan, visit.id(), visit.issue()).isPresent()) {
                return verdict.answer().entered(scan.certificate());
            }
            // Somebody was faster, or the visit was changed: what is read now says so.
        }
        throw new IllegalStateException("the visit changes faster than it can be read");
    }

    private CompletableFuture<Verdict> verdict(EntryScans.Scan scan, EntryFacts facts, @Nullable Failure fault) {
        EntryAnswer decided = policy.decide(facts);
        EntryAnswer answer = fault == null ? decided : decided.with(fault);
        return answer.isAdmitted()
                ? CompletableFuture.completedFuture(new Verdict(answer, facts.visit()))
                : refused.keep(scan, answer, "").thenApply(kept -> new Verdict(kept, facts.visit()));
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

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
