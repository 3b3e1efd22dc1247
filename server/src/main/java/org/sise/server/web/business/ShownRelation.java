package org.sise.server.web.business;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.graph.neighbourhood.Edge;
import org.sise.graph.neighbourhood.EdgeKind;
import org.sise.server.web.Words;

/**
 * A relation as a page shows it.
 *
 * @param edge the relation
 * @param from its first party
 * @param to its business
 * @param share the percentage, without its sign, or null
 * @param detail office, goods, agreement or what makes the controller, or null
 * @param records the records that say so, as text
 * @param label kind and percentage, as the picture shows them
 */
public record ShownRelation(
        Edge edge,
        ShownParty from,
        ShownParty to,
        @Nullable BigDecimal share,
        @Nullable String detail,
        String records,
        String label) {

    private static final int PLACES = 4;

    static ShownRelation of(Edge edge, ShownParty from, ShownParty to, Words words) {
        Double percent = edge.share();
        BigDecimal share = percent == null ? null : plain(percent);
        String detail = edge.kind() == EdgeKind.CONTROLS && edge.detail() != null
                ? words.sayOr("related.basis." + edge.detail(), edge.detail())
                : edge.detail();
        String records = edge.records().stream().map(record -> "#" + record).collect(Collectors.joining(" "));
        return new ShownRelation(edge, from, to, share, detail, records, label(edge, share, words));
    }

    /** Kind, percentage, detail, days and records in one line. */
    public String line(Words words) {
        List<String> parts = new ArrayList<>(List.of(label));
        if (detail != null) {
            parts.add(detail);
        }
        if (edge.since() != null) {
            parts.add(words.text(edge.since()) + " – " + (edge.until() == null ? "" : edge.until()));
        }
        parts.add(records);
        return String.join(" · ", parts);
    }

    private static String label(Edge edge, @Nullable BigDecimal share, Words words) {
        return words.of(edge.kind()) + (share == null ? "" : " " + share.toPlainString() + "%");
    }

    private static BigDecimal plain(double percent) {
        BigDecimal rounded = BigDecimal.valueOf(percent).setScale(PLACES, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
