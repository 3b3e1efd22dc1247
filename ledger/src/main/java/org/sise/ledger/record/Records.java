package org.sise.ledger.record;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.record.RecordKind;
import org.sise.ledger.BinaryCopy;
import org.sise.ledger.JsonTexts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records of the ledger. Appending takes part in the caller's transaction, and writes in it what follows from new
 * records: the businesses' present entry and their regrade tickets.
 */
public final class Records {

    private static final String PRESENT = Statements.read("present.sql");
    private static final String AS_OF = Statements.read("as-of.sql");
    private static final String POPULATION = Statements.read("population.sql");
    private static final String SETTLED = Statements.read("settled.sql");
    private static final String TARGET = "ledger.record (" + String.join(", ", RecordRows.COLUMNS) + ")";

    /** Transactions that append records of one kind run one after the other, so that versions have no gaps. */
    private static final int APPEND_LOCK = 0x53495345;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final RecordRows rows = new RecordRows();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Records(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Appends what is new. A record whose content equals its matter's latest version is left out; any other content is
     * a new version. Entries of one matter are taken in their order.
     *
     * @param feed the feed's name
     * @param batch the feed's delivery
     * @throws org.springframework.dao.DataAccessException when the database refuses; nothing is appended then
     */
    public Appended append(String feed, long batch, List<RecordEntry> entries) {
        if (entries.isEmpty()) {
            return Appended.NONE;
        }
        lockKinds(entries);
        List<NewVersion> news = new Matters(jdbc, entries).news(entries);
        if (!news.isEmpty()) {
            write(feed, batch, news);
        }
        int fresh = 0;
        for (NewVersion row : news) {
            fresh += row.version() == 1 ? 1 : 0;
        }
        return new Appended(fresh, entries.size() - news.size(), news.size() - fresh);
    }

    /** Appends versions as they are, with what follows from them; the caller has locked their kinds. */
    void write(String feed, long batch, List<NewVersion> news) {
        boolean registers = false;
        Set<String> subjects = new TreeSet<>();
        for (NewVersion row : news) {
            registers |= row.entry().record().kind() == RecordKind.REGISTRATION;
            subjects.add(row.entry().record().header().subject().value());
        }
        long last = registers ? lastId() : 0;
        List<NewVersion> sorted = new ArrayList<>(news);
        sorted.sort(NewVersion.BY_MATTER);
        JsonTexts fields = new JsonTexts();
        BinaryCopy.copy(
                dataSource,
                TARGET,
                RecordRows.COLUMNS.size(),
                sorted,
                (row, into) -> rows.write(row, feed, batch, fields, into));
        if (registers) {
            jdbc.sql(PRESENT).param("after", last).update();
        }
        BinaryCopy.copy(
                dataSource,
                "ledger.regrade_ticket (subject, reason)",
                2,
                List.copyOf(subjects),
                (subject, into) -> into.addText(subject).addText("records"));
    }

    /** A number that every row appended from now on by this transaction exceeds. */
    private long lastId() {
        return jdbc.sql("select last_value from ledger.record_id_seq")
                .query(Long.class)
                .single();
    }

    /**
     * What was true of a business on a day, as the ledger knew it at a time: of each matter the latest version known
     * then, matters of later days left out. In a fixed order.
     */
    public List<StoredRecord> of(CreditCode subject, LocalDate asOf, Instant knownAt) {
        return of(Set.of(subject.value()), asOf, knownAt).getOrDefault(subject.value(), List.of());
    }

    /** What the ledger knows now, by the database's clock; the records of transactions still open are not part of it. */
    public Knowledge now() {
        return jdbc.sql("select clock_timestamp() as at, cast(pg_current_snapshot() as text) as snapshot")
                .query((row, _) -> new Knowledge(row.getTimestamp("at").toInstant(), row.getString("snapshot")))
                .single();
    }

    /** As {@link #of(CreditCode, LocalDate, Instant)}, for many businesses at once, by credit code. */
    public Map<String, List<StoredRecord>> of(Collection<String> subjects, LocalDate asOf, Instant knownAt) {
        return of(subjects, asOf, Knowledge.at(knownAt));
    }

    /** As {@link #of(CreditCode, LocalDate, Instant)}, for many businesses at once, by credit code. */
    public Map<String, List<StoredRecord>> of(Collection<String> subjects, LocalDate asOf, Knowledge known) {
        return jdbc
                .sql(AS_OF)
                .param("subjects", subjects.toArray(String[]::new))
                .param("asOf", asOf)
                .param("knownAt", Timestamp.from(known.at()))
                .param("snapshot", known.snapshot())
                .query(rows)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        stored -> stored.record().header().subject().value()));
    }

    /**
     * As {@link #of(CreditCode, LocalDate, Instant)} for every business that has a record of these kinds, in one stream
     * sorted by credit code; a business's records are in no order. Must run in a transaction, else all of it is kept in
     * memory.
     */
    public void forEachBusiness(
            LocalDate asOf, Knowledge known, Set<RecordKind> kinds, BiConsumer<String, List<StoredRecord>> each) {
        List<StoredRecord> records = new ArrayList<>();
        jdbc.sql(POPULATION)
                .param("kinds", kinds.stream().map(RecordKind::number).toArray(Integer[]::new))
                .param("asOf", asOf)
                .param("knownAt", Timestamp.from(known.at()))
                .param("snapshot", known.snapshot())
                .withFetchSize(10_000)
                .query(row -> {
                    String subject = row.getString("subject");
                    if (!records.isEmpty() && !subject.equals(subject(records))) {
                        each.accept(subject(records), List.copyOf(records));
                        records.clear();
                    }
                    records.add(rows.mapRow(row, 0));
                });
        if (!records.isEmpty()) {
            each.accept(subject(records), List.copyOf(records));
        }
    }

    private static String subject(List<StoredRecord> records) {
        return records.getFirst().record().header().subject().value();
    }

    /** The record of a number, with its row as received, if there is one. */
    public Optional<StoredOriginal> original(long id) {
        return jdbc.sql("select * from ledger.record where id = :id")
                .param("id", id)
                .query((row, n) -> new StoredOriginal(rows.mapRow(row, n), row.getString("original")))
                .optional();
    }

    /**
     * The next records of the relational kinds ({@code registration}, {@code holding}, {@code legal-representative},
     * {@code officer}, {@code branch}, {@code supply}, {@code contact}, {@code concert}) after a position, in the order in which their transactions settled.
     */
    public List<StoredRecord> relationsAfter(Position after, int limit) {
        return jdbc.sql(SETTLED)
                .param("xact", Long.toString(after.xact()))
                .param("id", after.id())
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** How many versions of records the ledger holds, by kind. */
    public Map<RecordKind, Long> counts() {
        return jdbc
                .sql("select kind, count(*) as n from ledger.record group by kind")
                .query((row, _) -> Map.entry(RecordKind.ofNumber(row.getInt("kind")), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void lockKinds(List<RecordEntry> entries) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (RecordEntry entry : entries) {
            kinds.add(entry.record().kind());
        }
        for (int number : new TreeSet<>(kinds.stream().map(RecordKind::number).toList())) {
            jdbc.sql("select pg_advisory_xact_lock(:lock, :kind)")
                    .param("lock", APPEND_LOCK)
                    .param("kind", number)
                    .query((_, _) -> true)
                    .single();
        }
    }
}
