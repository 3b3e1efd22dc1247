package org.sise.supervision.discretion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/**
 * The benchmarks of discretion: the table {@code rules/discretion.csv}, and the circumstances that the law weighs, {@code
 * rules/discretion_circumstances.csv}. Immutable.
 */
public final class Benchmarks {

    private static final Benchmarks STANDARD = read(
            CsvTable.ofResource(Benchmarks.class, "rules/discretion.csv"),
            CsvTable.ofResource(Benchmarks.class, "rules/discretion_circumstances.csv"));

    private final List<Benchmark> benchmarks;
    private final List<Circumstance> circumstances;

    private Benchmarks(List<Benchmark> benchmarks, List<Circumstance> circumstances) {
        this.benchmarks = List.copyOf(benchmarks);
        this.circumstances = List.copyOf(circumstances);
    }

    /** The benchmarks that ship with the product. */
    public static Benchmarks standard() {
        return STANDARD;
    }

    /** Benchmarks from tables with the columns of the shipped ones. */
    public static Benchmarks read(CsvTable bounds, CsvTable weighed) {
        List<Benchmark> benchmarks = new ArrayList<>();
        for (CsvTable.Row row : bounds.rows()) {
            benchmarks.add(new Benchmark(
                    row.get("id"),
                    row.get("violation"),
                    row.get("legal_basis"),
                    row.get("scope_zh"),
                    row.get("scope_en"),
                    base(row.get("base")),
                    new BigDecimal(row.get("least")),
                    new BigDecimal(row.get("most")),
                    number(row.optional("least_yuan"), ""),
                    new BigDecimal(row.get("general_from")),
                    new BigDecimal(row.get("heavy_from")),
                    number(row.optional("base_limit"), "below:"),
                    number(row.optional("base_limit"), "from:"),
                    row.optional("note") == null ? "" : row.get("note"),
                    row.get("source"),
                    row.get("confidence"),
                    row.get("tier_confidence")));
        }
        return new Benchmarks(
                benchmarks,
                weighed.rows().stream()
                        .map(row -> new Circumstance(
                                row.get("tier"),
                                row.get("circumstance"),
                                row.get("legal_basis"),
                                row.get("source"),
                                row.get("confidence")))
                        .toList());
    }

    private static Base base(String token) {
        return Arrays.stream(Base.values())
                .filter(base -> base.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no base " + token));
    }

    private static @Nullable BigDecimal number(@Nullable String text, String prefix) {
        return text == null || !text.startsWith(prefix) ? null : new BigDecimal(text.substring(prefix.length()));
    }

    /** All benchmarks, in the table's order. */
    public List<Benchmark> all() {
        return benchmarks;
    }

    /** The circumstances that the law weighs. */
    public List<Circumstance> circumstances() {
        return circumstances;
    }

    /** The benchmark of an id, if there is one. */
    public Optional<Benchmark> find(String id) {
        return benchmarks.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Those of the articles that a legal basis names. */
    public List<Benchmark> of(String basis) {
        return benchmarks.stream().filter(one -> one.isNamedBy(basis)).toList();
    }

    /**
     * How a fine stands to benchmarks, any of which may be the case's.
     *
     * @param fine in yuan; none where it is not positive
     * @param value the value of the goods, the gains or the fee, in yuan, or null where it is not known
     */
    public static Judgement judge(List<Benchmark> possible, @Nullable BigDecimal fine, @Nullable BigDecimal value) {
        List<Benchmark> rows = possible.stream().filter(one -> one.isFor(value)).toList();
        if (rows.isEmpty() || fine == null || fine.signum() <= 0) {
            return new Judgement(Verdict.NONE, null, rows);
        }
        for (Benchmark row : rows) {
            BigDecimal most = row.yuan(row.most(), value);
            if (most != null && fine.compareTo(row.floor(value)) >= 0 && fine.compareTo(most) <= 0) {
                return new Judgement(tier(row, fine, value), row, rows);
            }
        }
        if (rows.stream().allMatch(row -> fine.compareTo(row.floor(value)) < 0)) {
            return new Judgement(Verdict.BELOW, null, rows);
        }
        boolean open = rows.stream().anyMatch(row -> row.yuan(row.most(), value) == null);
        return new Judgement(open ? Verdict.UNKNOWN : Verdict.ABOVE, null, rows);
    }

    private static Verdict tier(Benchmark row, BigDecimal fine, @Nullable BigDecimal value) {
        BigDecimal heavy = row.yuan(row.heavyFrom(), value);
        BigDecimal general = row.yuan(row.generalFrom(), value);
        if (heavy != null && fine.compareTo(heavy) >= 0) {
            return Verdict.HEAVY;
        }
        return general != null && fine.compareTo(general) >= 0 ? Verdict.GENERAL : Verdict.LIGHT;
    }
}
