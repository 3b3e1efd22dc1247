package org.sise.scoring.policy;

import java.util.Map;
import java.util.Set;

/** A condition on one field of a fact. A fact without the field meets no condition but {@link Known} false. */
public sealed interface Condition {
    String field();

    boolean holds(Map<String, String> fields);

    /** The field's text is one of these. */
    record OneOf(String field, Set<String> values) implements Condition {
        public OneOf {
            values = Set.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("no value to compare " + field + " with");
            }
        }

        @Override
        public boolean holds(Map<String, String> fields) {
            String value = fields.get(field);
            return value != null && values.contains(value);
        }
    }

    /** The field has a text and it is none of these. */
    record NoneOf(String field, Set<String> values) implements Condition {
        public NoneOf {
            values = Set.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("no value to compare " + field + " with");
            }
        }

        @Override
        public boolean holds(Map<String, String> fields) {
            String value = fields.get(field);
            return value != null && !values.contains(value);
        }
    }

    /** The field's number is this or more. */
    record AtLeast(String field, Points least) implements Condition {
        @Override
        public boolean holds(Map<String, String> fields) {
            long value = FixedPoint.parse(fields.get(field));
            return value != FixedPoint.MISSING && value >= least.milli();
        }
    }

    /** The field's number is this or less. */
    record AtMost(String field, Points most) implements Condition {
        @Override
        public boolean holds(Map<String, String> fields) {
            long value = FixedPoint.parse(fields.get(field));
            return value != FixedPoint.MISSING && value <= most.milli();
        }
    }

    /** The field is there (or, for false, is not there). An empty text is not there. */
    record Known(String field, boolean known) implements Condition {
        @Override
        public boolean holds(Map<String, String> fields) {
            String value = fields.get(field);
            return (value != null && !value.isEmpty()) == known;
        }
    }
}
