package org.sise.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.table.PartyTable;
import org.sise.scoring.whatif.Codes;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.MoverFilter;
import org.sise.scoring.whatif.Side;
import org.sise.server.web.export.CsvSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy compare A B}: two policies, or one as of two dates, over every party of the tables. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "比较两个政策 (或同一政策的两个日期): 分布, 变动矩阵, 行业与地区, 每个变动主体及原因",
            "compares two policies, or one policy as of two dates: distributions, moves, industries, regions, who moves and why",
            "不抽样 / every party, no sample"
        })
final class PolicyCompareCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of(
            "party", "industry", "region", "direction", "from", "to", "score_from", "score_to", "why_zh", "why_en");

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "YAML 文件或内置政策名 / a YAML file or the name of a built-in policy")
    private String first = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "另一政策; 不写则为同一政策, 须有 --as-of-b / the other one; if left out the same, which needs --as-of-b")
    private @Nullable String second;

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "分级日期, 如 2026-01-31 / the day, as 2026-01-31")
    private LocalDate asOf;

    @Option(
            names = "--as-of-b",
            paramLabel = "DATE",
            description = "B 的日期, 默认与 A 相同 / the day of B; by default that of A")
    private @Nullable LocalDate asOfB;

    @Option(
            names = "--movers",
            paramLabel = "FILE.csv",
            description = "把全部变动主体及原因写入该文件 / writes every mover with the reasons to this file")
    private @Nullable Path moversFile;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "显示几个变动主体, 默认 20 / how many movers to show, 20 by default")
    private int limit = 20;

    @Option(names = "--json", description = "输出 JSON / write JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (second == null && asOfB == null) {
            throw new ParameterException(
                    spec.commandLine(), "请给出政策B或 --as-of-b / a second policy or --as-of-b is missing");
        }
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit 不能为负 / --limit cannot be negative: " + limit);
        }
        PolicyFile a = PolicyFile.sound(spec, first);
        PolicyFile b = second == null ? a : PolicyFile.sound(spec, second);
        if (a == null || b == null) {
            return Sise.BAD_INPUT;
        }
        Vocabulary vocabulary = a.vocabulary().with(b.vocabulary());
        boolean explains = limit > 0 || moversFile != null;
        TableOptions.Input input = tables.read(spec, vocabulary, List.of(a.policy(), b.policy()), !explains);
        if (input == null) {
            return Sise.BAD_INPUT;
        }
        PartyTable table = input.table();
        LocalDate dayB = asOfB == null ? asOf : asOfB;
        Movers movers = new Movers(
                table,
                Grader.of(a.policy()).among(table, asOf),
                asOf,
                Grader.of(b.policy()).among(table, dayB),
                dayB);
        Comparison comparison = compare(table, movers);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.of(new ComparisonFields(comparison, movers).of(limit)));
        } else {
            new ComparisonText(out, comparison, movers).print(limit);
        }
        out.flush();
        if (moversFile != null) {
            write(moversFile, comparison, movers);
        }
        return input.status();
    }

    private static Comparison compare(PartyTable table, Movers movers) {
        Codes.Builder industries = new Codes.Builder();
        Codes.Builder regions = new Codes.Builder();
        for (Party party : table) {
            industries.add(party.industry());
            regions.add(party.region());
        }
        return Comparison.of(
                Side.interpreted(movers.before(), movers.asOfBefore(), table.size(), table::party),
                Side.interpreted(movers.after(), movers.asOfAfter(), table.size(), table::party),
                industries.build(),
                regions.build());
    }

    private static void write(Path file, Comparison comparison, Movers movers) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
                CsvSheet sheet = new CsvSheet(stream, HEADER)) {
            int from = 0;
            for (List<Movers.Explained> page = movers.page(comparison, MoverFilter.ALL, from);
                    !page.isEmpty();
                    page = movers.page(comparison, MoverFilter.ALL, from)) {
                for (Movers.Explained one : page) {
                    sheet.row(one.cells());
                }
                from = page.getLast().mover().party() + 1;
            }
        }
    }
}
