package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.evaluate.Evaluation;
import org.sise.scoring.evaluate.Evaluator;
import org.sise.scoring.evaluate.Outcome;
import org.sise.scoring.evaluate.Terms;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.table.OutcomeReading;
import org.sise.scoring.table.OutcomesReader;
import org.sise.scoring.table.PartyTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy evaluate POLICY --records R.csv --outcomes O.csv}: does the grade predict the next bad result? */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "用之后的结果检验政策: 每个结果只用其前一日及更早的记录分级 / judges a policy by outcomes, each graded from strictly earlier records",
            "输出: AUC及95%%置信区间, 各颜色的提升度, 提前发现天数, 稳定性, 地区差异",
            "output: AUC with its 95%% interval (by party), lift by colour, days earlier, stability, gaps between districts",
            "退出码: 0 已评估, 1 已评估但略过了有误的记录行, 2 输入有误或AUC无定义 (结果全好或全坏)",
            "exit status: 1 when rows of records were left out, 2 on bad input or where the AUC is not defined"
        })
final class PolicyEvaluateCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "POLICY", description = "YAML 文件或内置政策名 / a YAML file or the name of a built-in policy")
    private String name = "";

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--outcomes",
            required = true,
            paramLabel = "O.csv",
            description = {
                "结果表: party,date,bad (true/false 或 1/0), 可gzip压缩; 有误即不评估",
                "outcomes: party,date,bad (true/false or 1/0), gzipped or not; with a fault nothing is evaluated"
            })
    private Path outcomes = Path.of("");

    @Option(names = "--from", paramLabel = "DATE", description = "结果的首日, 含 / first day of outcomes, inclusive")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "结果的末日, 含 / last day of outcomes, inclusive")
    private @Nullable LocalDate to;

    @Option(
            names = "--schedule-days",
            paramLabel = "DAYS",
            description = {
                "按分值重排检查的窗口天数, 默认 ${DEFAULT-VALUE}",
                "days of the windows in which inspections are put in the order of the score, by default ${DEFAULT-VALUE}"
            })
    private int scheduleDays = Terms.SCHEDULE_DAYS;

    @Option(
            names = "--district-least",
            paramLabel = "N",
            description = {
                "参与地区比较的最少结果数, 默认 ${DEFAULT-VALUE}",
                "the fewest outcomes of a district that is compared, by default ${DEFAULT-VALUE}"
            })
    private int districtLeast = Terms.LEAST_OF_DISTRICT;

    @Option(names = "--json", description = "输出 JSON / write JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Terms terms = terms();
        PolicyFile file = PolicyFile.sound(spec, name);
        if (file == null) {
            return Sise.BAD_INPUT;
        }
        TableOptions.Input input = tables.read(spec, file.vocabulary(), List.of(file.policy()), true);
        if (input == null) {
            return Sise.BAD_INPUT;
        }
        List<Outcome> given = outcomes(input.table());
        if (given == null) {
            return Sise.BAD_INPUT;
        }
        Evaluation evaluation;
        try {
            evaluation = Evaluator.evaluate(file.policy(), parties(file.policy(), input.table(), given), given, terms);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), outcomes + ": " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.of(EvaluationJson.of(evaluation)));
        } else {
            EvaluationText.print(evaluation, out);
        }
        out.flush();
        if (evaluation.auc() == null) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf(
                    "%s:bad %d个结果%s, AUC无定义 / %s of the %d outcomes are bad: the AUC is not defined%n",
                    outcomes,
                    evaluation.n(),
                    evaluation.bad() == 0 ? "全部为好" : "全部为坏",
                    evaluation.bad() == 0 ? "none" : "all",
                    evaluation.n());
            err.flush();
            return Sise.BAD_INPUT;
        }
        return input.status();
    }

    private Terms terms() {
        try {
            return new Terms(from, to, scheduleDays, districtLeast);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The outcomes; null if the table cannot be used, what is wrong with it being printed. */
    private @Nullable List<Outcome> outcomes(PartyTable table) throws IOException {
        OutcomeReading reading = OutcomesReader.read(outcomes, table, tables.namesParties());
        PrintWriter err = spec.commandLine().getErr();
        reading.warnings().forEach(warning -> err.println("注意 / note: " + warning));
        reading.faults().stream().limit(SHOWN).forEach(err::println);
        if (!reading.faults().isEmpty()) {
            err.printf(
                    "%d 行结果有误; 未作评估 / %d outcomes refused: nothing was evaluated%n",
                    reading.refused(), reading.refused());
        }
        err.flush();
        return reading.faults().isEmpty() ? reading.outcomes() : null;
    }

    /** Those that the evaluation needs, made one by one. */
    private static Iterable<Party> parties(Policy policy, PartyTable table, List<Outcome> outcomes) {
        if (Evaluator.needsPopulation(policy)) {
            return table;
        }
        return () -> outcomes.stream()
                .map(Outcome::party)
                .distinct()
                .mapToInt(table::indexOf)
                .filter(index -> index >= 0)
                .mapToObj(table::party)
                .iterator();
    }
}
