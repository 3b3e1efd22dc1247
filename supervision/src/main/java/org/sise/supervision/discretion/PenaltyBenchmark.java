package org.sise.supervision.discretion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's penalties beside their benchmarks. It warns and decides nothing: a case may have had its reasons. */
public final class PenaltyBenchmark {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final StandingRecords records;
    private final Benchmarks benchmarks;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for the ledger. */
    public PenaltyBenchmark(DataSource dataSource, Benchmarks benchmarks) {
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new StandingRecords(dataSource);
        this.benchmarks = benchmarks;
    }

    /** How a penalty's fine stands to the benchmarks of its legal basis. */
    public Judgement judge(Penalty penalty) {
        String basis = penalty.basis();
        return Benchmarks.judge(
                basis == null ? List.of() : benchmarks.of(basis),
                penalty.header().amount() == null
                        ? null
                        : penalty.header().amount().amount(),
                null);
    }

    /**
     * Penalties in effect whose fine lies outside, the latest known first.
     *
     * @param verdict which way, or null: both
     * @param business a credit code, or null
     * @param before only smaller numbers, or null
     */
    public List<JudgedPenalty> outside(
            @Nullable Verdict verdict, @Nullable String business, @Nullable Long before, int limit) {
        List<JudgedPenalty> found = new ArrayList<>();
        Long last = before;
        List<Long> next;
        do {
            next = next(business, last);
            for (StoredRecord stored : inOrder(next)) {
                Judgement judgement = judge((Penalty) stored.record());
                boolean wanted = verdict == null ? judgement.verdict().isOutside() : judgement.verdict() == verdict;
                if (wanted && found.size() < limit) {
                    found.add(new JudgedPenalty(stored, judgement));
                }
                last = stored.id();
            }
        } while (found.size() < limit && next.size() == BATCH);
        return found;
    }

    private List<StoredRecord> inOrder(List<Long> ids) {
        return records.ofNumbers(ids).stream()
                .sorted(Comparator.comparingLong(StoredRecord::id).reversed())
                .toList();
    }

    private List<Long> next(@Nullable String business, @Nullable Long before) {
        return jdbc.sql("""
                        select id from ledger.record r
                        where kind = :kind and state in ('effective', 'corrected') and fields ->> 'basis' is not null
                            and (cast(:business as text) is null or subject = :business)
                            and (cast(:before as bigint) is null or id < :before)
                            and not exists (select from ledger.record later where later.kind = r.kind
                                and later.record_key = r.record_key and later.version > r.version)
                        order by id desc limit :limit""")
                .param("kind", RecordKind.PENALTY.number())
                .param("business", business)
                .param("before", before)
                .param("limit", BATCH)
                .query(Long.class)
                .list();
    }
}
