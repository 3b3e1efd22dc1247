package org.sise.integrations.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKeys;
import org.sise.core.record.RecordShape;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.mapping.RowMapper;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.Row;
import org.sise.integrations.row.RowSource;
import org.sise.ledger.record.RecordEntry;

/** A descriptor tried on a file: the whole file is read and mapped, nothing is kept, no database is needed. */
public final class FeedTrial {

    private static final int SECRET = 32;

    private final RowMapper mapper;
    private final FeedDescriptor descriptor;
    private final int shown;
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final List<TrialResult.AcceptedRow> firstAccepted = new ArrayList<>();
    private final List<TrialResult.RefusedRow> firstRefused = new ArrayList<>();
    private long rows;
    private long accepted;

    private FeedTrial(FeedDescriptor descriptor, PersonKeys keys, int shown) {
        this.descriptor = descriptor;
        this.mapper = new RowMapper(descriptor, keys);
        this.shown = shown;
    }

    /**
     * Tries a file; keys of persons are made with a secret that is thrown away.
     *
     * @param maxRows how many accepted and how many refused rows are shown
     * @throws IOException when the file cannot be read at all
     */
    public static TrialResult run(FeedDescriptor descriptor, Path file, int maxRows) throws IOException {
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        return new FeedTrial(descriptor, new PersonKeys(secret), maxRows).run(file);
    }

    private TrialResult run(Path file) throws IOException {
        try (RowSource source = RowSource.open(file, descriptor.format(), descriptor.columns())) {
            try {
                for (Row row = source.next(); row != null; row = source.next()) {
                    take(mapper.map(row, source.header()));
                }
                return result(source.header().names(), null);
            } catch (FileFault e) {
                return result(source.header().names(), e.message());
            }
        } catch (FileFault e) {
            return result(List.of(), e.message());
        }
    }

    private void take(MappedRow row) {
        rows++;
        if (row.accepted()) {
            accepted++;
            for (RecordEntry entry : row.entries()) {
                records.merge(entry.record().kind().token(), 1L, Long::sum);
            }
            if (firstAccepted.size() < shown) {
                firstAccepted.add(new TrialResult.AcceptedRow(
                        row.line(),
                        row.entries().stream().map(FeedTrial::fields).toList()));
            }
        } else {
            refused.merge(row.faults().getFirst().reason(), 1L, Long::sum);
            if (firstRefused.size() < shown) {
                firstRefused.add(new TrialResult.RefusedRow(row.line(), row.faults(), row.original()));
            }
        }
    }

    private static Map<String, String> fields(RecordEntry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", entry.record().kind().token());
        fields.put("key", entry.key());
        fields.putAll(RecordShape.of(entry.record().kind()).write(entry.record()));
        return fields;
    }

    private TrialResult result(List<String> columns, @Nullable String fileFault) {
        return new TrialResult(
                descriptor.feed(),
                columns,
                rows,
                accepted,
                records,
                refused,
                List.copyOf(firstAccepted),
                List.copyOf(firstRefused),
                fileFault);
    }
}
