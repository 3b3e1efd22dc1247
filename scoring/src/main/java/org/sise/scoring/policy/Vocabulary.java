package org.sise.scoring.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of fact that a policy may speak of, and the fields of each. It is data: another scheme brings its own.
 *
 * @param kinds by token, in the order of their declaration
 */
public record Vocabulary(SequencedMap<String, Kind> kinds) {
    /** What a field's text is. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A plain decimal, such as an amount in yuan. */
        NUMBER,
        /** An ISO date. */
        DATE,
        /** One of the tokens that the field lists. */
        TOKEN
    }

    /** A kind of fact with its fields by name. */
    public record Kind(String token, Text label, SequencedMap<String, Field> fields) {
        public Kind {
            fields = new LinkedHashMap<>(fields);
        }

        public @Nullable Field field(String name) {
            return fields.get(name);
        }
    }

    /**
     * A field of a kind.
     *
     * @param values for a TOKEN: its tokens with their labels; else empty
     */
    public record Field(String name, Type type, Text label, SequencedMap<String, Text> values) {
        public Field {
            values = new LinkedHashMap<>(values);
            if ((type == Type.TOKEN) == values.isEmpty()) {
                throw new IllegalArgumentException(
                        "field %s: a token field lists its values, no other does".formatted(name));
            }
        }
    }

    public Vocabulary {
        kinds = new LinkedHashMap<>(kinds);
    }

    public static Vocabulary empty() {
        return new Vocabulary(new LinkedHashMap<>());
    }

    public @Nullable Kind kind(String token) {
        return kinds.get(token);
    }

    /** This vocabulary with the other's kinds added; a kind of the same token is replaced. */
    public Vocabulary with(Vocabulary other) {
        Map<String, Kind> joined = new LinkedHashMap<>(kinds);
        joined.putAll(other.kinds);
        return new Vocabulary(new LinkedHashMap<>(joined));
    }
}
