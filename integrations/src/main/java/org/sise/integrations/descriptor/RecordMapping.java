package org.sise.integrations.descriptor;

import java.util.List;
import java.util.Map;
import org.sise.core.record.RecordKind;

/**
 * One record that a row gives.
 *
 * @param kind the record's kind
 * @param key the record's fields that tell one matter from another within its kind
 * @param when what must hold of the row for this record to be there
 * @param fields where its fields come from, by field
 * @param checks what must hold of its fields, by field
 */
public record RecordMapping(
        RecordKind kind,
        List<String> key,
        List<Condition> when,
        Map<String, FieldMapping> fields,
        Map<String, FieldCheck> checks) {}
