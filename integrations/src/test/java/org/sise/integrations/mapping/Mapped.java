package org.sise.integrations.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.core.record.RecordShape;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.DescriptorReader;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;

/** Rows mapped by a built-in feed, or by a descriptor with one field of interest. */
final class Mapped {

    private Mapped() {}

    /** A row of a built-in feed, given as column, cell, column, cell and so on. */
    static MappedRow row(String feed, String... cells) {
        return row(FeedCatalogue.builtIn().get(feed), cells);
    }

    /** The first record of a row, as texts by field. */
    static Map<String, String> record(MappedRow row) {
        var record = row.entries().getFirst().record();
        return RecordShape.of(record.kind()).write(record);
    }

    /** A row's faults as field and reason. */
    static List<String> reasons(MappedRow row) {
        return row.faults().stream()
                .map(fault -> fault.field() + ": " + fault.reason())
                .toList();
    }

    /** What an arrears record makes of cells by a mapping of one of its fields; faults as their reasons. */
    static String field(String field, String mapping, String... cells) {
        String fields = """
                feed: test
                title: {zh: 测试, en: test}
                department: 税务局
                format: {type: jsonl}
                records:
                  - kind: arrears
                    key: [subject]
                    fields:
                      subject: {constant: "%s"}
                      date: {constant: "2026-01-01"}
                      matter: {constant: 税款}
                """.formatted(Samples.code(1));
        String kept = fields.lines()
                .filter(line -> !line.strip().startsWith(field + ":"))
                .reduce("", (a, b) -> a + b + "\n");
        MappedRow row = row(DescriptorReader.read("test.yaml", kept + "      " + field + ": " + mapping + "\n"), cells);
        return row.accepted()
                ? record(row).getOrDefault(field, "")
                : "! " + row.faults().getFirst().reason();
    }

    private static MappedRow row(FeedDescriptor descriptor, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return new RowMapper(descriptor, Samples.keys()).remap(0, 2, row);
    }
}
