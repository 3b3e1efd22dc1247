package org.sise.bench.policy;

import java.util.List;
import java.util.Map;

/**
 * What a record of the bench says: a kind and, in the one field of that kind that matters, one of its values.
 *
 * @param kind the token of the kind
 * @param field the field
 * @param values its values; a record holds the index of one
 * @param perMille how many of 1000 records say each of them
 */
record What(String kind, String field, List<String> values, List<Integer> perMille) {

    /** The kinds; a record holds the index of one. */
    static final List<What> KINDS = List.of(
            new What("penalty", "severity", List.of("minor", "general", "serious"), List.of(60, 38, 4)),
            new What(
                    "inspection",
                    "result",
                    List.of("no-problem", "corrected-on-order", "not-published", "unreachable", "obstructed"),
                    List.of(420, 60, 10, 8, 2)),
            new What("commitment", "fulfilment", List.of("fulfilled", "partly", "breached"), List.of(110, 6, 6)),
            new What("complaint", "upheld", List.of("false", "true"), List.of(120, 58)),
            new What("alert", "level", List.of("general", "larger", "major"), List.of(80, 14, 3)),
            new What("dishonesty-listing", "ground", List.of("unnamed"), List.of(1)));

    /** The fields of a record with the value of this index. */
    Map<String, String> fields(int value) {
        return Map.of(field, values.get(value));
    }
}
