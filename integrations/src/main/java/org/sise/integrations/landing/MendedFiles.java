package org.sise.integrations.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.integrations.descriptor.FeedFormat;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.Reason;
import org.sise.integrations.row.Row;
import org.sise.integrations.row.RowSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Quarantined rows that came back from a department, as {@link SentBack} describes them: each row is known by its number,
 * its changed cells become a correction, and a job of {@link Mending} lands it. Rows without a change are passed over.
 */
public final class MendedFiles {

    private static final int AT_ONCE = 1_000;
    private static final int MOST_SHEETS = 200;

    private final TransactionTemplate transaction;
    private final MendingRows rows;
    private final Mending mending;
    private final Replay replay;
    private final Quarantine quarantine;

    MendedFiles(DataSource dataSource, Mending mending, Replay replay, Quarantine quarantine) {
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.rows = new MendingRows(dataSource);
        this.mending = mending;
        this.replay = replay;
        this.quarantine = quarantine;
    }

    /**
     * Asks for a job that lands the rows of a file that were changed.
     *
     * @param file the file
     * @param name its name: one that ends in {@code .csv} is read as CSV in UTF-8, any other as XLSX
     * @throws FileFault when it cannot be read, or no sheet has the column {@link SentBack#NUMBER}
     * @throws IOException when it cannot be read at all
     */
    public MendingJob take(Path file, String name, String actor) throws FileFault, IOException {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                long id = rows.insert(MendingJob.Action.IMPORT, QuarantineQuery.ALL, null, name, actor, 0, 0);
                MendedRows taken = new MendedRows(id, rows, replay, quarantine);
                try {
                    read(file, name.toLowerCase(Locale.ROOT).endsWith(".csv"), taken);
                } catch (FileFault e) {
                    throw new Unusable(e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                taken.end();
                return mending.asked(id);
            }));
        } catch (Unusable e) {
            throw e.fault;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FileFault fault;

        Unusable(FileFault fault) {
            super(fault);
            this.fault = fault;
        }
    }

    private static void read(Path file, boolean csv, MendedRows taken) throws FileFault, IOException {
        if (csv) {
            read(RowSource.open(file, new FeedFormat.Csv(StandardCharsets.UTF_8, ','), Set.of(SentBack.NUMBER)), taken);
            return;
        }
        FileFault fault = null;
        boolean found = false;
        for (int sheet = 1; sheet <= MOST_SHEETS; sheet++) {
            try {
                read(RowSource.open(file, new FeedFormat.Xlsx(sheet, null), Set.of(SentBack.NUMBER)), taken);
                found = true;
            } catch (FileFault e) {
                boolean isSheet = e.reason() == Reason.MISSING_COLUMN || e.reason() == Reason.EMPTY_FILE;
                fault = fault == null ? e : fault;
                if (!isSheet && (sheet == 1 || e.reason() != Reason.WRONG_FORMAT)) {
                    throw e;
                }
                if (!isSheet) {
                    break;
                }
            }
        }
        if (!found) {
            throw fault != null && fault.reason() == Reason.EMPTY_FILE
                    ? fault
                    : new FileFault(
                            Reason.MISSING_COLUMN,
                            "没有“%s”列，请上传由隔离区导出并改正的文件".formatted(SentBack.NUMBER),
                            "there is no column \"%s\": upload a file that was exported from the quarantine"
                                    .formatted(SentBack.NUMBER));
        }
    }

    private static void read(RowSource opened, MendedRows taken) throws FileFault, IOException {
        try (RowSource source = opened) {
            List<String> columns = source.header().names();
            List<Map<String, String>> page = new ArrayList<>();
            for (Row row = source.next(); row != null; row = source.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
                    cells.put(columns.get(i), row.cells().get(i));
                }
                page.add(cells);
                if (page.size() == AT_ONCE) {
                    taken.add(page);
                    page.clear();
                }
            }
            taken.add(page);
        }
    }
}
