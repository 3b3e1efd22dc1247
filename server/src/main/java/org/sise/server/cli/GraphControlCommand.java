package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sise.graph.control.ConcertParty;
import org.sise.graph.control.Control;
import org.sise.graph.control.ControlAnswer;
import org.sise.graph.control.ControlGroup;
import org.sise.graph.control.ControlRules;
import org.sise.graph.control.ControlRulesReader;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code graph control HOLDINGS.csv}: for each business its controller, or what is missing. */
@Command(
        name = "control",
        mixinStandardHelpOptions = true,
        description = {
            "由股权表求每个企业的实际控制人 / the controller of each business of a table of holdings",
            "输入列: holder,holder_kind,held,percent 及可选 from,until; holder_kind 为 business, person, other (企业、自然人、其他); "
                    + "percent 为空表示未知, holder 为空表示身份不明",
            "columns: holder,holder_kind,held,percent and where wanted from,until; an empty percent is not given, an"
                    + " empty holder not known",
            "输出: 企业 TAB 控制人 TAB 百分比(各条链之积之和, 循环持股精确求解) TAB 路径; 或 企业 TAB not determinable TAB TAB 缺什么",
            "output: business TAB controller TAB percent (integrated, circles solved) TAB paths, or why it is not"
                    + " determinable; ordered by id",
            "退出码: 0 已求解, 2 输入有误 / exit status: 0 when solved, 2 on bad input"
        })
final class GraphControlCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "HOLDINGS.csv",
            description = "UTF-8 表, 可gzip压缩, “-”为标准输入 / a table, gzipped or not, - for standard input")
    private Path file = Path.of("");

    @Option(names = "--json", description = "输出 JSON 数组 / write a JSON array")
    private boolean json;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "超过该比例为控制, 默认见规则文件 (50) / control is more than this; by default the rules' (50)")
    private @Nullable BigDecimal threshold;

    @Option(names = "--as-of", paramLabel = "DATE", description = "哪一天的股权, 默认今天 / the day, by default today")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--concert",
            paramLabel = "GROUPS.csv",
            description = "一致行动人: group,holder,holder_kind / holders who act together")
    private @Nullable Path concert;

    @Option(names = "--rules", paramLabel = "RULES.yaml", description = "替代内置规则 / in place of the built-in rules")
    private @Nullable Path rulesFile;

    @Option(names = "--business", paramLabel = "ID", description = "只输出该企业, 可重复 / only this business; may be repeated")
    private List<String> only = List.of();

    @Option(names = "--groups", description = "输出控制集团: 控制人 TAB 企业数 TAB 企业 / write the groups under one controller")
    private boolean groups;

    @Override
    public Integer call() throws IOException {
        ControlRules rules = rules();
        HoldingsTable table = HoldingsTable.read(file);
        Path concertFile = concert;
        List<ConcertParty> concerts = concertFile == null ? List.of() : table.concerts(concertFile);
        PrintWriter err = spec.commandLine().getErr();
        table.notes().forEach(note -> err.println("注意 / note: " + note));
        if (!table.faults().isEmpty()) {
            table.faults().forEach(err::println);
            err.printf(
                    "%d 处有误, 未求解 / %d faults, nothing was solved%n",
                    table.faults().size(), table.faults().size());
            err.flush();
            return Sise.BAD_INPUT;
        }
        err.flush();
        LocalDate day = asOf;
        RelationGraph graph = table.relations().on(day == null ? LocalDate.now(ZONE) : day, Control.KINDS);
        Control control = Control.of(graph, rules, concerts);
        if (groups) {
            printGroups(control, graph.parties());
        } else {
            print(control, graph.parties());
        }
        return 0;
    }

    private ControlRules rules() throws IOException {
        Path path = rulesFile;
        ControlRules rules = path == null
                ? ControlRulesReader.builtIn()
                : ControlRulesReader.read(path.toString(), Files.readAllBytes(path));
        BigDecimal other = threshold;
        try {
            return other == null ? rules : rules.withThreshold(other);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--threshold: " + e.getMessage(), e);
        }
    }

    private void print(Control control, Parties parties) {
        PrintWriter out = spec.commandLine().getOut();
        ControlWords words = new ControlWords(parties);
        String before = json ? "[\n" : "";
        for (int business : wanted(parties)) {
            ControlAnswer answer = control.answer(business);
            out.print(before);
            out.print(json ? words.json(answer).toString() : words.line(answer) + "\n");
            before = json ? ",\n" : "";
        }
        if (json) {
            out.print(before.equals("[\n") ? "[]\n" : "\n]\n");
        }
        out.flush();
    }

    private void printGroups(Control control, Parties parties) {
        PrintWriter out = spec.commandLine().getOut();
        for (ControlGroup group : control.groups()) {
            List<String> ids = Arrays.stream(group.businesses())
                    .mapToObj(parties::id)
                    .sorted()
                    .toList();
            out.print(
                    json
                            ? JsonLine.of(new GroupLine(group.name(), ids))
                            : group.name() + "\t" + ids.size() + "\t" + String.join("; ", ids));
            out.print('\n');
        }
        out.flush();
    }

    /** A group as a line of JSON. */
    record GroupLine(String controller, List<String> businesses) {}

    private int[] wanted(Parties parties) {
        if (only.isEmpty()) {
            return IntStream.range(0, parties.size())
                    .filter(party -> parties.kind(party) == PartyKind.BUSINESS && !parties.isAnonymous(party))
                    .boxed()
                    .sorted(parties::compareIds)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return only.stream().mapToInt(id -> business(parties, id)).toArray();
    }

    private int business(Parties parties, String id) {
        int party = parties.find(PartyKind.BUSINESS, id);
        if (party < 0) {
            throw new ParameterException(
                    spec.commandLine(), "表中没有企业 %s / the table has no business %s".formatted(id, id));
        }
        return party;
    }
}
