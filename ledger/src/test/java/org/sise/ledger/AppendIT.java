package org.sise.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.ledger.LedgerFixture.code;
import static org.sise.ledger.LedgerFixture.penalty;
import static org.sise.ledger.LedgerFixture.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.record.RecordShape;
import org.sise.core.record.Registration;
import org.sise.ledger.record.Appended;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appending beside a plain account of it, entry by entry, on random batches. */
class AppendIT {

    private static final int BATCHES = 60;

    private LedgerFixture ledger;
    private Records records;
    private JdbcClient jdbc;

    private final Map<String, List<String>> versions = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    @BeforeEach
    void anEmptyLedger() {
        ledger = new LedgerFixture();
        records = new Records(ledger.dataSource);
        jdbc = JdbcClient.create(ledger.dataSource);
    }

    @Test
    void random_batches_end_as_if_every_entry_had_been_appended_alone() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int b = 0; b < BATCHES; b++) {
            List<RecordEntry> batch = batch(random);
            TreeSet<String> touched = new TreeSet<>();
            Appended expected = account(batch, touched);
            jdbc.sql("delete from ledger.regrade_ticket").update();

            assertThat(ledger.transaction.<Appended>execute(_ -> records.append("feed", 7, batch)))
                    .as("batch %d of seed %d", b, seed)
                    .isEqualTo(expected);
            assertThat(texts("select subject from ledger.regrade_ticket order by 1"))
                    .as("tickets of batch %d of seed %d", b, seed)
                    .containsExactlyElementsOf(touched);
        }
        assertThat(stored()).as("seed %d", seed).isEqualTo(versions);
        assertThat(texts("select code || ' ' || name from ledger.business order by code"))
                .as("seed %d", seed)
                .containsExactlyElementsOf(names.entrySet().stream()
                        .map(name -> name.getKey() + " " + name.getValue())
                        .toList());
        assertThat(texts("""
                        select later.record_key from ledger.record later
                        join ledger.record former using (kind, record_key)
                        where later.version > former.version and later.id <= former.id"""))
                .as("later versions have higher numbers, seed %d", seed)
                .isEmpty();
    }

    @Test
    void every_column_comes_back_as_it_went_in() {
        for (String fine : List.of("0", "0.01", "0.5", "9999.99", "10000", "120000.3", "9999999999999999.99")) {
            ledger.transaction.execute(
                    _ -> records.append("feed", 7, List.of(penalty(code(1), fine, "1999-12-31", fine))));
            assertThat(jdbc.sql("select amount = cast(:fine as numeric), amount::text from ledger.record"
                                    + " where record_key = :fine")
                            .param("fine", fine)
                            .query((row, _) -> row.getBoolean(1) + row.getString(2))
                            .single())
                    .isEqualTo(
                            "true" + new java.math.BigDecimal(fine).setScale(2).toPlainString());
        }
        assertThat(texts("select distinct concat_ws(' ', kind, event_date, state, severity, feed, batch, line,"
                        + " fields ->> 'category') from ledger.record"))
                .containsExactly("2 1999-12-31 effective general feed 7 1 罚款");
    }

    private static List<RecordEntry> batch(SplittableRandom random) {
        List<RecordEntry> batch = new ArrayList<>();
        int matters = random.nextInt(1, 12);
        for (int i = random.nextInt(1, 40); i > 0; i--) {
            int matter = random.nextInt(matters);
            String content = Integer.toString(random.nextInt(3));
            batch.add(
                    random.nextBoolean()
                            ? registration(code(matter), "店" + content)
                            : penalty(code(random.nextInt(3)), "文" + matter, "2026-03-01", content));
        }
        return batch;
    }

    private Appended account(List<RecordEntry> batch, TreeSet<String> touched) {
        Appended sum = Appended.NONE;
        for (RecordEntry entry : batch) {
            String subject = entry.record().header().subject().value();
            List<String> known = versions.computeIfAbsent(
                    entry.record().kind().number() + " " + entry.key(), _ -> new ArrayList<>());
            String content = content(entry);
            if (!known.isEmpty() && known.getLast().equals(content)) {
                sum = sum.plus(new Appended(0, 1, 0));
                continue;
            }
            sum = sum.plus(known.isEmpty() ? new Appended(1, 0, 0) : new Appended(0, 0, 1));
            known.add(content);
            touched.add(subject);
            if (entry.record() instanceof Registration registration) {
                names.put(subject, registration.name());
            }
        }
        return sum;
    }

    private static String content(RecordEntry entry) {
        Map<String, String> texts = RecordShape.of(entry.record().kind()).write(entry.record());
        return texts.get("subject") + " " + texts.getOrDefault("name", texts.get("amount"));
    }

    private Map<String, List<String>> stored() {
        Map<String, List<String>> stored = new TreeMap<>();
        Map<String, Integer> last = new HashMap<>();
        jdbc.sql("""
                        select kind || ' ' || record_key as matter, version, subject || ' '
                            || coalesce(fields ->> 'name', amount::text) as content
                        from ledger.record order by kind, record_key, version""").query(row -> {
            String matter = row.getString("matter");
            assertThat(row.getInt("version")).isEqualTo(last.merge(matter, 1, Integer::sum));
            stored.computeIfAbsent(matter, _ -> new ArrayList<>()).add(row.getString("content"));
        });
        return stored;
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }
}
