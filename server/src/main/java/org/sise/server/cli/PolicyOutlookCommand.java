package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.difference.Change;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.outlook.Better;
import org.sise.scoring.outlook.Outlook;
import org.sise.scoring.outlook.Repair;
import org.sise.scoring.outlook.Way;
import org.sise.scoring.table.PartyTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code policy outlook POLICY --party ID}: what would bring a better grade. Exit 0, 1 where the policy is not for the
 * party or no better grade can be reached, 2 bad input.
 */
@Command(
        name = "outlook",
        mixinStandardHelpOptions = true,
        description = {
            "主体怎样变为更好的等级: 修复哪些记录, 等到哪一天",
            "what would bring a party a better grade: which records to repair, which day to wait for",
            "退出码: 1 不适用或无法变好 / exit status: 1 when the policy is not for it or nothing better can be reached"
        })
final class PolicyOutlookCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "POLICY", description = "YAML 文件或内置政策名 / a YAML file or the name of a built-in policy")
    private String name = "";

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(names = "--party", required = true, paramLabel = "ID", description = "主体 / the party")
    private String party = "";

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "分级日期, 如 2026-01-31 / the day, as 2026-01-31")
    private LocalDate asOf;

    @Option(names = "--json", description = "输出 JSON / write JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PolicyFile file = PolicyFile.sound(spec, name);
        if (file == null) {
            return Sise.BAD_INPUT;
        }
        TableOptions.Input input = tables.read(spec, file.vocabulary(), List.of(file.policy()), false);
        if (input == null) {
            return Sise.BAD_INPUT;
        }
        PartyTable table = input.table();
        int index = table.indexOf(party);
        if (index < 0) {
            throw new ParameterException(
                    spec.commandLine(), "表中没有主体 %s / the tables have no party %s".formatted(party, party));
        }
        Grader grader = Grader.of(file.policy()).among(table, asOf);
        Outlook outlook = Outlook.of(grader, table.party(index), asOf);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.of(fields(outlook)));
        } else {
            print(out, outlook);
        }
        out.flush();
        return isGood(outlook) ? input.status() : 1;
    }

    /** Whether the party is graded and has the best grade or a way to a better one. */
    private static boolean isGood(Outlook outlook) {
        return outlook.present() instanceof Graded.Result
                && (outlook.better().isEmpty()
                        || outlook.better().stream()
                                .anyMatch(better -> !better.ways().isEmpty()));
    }

    private void print(PrintWriter out, Outlook outlook) {
        switch (outlook.present()) {
            case Graded.NotApplicable none ->
                out.printf(
                        "%s\tnot-applicable\t%s / %s%n",
                        party, none.reason().zh(), none.reason().en());
            case Graded.Result result ->
                out.printf("%s\t%s\t%s%n", party, ComparisonText.label(result.grade()), result.score());
        }
        for (Better better : outlook.better()) {
            out.printf("→ %s%n", ComparisonText.label(better.grade()));
            if (better.ways().isEmpty()) {
                out.println("  等待和修复都达不到 / neither waiting nor repair leads there");
            }
            for (Way way : better.ways()) {
                out.printf("  %s%n  %s%n", way.text().zh(), way.text().en());
                for (Change change : way.changes()) {
                    out.printf(
                            "      %s / %s%n", change.text().zh(), change.text().en());
                }
            }
        }
        if (!outlook.complete()) {
            out.println("未穷尽全部日期与组合 / not every day and every set was tried");
        }
    }

    private Map<String, @Nullable Object> fields(Outlook outlook) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", party);
        fields.put("as_of", asOf.toString());
        switch (outlook.present()) {
            case Graded.NotApplicable none -> {
                fields.put("grade", "not-applicable");
                fields.put("score", null);
            }
            case Graded.Result result -> {
                fields.put("grade", result.grade().id());
                fields.put("score", result.score().toBigDecimal());
            }
        }
        fields.put(
                "better",
                outlook.better().stream().map(PolicyOutlookCommand::fields).toList());
        fields.put("complete", outlook.complete());
        fields.put("searched_through", outlook.searchedThrough().toString());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Better better) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("grade", better.grade().id());
        fields.put(
                "ways", better.ways().stream().map(PolicyOutlookCommand::fields).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Way way) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("grade", way.grade().id());
        fields.put("on", way.on().toString());
        fields.put(
                "repairs",
                way.repairs().stream().map(PolicyOutlookCommand::fields).toList());
        fields.put("exact", way.exact());
        fields.put("zh", way.text().zh());
        fields.put("en", way.text().en());
        fields.put(
                "changes", way.changes().stream().map(ComparisonFields::change).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Repair repair) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", repair.fact().kind());
        fields.put("date", repair.fact().date().toString());
        fields.put("reference", repair.fact().reference());
        fields.put("document", repair.fact().document());
        fields.put("points", repair.points().toBigDecimal());
        return fields;
    }
}
