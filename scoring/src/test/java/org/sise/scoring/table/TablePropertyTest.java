package org.sise.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.TODAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.read.BuiltIn;

class TablePropertyTest {
    private static final Vocabulary VOCABULARY = BuiltIn.ledgerVocabulary();
    private static final Policy POLICY = BuiltIn.policy("shenfu-four-colour");

    @Property(tries = 200)
    void partiesWrittenAsTablesAreReadAgainAsTheyWere(@ForAll("parties") List<Party> parties, @ForAll Random random)
            throws IOException {
        TableReading reading = read(TableReader.of(VOCABULARY, List.of()), parties, random);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        List<Party> read = new ArrayList<>();
        reading.table().forEach(read::add);
        assertThat(read).hasSameSizeAs(parties);
        for (Party party : parties) {
            Party again = reading.table().party(reading.table().indexOf(party.id()));
            assertThat(again).usingRecursiveComparison().ignoringFields("facts").isEqualTo(party);
            assertThat(again.facts()).containsExactlyInAnyOrderElementsOf(party.facts());
        }
    }

    @Property(tries = 200)
    void readingOnlyWhatDecidesGivesTheSameGrades(@ForAll("parties") List<Party> parties, @ForAll Random random)
            throws IOException {
        PartyTable table = read(TableReader.decidingOnly(VOCABULARY, List.of(POLICY)), sound(parties), random)
                .table();
        Grader grader = Grader.of(POLICY);
        for (Party party : sound(parties)) {
            Party packed = table.party(table.indexOf(party.id()));
            assertThat(verdict(grader.grade(packed, TODAY))).isEqualTo(verdict(grader.grade(party, TODAY)));
        }
    }

    private static String verdict(Graded graded) {
        return switch (graded) {
            case Graded.NotApplicable none -> none.reason().en();
            case Graded.Result result ->
                result.grade().id() + " " + result.score() + " "
                        + (result.decisive() == null
                                ? ""
                                : result.decisive().rule().id());
        };
    }

    /** The parties without the records that a policy's table refuses. */
    private static List<Party> sound(List<Party> parties) {
        List<Party> sound = new ArrayList<>();
        for (Party party : parties) {
            List<Fact> facts = party.facts().stream()
                    .filter(fact -> fact.fields().values().stream().noneMatch(text -> text.contains("?")))
                    .toList();
            sound.add(new Party(party.id(), party.industry(), party.region(), party.registeredOn(), facts));
        }
        return sound;
    }

    private static TableReading read(TableReader reader, List<Party> parties, Random random) throws IOException {
        String records = records(parties, random);
        String table = table(parties, random);
        try (InputStream in = stream(records);
                InputStream partiesIn = stream(table)) {
            return reader.read("R.csv", in, "P.csv", partiesIn);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The records of all parties, shuffled. */
    private static String records(List<Party> parties, Random random) {
        Set<String> fields = new TreeSet<>();
        List<String> rows = new ArrayList<>();
        parties.forEach(party ->
                party.facts().forEach(fact -> fields.addAll(fact.fields().keySet())));
        for (Party party : parties) {
            for (Fact fact : party.facts()) {
                List<@Nullable String> row = new ArrayList<>(List.of(
                        party.id(),
                        fact.kind(),
                        fact.date().toString(),
                        fact.state().name().toLowerCase(Locale.ROOT)));
                row.add(fact.reference());
                fields.forEach(field -> row.add(fact.fields().get(field)));
                rows.add(row(row, random));
            }
        }
        java.util.Collections.shuffle(rows, random);
        List<@Nullable String> header = new ArrayList<>(List.of("party", "kind", "date", "state", "reference"));
        header.addAll(fields);
        return row(header, random) + String.join("", rows);
    }

    private static String table(List<Party> parties, Random random) {
        StringBuilder table =
                new StringBuilder("party,industry,region,registered_on,previous_grade,previous_since,previous_rule\n");
        for (Party party : parties) {
            Previous previous = party.previous();
            List<@Nullable String> row = new ArrayList<>();
            row.add(party.id());
            row.add(party.industry());
            row.add(party.region());
            row.add(party.registeredOn() == null ? null : party.registeredOn().toString());
            row.add(previous == null ? null : previous.grade());
            row.add(previous == null ? null : previous.since().toString());
            row.add(previous == null ? null : previous.rule());
            table.append(row(row, random));
        }
        return table.toString();
    }

    private static String row(List<@Nullable String> values, Random random) {
        StringBuilder row = new StringBuilder();
        for (String value : values) {
            String text = value == null ? "" : value;
            boolean quote = text.matches("(?s).*[,\"\r\n].*") || random.nextInt(8) == 0;
            row.append(row.isEmpty() ? "" : ",").append(quote ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return row.append(random.nextBoolean() ? "\r\n" : "\n").toString();
    }

    @Provide
    Arbitrary<List<Party>> parties() {
        Arbitrary<LocalDate> dates = Arbitraries.integers()
                .between(0, 3000)
                .map(days -> TODAY.minusDays(days).plusDays(20));
        Arbitrary<Fact> facts = Arbitraries.of(List.copyOf(VOCABULARY.kinds().values()))
                .flatMap(kind -> Combinators.combine(
                                dates, Arbitraries.of(FactState.class), texts().injectNull(0.3), fields(kind))
                        .as((date, state, reference, fields) -> new Fact(
                                kind.token(),
                                date,
                                state,
                                reference == null ? fields.get("document") : reference,
                                fields)));
        Arbitrary<@Nullable Previous> previous = Combinators.combine(
                        Arbitraries.of("blue", "red"),
                        dates,
                        Arbitraries.of("veto", "floor").injectNull(0.5))
                .as(Previous::new)
                .injectNull(0.5);
        Arbitrary<Party> parties = Combinators.combine(
                        texts(),
                        Arbitraries.of("62", "6210").injectNull(0.3),
                        Arbitraries.of("211500", "110101").injectNull(0.3),
                        dates.injectNull(0.3),
                        facts.list().ofMaxSize(6),
                        previous)
                .as(Party::new);
        return parties.list().ofMinSize(1).ofMaxSize(6).map(TablePropertyTest::withoutTwins);
    }

    /** Some of the kind's fields, sound ones but for texts with a question mark. */
    private static Arbitrary<Map<String, String>> fields(Vocabulary.Kind kind) {
        return Arbitraries.of(List.copyOf(kind.fields().values()))
                .flatMap(field -> values(field).map(value -> Map.entry(field.name(), value)))
                .list()
                .ofMaxSize(4)
                .map(entries -> {
                    Map<String, String> fields = new TreeMap<>();
                    entries.forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
                    return Map.copyOf(fields);
                });
    }

    private static Arbitrary<String> values(Vocabulary.Field field) {
        return switch (field.type()) {
            case TEXT -> texts();
            case NUMBER -> Arbitraries.of("0", "12.5", "?", "100000");
            case DATE -> Arbitraries.of("2026-01-01", "2027-01-01", "?");
            case TOKEN -> Arbitraries.of(List.copyOf(field.values().keySet()));
        };
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'B', '7', '甲', '乙', ',', '"', '\n', ';', 'é')
                .ofMinLength(1)
                .ofMaxLength(5)
                .map(text -> "x" + text + new String(Character.toChars(0x20000)));
    }

    private static List<Party> withoutTwins(List<Party> parties) {
        Set<String> ids = new HashSet<>();
        return parties.stream().filter(party -> ids.add(party.id())).toList();
    }
}
