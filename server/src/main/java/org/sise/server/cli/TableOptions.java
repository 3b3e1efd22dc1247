package org.sise.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.table.PartyTable;
import org.sise.scoring.table.TableFault;
import org.sise.scoring.table.TableReader;
import org.sise.scoring.table.TableReading;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that name the tables of records and parties, and their reading. */
final class TableOptions {
    private static final int SHOWN = 100;

    @Option(
            names = "--records",
            required = true,
            paramLabel = "R.csv",
            description = {
                "记录表: party,kind,date 及任意字段 (severity, amount, state, reference …), 可gzip压缩, “-”为标准输入",
                "records: party,kind,date and any fields, gzipped or not, - for standard input"
            })
    private Path records = Path.of("");

    @Option(
            names = "--parties",
            paramLabel = "P.csv",
            description =
                    "主体表: party,industry,region,registered_on,previous_grade,previous_since,previous_rule / the parties")
    private @Nullable Path parties;

    @Option(
            names = "--skip-bad-rows",
            description = "不读有误的行, 其余照算, 退出码 1 / leave out rows with faults; the exit status is then 1")
    private boolean skipBadRows;

    /** What has been read, and whether rows were left out. */
    record Input(PartyTable table, boolean incomplete) {
        /** The exit status of a call that did what it was asked. */
        int status() {
            return incomplete ? 1 : 0;
        }
    }

    /** Whether a table of parties is named. */
    boolean namesParties() {
        return parties != null;
    }

    /**
     * Reads the tables; null if they cannot be used. What is wrong with them is printed on standard error.
     *
     * @param policies who decide by the records
     * @param decidingOnly whether the references and the fields that only sentences name may be left out
     */
    @Nullable
    Input read(CommandSpec spec, Vocabulary vocabulary, List<Policy> policies, boolean decidingOnly)
            throws IOException {
        TableReading reading = read(
                decidingOnly ? TableReader.decidingOnly(vocabulary, policies) : TableReader.of(vocabulary, policies));
        PrintWriter err = spec.commandLine().getErr();
        reading.warnings().forEach(warning -> err.println("注意 / note: " + warning));
        List<TableFault> faults = reading.faults();
        faults.stream().limit(SHOWN).forEach(err::println);
        if (!faults.isEmpty()) {
            boolean goesOn = skipBadRows && !reading.isUnusable();
            err.printf(
                    "%d 行有误%s / %d rows refused%s%n",
                    reading.refused(),
                    goesOn ? ", 已略过" : "; 未作分级, 改正后重试, 或用 --skip-bad-rows 略过",
                    reading.refused(),
                    goesOn
                            ? " and left out"
                            : "; nothing was graded: mend them, or leave them out with --skip-bad-rows");
            err.flush();
            return goesOn ? new Input(reading.table(), true) : null;
        }
        err.flush();
        return new Input(reading.table(), false);
    }

    private TableReading read(TableReader reader) throws IOException {
        if (!records.toString().equals("-")) {
            return reader.read(records, parties);
        }
        try (InputStream partiesIn = parties == null ? null : Files.newInputStream(parties)) {
            return reader.read("-", System.in, String.valueOf(parties), partiesIn);
        }
    }
}
