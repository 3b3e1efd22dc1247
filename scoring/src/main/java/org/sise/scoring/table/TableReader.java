package org.sise.scoring.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;

/**
 * Reads records, and what is known about their parties, from tables in CSV (RFC 4180, UTF-8, gzipped or not).
 *
 * <p>Records: the columns {@code party,kind,date} and, where wanted, {@code state}, {@code reference} and any field of
 * the vocabulary's kinds, in any order of columns and rows. Parties: {@code party} and, where wanted, {@code industry},
 * {@code region}, {@code registered_on}, and its grade so far ({@code previous_grade}, {@code previous_since} and, where a
 * rule decided it, {@code previous_rule}). An empty field is an absent one. A party with records but without a row of its
 * own is one of which nothing more is known; a party with a row but without records has none.
 */
public final class TableReader {
    private static final int GZIP = 0x1f8b;

    private final Vocabulary vocabulary;
    private final Looks looks;

    private final boolean decidingOnly;

    private TableReader(Vocabulary vocabulary, Looks looks, boolean decidingOnly) {
        this.vocabulary = vocabulary;
        this.looks = looks;
        this.decidingOnly = decidingOnly;
    }

    /**
     * @param vocabulary the kinds of record that the table may have
     * @param policies who decide by the records: where they look, a text that is no number, date or listed token is refused
     */
    public static TableReader of(Vocabulary vocabulary, Collection<Policy> policies) {
        return new TableReader(vocabulary, Looks.of(policies), false);
    }

    /**
     * Reads of each record only what the policies decide by: the grade, score and deciding rule come out the same, but the
     * records have no reference and not the fields that sentences name. Takes less time and memory.
     */
    public static TableReader decidingOnly(Vocabulary vocabulary, Collection<Policy> policies) {
        return new TableReader(vocabulary, Looks.of(policies), true);
    }

    /** @throws IOException when a file cannot be read; what is wrong within a file is told in the reading */
    public TableReading read(Path records, @Nullable Path parties) throws IOException {
        try (InputStream recordsIn = Files.newInputStream(records);
                InputStream partiesIn = parties == null ? null : Files.newInputStream(parties)) {
            return read(records.toString(), recordsIn, parties == null ? "" : parties.toString(), partiesIn);
        }
    }

    /** Reads from streams, which are not closed; the names stand in faults. */
    public TableReading read(String recordsName, InputStream records, String partiesName, @Nullable InputStream parties)
            throws IOException {
        TableFaults faults = new TableFaults();
        List<String> kinds = List.copyOf(vocabulary.kinds().keySet());
        RecordRows rows = new RecordRows(kinds);
        PartyRows partyRows = new PartyRows();
        new RecordsReader(new TableRow(recordsName, unzipped(records), faults), vocabulary, looks, decidingOnly, rows)
                .read();
        if (parties != null) {
            new PartiesReader(
                            new TableRow(partiesName, unzipped(parties), faults),
                            looks.previousGrades(),
                            rows.parties,
                            partyRows)
                    .read();
            partyRows.reach(rows.parties.size());
            warnOfUnlisted(partiesName, rows.parties, partyRows, faults);
        }
        return new TableReading(new PartyTable(rows, partyRows), faults.faults, faults.refused, faults.warnings);
    }

    private static void warnOfUnlisted(String file, Texts ids, PartyRows parties, TableFaults faults) {
        int unlisted = 0;
        int first = -1;
        for (int number = 0; number < ids.size(); number++) {
            if (parties.lines.get(number) == 0) {
                unlisted++;
                first = first < 0 ? number : first;
            }
        }
        if (unlisted > 0) {
            faults.warnOnce(TableFault.Code.UNLISTED_PARTY.at(file, 0, "party", unlisted, ids.text(first)));
        }
    }

    static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
