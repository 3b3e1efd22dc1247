package org.sise.bench.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.core.record.RecordShape;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.mapping.RowMapper;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.Row;
import org.sise.integrations.row.RowSource;
import org.sise.ledger.record.RecordEntry;

/** What the ledger must hold of a file's rows, worked out row by row in the plainest way. */
final class Reference {

    private Reference() {}

    /** Compares every n-th row of a file that has landed once with what the ledger holds, and gives their number. */
    static int check(FeedHouse house, String feed, Path file, int every) throws IOException, FileFault {
        FeedDescriptor descriptor = FeedHouse.CATALOGUE.get(feed);
        RowMapper mapper = new RowMapper(descriptor, FeedHouse.KEYS);
        int checked = 0;
        try (RowSource source = RowSource.open(file, descriptor.format(), descriptor.columns())) {
            for (Row row = source.next(); row != null; row = source.next()) {
                if (row.index() % every == 0) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int c = 0; c < row.cells().size(); c++) {
                        if (!row.cells().get(c).isEmpty()) {
                            cells.put(
                                    source.header().names().get(c), row.cells().get(c));
                        }
                    }
                    MappedRow mapped = mapper.remap(row.index(), row.line(), cells);
                    mapped.entries().forEach(entry -> check(house, entry, Originals.write(cells)));
                    checked += mapped.entries().size();
                }
            }
        }
        return checked;
    }

    private static void check(FeedHouse house, RecordEntry entry, String original) {
        RecordShape shape = RecordShape.of(entry.record().kind());
        List<String> held = house.jdbc
                .sql("""
                        select concat_ws(' ', version, subject, line, encode(digest, 'hex'),
                            fields = cast(:fields as jsonb), original = :original)
                        from ledger.record where kind = :kind and record_key = :key""")
                .param("fields", Originals.write(shape.writeOwn(entry.record())))
                .param("original", original)
                .param("kind", entry.record().kind().number())
                .param("key", entry.key())
                .query(String.class)
                .list();
        String expected = "1 %s %d %s t t"
                .formatted(entry.record().header().subject(), entry.line(), digest(shape.write(entry.record())));
        if (!held.equals(List.of(expected))) {
            throw new IllegalStateException("%s: the ledger holds %s, not %s".formatted(entry.key(), held, expected));
        }
    }

    private static String digest(Map<String, String> texts) {
        StringBuilder text = new StringBuilder();
        texts.forEach(
                (field, value) -> text.append(field).append('\0').append(value).append('\1'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
