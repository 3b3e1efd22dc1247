package org.sise.bench.policy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.record.RecordKind;
import org.sise.scoring.kernel.Grades;
import org.sise.scoring.kernel.Kernel;
import org.sise.scoring.kernel.PopulationBuilder;
import org.sise.scoring.policy.Policy;

/**
 * A ledger filled with a population past its own way in: records of the width that departments send, in no order of the
 * businesses, and a grade of the day before for each.
 */
final class LedgerOfBench {

    private static final String RECORD =
            "ledger.record (kind, subject, record_key, version, event_date, document, department, state, severity,"
                    + " published_until, fields, digest, feed, batch, line, original)";
    private static final int CODE = 18;

    /** What a kind cannot do without besides the field of the bench. */
    private static final Map<String, String> FURTHER = Map.of(
            "inspection", "\"plan\": \"2026-07\", \"task\": \"T1\", ",
            "commitment", "\"type\": \"信用修复型\", ",
            "complaint", "\"matter\": \"食品安全\", ",
            "alert", "\"matter\": \"食品安全\", ",
            "dishonesty-listing", "\"list\": \"严重违法失信名单\", ");

    private final Connection connection;
    private final Population population;
    private final byte[] codes;

    LedgerOfBench(Connection connection, Population population) {
        this.connection = connection;
        this.population = population;
        this.codes = new byte[population.businesses() * CODE];
        for (int b = 0; b < population.businesses(); b++) {
            byte[] code = code(b).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(code, 0, codes, b * CODE, CODE);
        }
    }

    /** The credit code of the n-th business; their order is the businesses'. */
    static String code(int n) {
        String body = "%c%c%06d".formatted('A' + n / 26_000_000 % 8, 'A' + n / 1_000_000, n % 1_000_000);
        String first17 = "91211500" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }

    void fill() throws SQLException {
        execute("alter table ledger.record drop constraint record_version");
        execute("drop index ledger.record_subject");
        execute("drop index ledger.record_relations");
        int[] owner = new int[population.records()];
        for (int b = 0; b < population.businesses(); b++) {
            for (int r = population.start[b]; r < population.start[b + 1]; r++) {
                owner[r] = b;
            }
        }
        byte[] digest = new byte[32];
        try (BinaryCopy rows = new BinaryCopy(connection, RECORD)) {
            for (int b = 0; b < population.businesses(); b++) {
                register(rows, b, digest);
            }
            long step = 7_368_787; // a prime: every record once, in no order of businesses or days
            for (long i = 0, r = 0; i < owner.length; i++, r = (r + step) % owner.length) {
                record(rows, (int) r, owner[(int) r], digest);
            }
        }
        execute("alter table ledger.record add constraint record_version unique (kind, record_key, version)");
        execute("create index record_subject on ledger.record (subject)");
        execute(
                "create index record_relations on ledger.record (xact, id) where kind in (1, 14, 15, 16, 17, 18, 19, 20)");
        execute("vacuum analyze ledger.record");
    }

    private void register(BinaryCopy rows, int business, byte[] digest) throws SQLException {
        byte[] code = codeOf(business);
        rows.row(16)
                .addShort(RecordKind.REGISTRATION.number())
                .addBytes(code)
                .addBytes(code)
                .add(1)
                .addDay(population.registered[business])
                .addNull()
                .addText("市场监督管理局")
                .addText("effective")
                .addNull()
                .addNull()
                .addJson(
                        "{\"name\": \"商行%d\", \"status\": \"operating\", \"region\": \"211500\", \"industry\": \"6210\"}"
                                .replace("%d", Integer.toString(business)));
        end(rows, digest, business);
    }

    private void record(BinaryCopy rows, int record, int business, byte[] digest) throws SQLException {
        short code = population.code[record];
        What what = What.KINDS.get(Population.kind(code));
        String value = what.values().get(Population.value(code));
        boolean penalty = what.field().equals("severity");
        String document = "沈市监〔" + (2021 + record % 6) + "〕" + record + "号";
        rows.row(16)
                .addShort(kind(what).number())
                .addBytes(codeOf(business))
                .addText(document)
                .add(1)
                .addDay(population.day[record])
                .addText(document)
                .addText("市场监督管理局")
                .addText(Population.STATES[Population.state(code)]);
        if (penalty) {
            rows.addText(value).addDay(population.day[record] + 1095).addJson("{\"category\": \"罚款\"}");
        } else {
            rows.addNull().addNull().addJson(json(what, value));
        }
        end(rows, digest, record);
    }

    /** The value with what else its kind cannot do without. */
    private static String json(What what, String value) {
        return "{" + FURTHER.getOrDefault(what.kind(), "") + "\"" + what.field() + "\": \"" + value + "\"}";
    }

    private static void end(BinaryCopy rows, byte[] digest, int number) {
        digest[number & 31] = (byte) (number >> 5);
        rows.addBytes(digest)
                .addText("bench")
                .addLong(1)
                .add(number)
                .addText("{\"文号\":\"沈市监" + number + "\",\"处罚机关\":\"市场监督管理局\",\"决定日期\":\"2024-05-06\",\"备注\":\"\"}");
    }

    private static RecordKind kind(What what) {
        for (RecordKind kind : RecordKind.values()) {
            if (kind.token().equals(what.kind())) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind " + what.kind());
    }

    private byte[] codeOf(int business) {
        byte[] code = new byte[CODE];
        System.arraycopy(codes, business * CODE, code, 0, CODE);
        return code;
    }

    /** Gives everybody the grade of a day, with an empty receipt, as if the queue had graded them then. */
    void grade(Policy policy, LocalDate asOf) throws SQLException {
        PopulationBuilder builder = org.sise.scoring.kernel.Population.builder(policy);
        for (int b = 0; b < population.businesses(); b++) {
            builder.begin(Integer.toString(b), "6210", "211500", LocalDate.ofEpochDay(population.registered[b]), null);
            for (int r = population.start[b]; r < population.start[b + 1]; r++) {
                short code = population.code[r];
                What what = What.KINDS.get(Population.kind(code));
                int kind = builder.kind(what.kind());
                if (kind >= 0
                        && Population.state(code) < Population.WEIGHTLESS
                        && population.day[r] <= asOf.toEpochDay()) {
                    builder.add(kind, population.day[r], fields(builder.fields(kind), code, population.day[r]));
                }
            }
            builder.end();
        }
        Grades grades = Kernel.of(policy).grade(builder.build(), asOf);
        try (BinaryCopy rows = new BinaryCopy(
                connection, "ledger.standing (subject, colour, score, urgency, grade_id, as_of, since)")) {
            for (int b = 0; b < grades.size(); b++) {
                rows.row(7)
                        .addBytes(codeOf(b))
                        .addShort(grades.rank(b))
                        .addMilli(grades.score(b))
                        .addMilli(grades.score(b))
                        .addLong(0)
                        .addDay((int) asOf.toEpochDay())
                        .addLong(0);
            }
        }
        execute("vacuum analyze ledger.standing");
    }

    private static @Nullable String[] fields(List<String> names, short code, int day) {
        What what = What.KINDS.get(Population.kind(code));
        Map<String, String> own = what.fields(Population.value(code));
        @Nullable String[] texts = new @Nullable String[names.size()];
        for (int f = 0; f < texts.length; f++) {
            String name = names.get(f);
            texts[f] = name.equals("publishedUntil") && what.field().equals("severity")
                    ? LocalDate.ofEpochDay(day + 1095L).toString()
                    : own.get(name);
        }
        return texts;
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
