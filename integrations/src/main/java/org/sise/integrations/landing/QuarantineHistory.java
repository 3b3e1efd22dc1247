package org.sise.integrations.landing;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was done with quarantined rows: appended in the transaction that does it, never changed. */
final class QuarantineHistory {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<RowChange.Cell>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    QuarantineHistory(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Who does something with rows, and what it is.
     *
     * @param mending the job, or null
     */
    record Doing(String actor, String action, @Nullable Long mending) {}

    /** What became of one row. */
    record Line(
            long row,
            String outcome,
            List<RowChange.Cell> cells,
            @Nullable String note) {}

    void write(Doing doing, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into integrations.mending_row (row, mending, actor, action, outcome, changes, note)
                        select row, :mending, :actor, :action, outcome, cast(changes as json), note
                        from unnest(:rows, :outcomes, :changes, :notes) as line (row, outcome, changes, note)""")
                .param("mending", doing.mending(), Types.BIGINT)
                .param("actor", doing.actor())
                .param("action", doing.action())
                .param("rows", lines.stream().map(Line::row).toArray(Long[]::new))
                .param("outcomes", lines.stream().map(Line::outcome).toArray(String[]::new))
                .param(
                        "changes",
                        lines.stream()
                                .map(line -> line.cells().isEmpty() ? null : JSON.writeValueAsString(line.cells()))
                                .toArray(String[]::new))
                .param("notes", lines.stream().map(Line::note).toArray(String[]::new))
                .update();
    }

    /** What was done with a row, the first first. */
    List<RowChange> of(long row) {
        return jdbc.sql("select * from integrations.mending_row where row = :row order by id")
                .param("row", row)
                .query((line, _) -> {
                    long mending = line.getLong("mending");
                    boolean byHand = line.wasNull();
                    String changes = line.getString("changes");
                    return new RowChange(
                            line.getTimestamp("at").toInstant(),
                            line.getString("actor"),
                            line.getString("action"),
                            line.getString("outcome"),
                            byHand ? null : mending,
                            changes == null ? List.of() : JSON.readValue(changes, CELLS),
                            line.getString("note"));
                })
                .list();
    }

    /** The cells that two states of a row do not share. */
    static List<RowChange.Cell> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> columns = new LinkedHashSet<>(after.keySet());
        columns.addAll(before.keySet());
        List<RowChange.Cell> changes = new ArrayList<>();
        for (String column : columns) {
            String from = before.getOrDefault(column, "");
            String to = after.getOrDefault(column, "");
            if (!from.equals(to)) {
                changes.add(new RowChange.Cell(column, from, to));
            }
        }
        return changes;
    }
}
