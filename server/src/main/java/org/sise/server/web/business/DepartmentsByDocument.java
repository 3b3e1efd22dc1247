package org.sise.server.web.business;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which department made the record that a receipt names by its document or by its number in the ledger. */
public final class DepartmentsByDocument {

    private final Map<String, String> departments = new HashMap<>();

    DepartmentsByDocument(List<RecordRow> rows) {
        for (RecordRow row : rows) {
            departments.put("#" + row.id(), row.department());
            if (row.document() != null) {
                departments.put(row.document(), row.department());
            }
        }
    }

    /** The department of what a receipt names, or null when no record shown has it. */
    public @Nullable String of(@Nullable String document) {
        return document == null ? null : departments.get(document);
    }
}
