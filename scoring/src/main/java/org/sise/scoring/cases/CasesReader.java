package org.sise.scoring.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Points;
import org.sise.scoring.read.Faults;
import org.sise.scoring.read.Section;
import org.sise.scoring.read.YamlFile;

/** Reads a file of golden cases. */
public final class CasesReader {
    /** The version of the file's form. */
    public static final String FORMAT = "sise-cases/1";

    private static final int MOST_CASES = 10_000;
    private static final int MOST_RECORDS = 10_000;
    private static final List<String> STATES =
            List.of("effective", "corrected", "withdrawn", "repaired", "expired", "superseded");

    private final Faults faults = new Faults();

    /** What the file holds; no cases where there are faults. */
    public record Read(List<GoldenCase> cases, Faults faults) {}

    private CasesReader() {}

    public static Read read(byte[] yaml) {
        CasesReader reader = new CasesReader();
        Section root = YamlFile.read(yaml, reader.faults);
        List<GoldenCase> cases = root == null ? List.of() : reader.cases(root);
        return new Read(reader.faults.isEmpty() ? cases : List.of(), reader.faults);
    }

    private List<GoldenCase> cases(Section root) {
        root.oneOf("format", List.of(FORMAT));
        LocalDate asOf = root.date("as-of");
        List<Party> population = new ArrayList<>();
        for (Section member : root.sections("population", false, MOST_CASES)) {
            population.add(party(member));
            member.end();
        }
        List<GoldenCase> cases = new ArrayList<>();
        for (Section section : root.sections("cases", true, MOST_CASES)) {
            String name = section.text("name");
            LocalDate own = section.optionalDate("as-of");
            Party party = party(section);
            GoldenCase.Expected expected = expected(section);
            section.end();
            cases.add(new GoldenCase(name, section.line(), party, own == null ? asOf : own, population, expected));
        }
        root.end();
        return cases;
    }

    private Party party(Section section) {
        List<Fact> facts = new ArrayList<>();
        for (Section entry : section.sections("records", false, MOST_RECORDS)) {
            facts.add(fact(entry));
        }
        Section party = section.optionalSection("party");
        if (party == null) {
            return new Party("case", null, null, null, facts);
        }
        String id = party.optionalText("id");
        Party read = new Party(
                id == null ? "case" : id,
                party.optionalText("industry"),
                party.optionalText("region"),
                party.optionalDate("registered-on"),
                facts);
        party.end();
        return read;
    }

    private static Fact fact(Section section) {
        String kind = section.text("kind");
        LocalDate date = section.date("date");
        String state = section.has("state") ? section.oneOf("state", STATES) : "effective";
        String reference = section.optionalText("reference");
        Map<String, String> fields = new LinkedHashMap<>(section.texts());
        fields.keySet().removeAll(List.of("kind", "date", "state", "reference"));
        return new Fact(
                kind,
                date,
                FactState.valueOf(state.toUpperCase(Locale.ROOT)),
                reference == null ? fields.get("document") : reference,
                fields);
    }

    private static GoldenCase.Expected expected(Section section) {
        Section expect = section.section("expect");
        if (expect == null) {
            return new GoldenCase.Expected("?", null, null, null, null, null);
        }
        Section contributions = expect.optionalSection("contributions");
        Section weightless = expect.optionalSection("weightless");
        Section figures = expect.optionalSection("figures");
        GoldenCase.Expected expected = new GoldenCase.Expected(
                expect.text("grade"),
                expect.optionalPoints("score", -1_000_000_000, 1_000_000_000),
                contributions == null ? null : points(contributions),
                weightless == null ? null : weightless.texts(),
                figures == null ? null : figures(figures),
                expect.optionalText("decisive"));
        expect.end();
        return expected;
    }

    private static Map<String, String> figures(Section section) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Map.Entry<String, String> figure : section.texts().entrySet()) {
            boolean known = !figure.getValue().equals(GoldenCase.UNKNOWN);
            Points read = known ? section.optionalPoints(figure.getKey(), -1_000_000_000, 1_000_000_000) : null;
            figures.put(figure.getKey(), read == null ? GoldenCase.UNKNOWN : read.toString());
        }
        return figures;
    }

    private static Map<String, Points> points(Section section) {
        Map<String, Points> points = new LinkedHashMap<>();
        for (String rule : section.texts().keySet()) {
            @Nullable Points read = section.optionalPoints(rule, -1_000_000_000, 1_000_000_000);
            points.put(rule, read == null ? Points.ZERO : read);
        }
        return points;
    }
}
