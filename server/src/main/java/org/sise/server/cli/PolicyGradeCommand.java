package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.receipt.JsonWriter;
import org.sise.scoring.receipt.Receipt;
import org.sise.scoring.table.PartyTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy grade POLICY --records R.csv --as-of DATE}: one line a party. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = {
            "用政策为表中主体分级 / grades the parties of plain tables by a policy",
            "输出: 主体 TAB 颜色 TAB 分值, 按主体标识的UTF-8字节排序; 无颜色的政策输出等级标识, 不在适用范围的为 not-applicable",
            "output: id TAB colour TAB score in the order of the ids' UTF-8 bytes; the grade's id where the scheme has no colours",
            "退出码: 0 已分级, 1 已分级但略过了有误的行, 2 输入有误, 未分级 / exit status: 1 when rows were left out, 2 on bad input"
        })
final class PolicyGradeCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CHUNK = 2048;
    private static final int CHUNKS_AT_A_TIME = 32;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "POLICY", description = "YAML 文件或内置政策名 / a YAML file or the name of a built-in policy")
    private String name = "";

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "分级日期, 如 2026-01-31 / the day, as 2026-01-31")
    private LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = {
                "回执所记的知悉时刻, 默认为分级日期结束时 (北京时间)",
                "the instant of knowledge that receipts name; by default the end of the day in Asia/Shanghai"
            })
    private @Nullable Instant knownAt;

    @Option(names = "--explain", description = "附回执 (一行JSON) / add the receipt as one line of JSON")
    private boolean explain;

    @Option(names = "--json", description = "每个主体一行 JSON / one line of JSON a party")
    private boolean json;

    @Option(names = "--party", paramLabel = "ID", description = "只输出该主体, 可重复 / only this party; may be repeated")
    private List<String> only = List.of();

    @Override
    public Integer call() throws IOException {
        PolicyFile file = PolicyFile.sound(spec, name);
        if (file == null) {
            return Sise.BAD_INPUT;
        }
        TableOptions.Input input = tables.read(spec, file.vocabulary(), List.of(file.policy()), !explain);
        if (input == null) {
            return Sise.BAD_INPUT;
        }
        int[] wanted = wanted(input.table());
        Grader grader = Grader.of(file.policy()).among(input.table(), asOf);
        PrintWriter out = spec.commandLine().getOut();
        int chunks = (wanted.length + CHUNK - 1) / CHUNK;
        for (int first = 0; first < chunks; first += CHUNKS_AT_A_TIME) {
            IntStream.range(first, Math.min(chunks, first + CHUNKS_AT_A_TIME))
                    .parallel()
                    .mapToObj(chunk -> lines(grader, input.table(), wanted, chunk * CHUNK))
                    .toList()
                    .forEach(out::append);
        }
        out.flush();
        return input.status();
    }

    private int[] wanted(PartyTable table) {
        if (only.isEmpty()) {
            return IntStream.range(0, table.size()).toArray();
        }
        int[] wanted =
                only.stream().mapToInt(table::indexOf).distinct().sorted().toArray();
        for (String id : only) {
            if (table.indexOf(id) < 0) {
                throw new ParameterException(
                        spec.commandLine(), "表中没有主体 %s / the tables have no party %s".formatted(id, id));
            }
        }
        return wanted;
    }

    private StringBuilder lines(Grader grader, PartyTable table, int[] wanted, int from) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < Math.min(wanted.length, from + CHUNK); i++) {
            Graded graded = grader.grade(table.party(wanted[i]), asOf);
            if (json) {
                lines.append(jsonLine(graded));
            } else {
                line(lines, graded);
            }
            lines.append('\n');
        }
        return lines;
    }

    private void line(StringBuilder to, Graded graded) {
        String id = graded.party();
        to.append(id.indexOf('\t') < 0 && id.indexOf('\n') < 0 ? id : id.replaceAll("[\t\r\n]", " "))
                .append('\t');
        switch (graded) {
            case Graded.NotApplicable ignored -> to.append("not-applicable\t");
            case Graded.Result result -> to.append(colour(result)).append('\t').append(result.score());
        }
        if (explain) {
            to.append('\t').append(receipt(graded).json());
        }
    }

    private JsonWriter jsonLine(Graded graded) {
        JsonWriter line = new JsonWriter().object().field("id", graded.party());
        switch (graded) {
            case Graded.NotApplicable none -> {
                line.field("colour", "not-applicable").field("grade", "not-applicable");
                line.field("score", null).field("decisive", null);
                line.name("reason").object().field("zh", none.reason().zh());
                line.field("en", none.reason().en()).endObject();
            }
            case Graded.Result result -> {
                line.field("colour", colour(result))
                        .field("grade", result.grade().id());
                line.name("score").raw(result.score().toString());
                line.field(
                        "decisive",
                        result.decisive() == null
                                ? "score"
                                : result.decisive().rule().id());
            }
        }
        if (explain) {
            line.name("receipt").raw(receipt(graded).json());
        }
        return line.endObject();
    }

    private Receipt receipt(Graded graded) {
        Instant known = knownAt;
        return Receipt.of(
                graded, known == null ? asOf.plusDays(1).atStartOfDay(ZONE).toInstant() : known);
    }

    private static String colour(Graded.Result result) {
        Grade colour = result.colour();
        return colour == null ? result.grade().id() : colour.name().toLowerCase(Locale.ROOT);
    }
}
