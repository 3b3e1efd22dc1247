package org.sise.integrations.landing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.row.Reason;
import org.sise.integrations.row.RowFault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows into the quarantine, in the caller's transaction. */
final class QuarantineRows {

    private static final String OPEN = "open";
    private static final String WAITING = "waiting";
    private static final int STATE = 10;

    private static final String INSERT = """
            insert into integrations.quarantined_row
                (delivery, feed, row_index, line, field, col, reason, message, original, raw, state, waits_for, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), ?, ?, ?, ?) on conflict do nothing""";

    private static final String PRESENT =
            "select content from integrations.quarantined_row where feed = :feed and content = any(:contents)";

    private final DataSource dataSource;
    private final Batch batch;
    private final Map<ByteBuffer, Object[]> rows = new LinkedHashMap<>();
    private int refused;
    private int waiting;
    private int repeated;

    QuarantineRows(DataSource dataSource, Batch batch) {
        this.dataSource = dataSource;
        this.batch = batch;
    }

    void refused(MappedRow row) {
        add(row, row.faults().getFirst(), messages(row.faults()), OPEN, null);
    }

    void waiting(MappedRow row, String code) {
        add(row, unknown(code), unknown(code).message(), WAITING, code);
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
        for (Object[] row : rows.values()) {
            if (row[STATE] == OPEN) {
                refused++;
            } else {
                waiting++;
            }
        }
        new JdbcTemplate(dataSource).batchUpdate(INSERT, List.copyOf(rows.values()));
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

    private void add(MappedRow row, RowFault fault, String message, String state, @Nullable String waitsFor) {
        ByteBuffer content = ByteBuffer.wrap(sha256(row.original()));
        Object[] values = {
            batch.delivery(),
            batch.feed(),
            row.index(),
            row.line(),
            new SqlParameterValue(Types.VARCHAR, fault.field()),
            new SqlParameterValue(Types.VARCHAR, fault.column()),
            fault.reason(),
            message,
            row.original(),
            new SqlParameterValue(Types.BINARY, row.raw()),
            state,
            new SqlParameterValue(Types.VARCHAR, waitsFor),
            content.array()
        };
        if (rows.putIfAbsent(content, values) != null) {
            repeated++;
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
