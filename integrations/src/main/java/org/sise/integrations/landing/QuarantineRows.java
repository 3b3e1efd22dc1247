package org.sise.integrations.landing;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.row.Reason;
import org.sise.integrations.row.RowFault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows into the quarantine, in the caller's transaction. */
final class QuarantineRows {

    private static final String INSERT = """
            insert into integrations.quarantined_row
                (delivery, feed, row_index, line, field, col, reason, message, original, raw, state, waits_for, content)
            select :delivery, :feed, row_index, line, field, col, reason, message, cast(original as json), raw, state,
                waits_for, content
            from unnest(:indexes, :lines, :fields, :cols, :reasons, :messages, :originals, :raws, :states, :waits, :contents)
                as row (row_index, line, field, col, reason, message, original, raw, state, waits_for, content)
            on conflict do nothing""";

    private static final String PRESENT =
            "select content from integrations.quarantined_row where feed = :feed and content = any(:contents)";

    private final DataSource dataSource;
    private final Batch batch;
    private final Map<ByteBuffer, Held> rows = new LinkedHashMap<>();
    private int refused;
    private int waiting;
    private int repeated;

    /** A row and why it is held. */
    private record Held(
            MappedRow row,
            RowFault fault,
            String message,
            @Nullable String waitsFor) {
        String state() {
            return (waitsFor == null ? QuarantinedRow.State.OPEN : QuarantinedRow.State.WAITING).token();
        }
    }

    QuarantineRows(DataSource dataSource, Batch batch) {
        this.dataSource = dataSource;
        this.batch = batch;
    }

    void refused(MappedRow row) {
        add(row, row.faults().getFirst(), messages(row.faults()), null);
    }

    void waiting(MappedRow row, String code) {
        add(row, unknown(code), unknown(code).message(), code);
    }

    /** Writes what is not in the quarantine yet. */
    void write() {
        if (rows.isEmpty()) {
            return;
        }
        byte[][] contents = rows.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        JdbcClient.create(dataSource)
                .sql(PRESENT)
                .param("feed", batch.feed())
                .param("contents", contents)
                .query((row, _) -> ByteBuffer.wrap(row.getBytes("content")))
                .list()
                .forEach(present -> {
                    rows.remove(present);
                    repeated++;
                });
        if (rows.isEmpty()) {
            return;
        }
        List<Held> held = List.copyOf(rows.values());
        waiting = (int) held.stream().filter(row -> row.waitsFor() != null).count();
        refused = held.size() - waiting;
        JdbcClient.create(dataSource)
                .sql(INSERT)
                .param("delivery", batch.delivery())
                .param("feed", batch.feed())
                .param("indexes", held.stream().map(row -> row.row().index()).toArray(Long[]::new))
                .param("lines", held.stream().map(row -> row.row().line()).toArray(Integer[]::new))
                .param("fields", texts(held, row -> row.fault().field()))
                .param("cols", texts(held, row -> row.fault().column()))
                .param("reasons", texts(held, row -> row.fault().reason()))
                .param("messages", texts(held, Held::message))
                .param("originals", texts(held, row -> row.row().original()))
                .param("raws", held.stream().map(row -> row.row().raw()).toArray(byte[][]::new))
                .param("states", texts(held, Held::state))
                .param("waits", texts(held, Held::waitsFor))
                .param("contents", rows.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .update();
    }

    private static @Nullable String[] texts(List<Held> held, Function<Held, @Nullable String> of) {
        return held.stream().map(of).toArray(String[]::new);
    }

    int refused() {
        return refused;
    }

    int waiting() {
        return waiting;
    }

    int repeated() {
        return repeated;
    }

    static RowFault unknown(String code) {
        return new RowFault(
                Reason.UNKNOWN_BUSINESS.token(),
                "subject",
                null,
                "%s: 主体尚未登记, 登记后自动入库 / is not registered yet; the row lands when it is".formatted(code));
    }

    static String messages(List<RowFault> faults) {
        return faults.stream().map(RowFault::message).collect(Collectors.joining("\n"));
    }

    private void add(MappedRow row, RowFault fault, String message, @Nullable String waitsFor) {
        ByteBuffer content = ByteBuffer.wrap(Sha256.of(row.original()));
        if (rows.putIfAbsent(content, new Held(row, fault, message, waitsFor)) != null) {
            repeated++;
        }
    }
}
