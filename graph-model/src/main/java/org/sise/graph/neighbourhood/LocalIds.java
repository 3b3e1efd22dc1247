package org.sise.graph.neighbourhood;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The ids of one answer: credit codes of businesses, running numbers of all others. */
final class LocalIds {

    private final Map<String, String> ids = new HashMap<>();
    private final Map<NodeKind, Integer> numbers = new EnumMap<>(NodeKind.class);

    /** The id of the node of a row, the same whenever it is met. */
    String of(Row row) {
        return ids.computeIfAbsent(row.at(), _ -> {
            String code = row.code();
            return code != null ? code : next(row.kind());
        });
    }

    /** The id of a node met before. */
    String at(String elementId) {
        String id = ids.get(elementId);
        if (id == null) {
            throw new IllegalStateException("the walk never came to a node of this relation");
        }
        return id;
    }

    private String next(NodeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + numbers.merge(kind, 1, Integer::sum);
    }
}
