package org.sise.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sise.graph.projection.GraphCheck;
import org.sise.graph.projection.GraphDifference;
import org.sise.graph.projection.GraphReport;
import org.sise.server.house.Offline;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code graph check}: whether Neo4j shows what the ledger says. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "核对图与账本, 服务器运行时也可执行; 其间投影暂停, 之后补上",
            "compares graph and ledger; the server may be running: the projection waits and catches up",
            "输出: 差异 TAB 类型 TAB 标识 TAB 属性 TAB 记录号 / output: kind TAB type TAB id TAB properties TAB record",
            "退出码: 0 一致或已修复, 1 有差异, 2 不能核对 / exit status: 0 equal or mended, 1 differences, 2 not compared"
        })
final class GraphCheckCommand implements Callable<Integer> {

    private static final int DIFFERENCES = 1;

    /** What a check says in JSON; counts by kind of difference. */
    private record Checked(
            boolean equal,
            long compared,
            long differences,
            long mended,
            Map<String, Long> counts,
            List<Difference> first) {}

    /** A difference in JSON; the record is null where there is none. */
    private record Difference(
            String kind,
            String what,
            String id,
            List<String> properties,
            @Nullable Long record) {}

    @Spec
    private CommandSpec spec;

    @Option(names = "--mend", description = "修复差异, 仅修复差异 / repair what differs, and nothing else")
    private boolean mend;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "100",
            description = "最多列出几条差异, 默认 ${DEFAULT-VALUE} / how many differences to list")
    private int show;

    @Option(names = "--json", description = "输出 JSON / write JSON")
    private boolean json;

    @Override
    public Integer call() {
        if (show < 0) {
            throw new ParameterException(spec.commandLine(), "--show 不能为负 / cannot be negative");
        }
        try (ConfigurableApplicationContext house = Offline.open()) {
            GraphCheck check = house.getBean(GraphCheck.class);
            GraphReport report = mend ? check.mend(show) : check.check(show);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonLine.of(checked(report)));
            } else {
                print(report, out);
            }
            out.flush();
            return report.differences() == report.mended() ? 0 : DIFFERENCES;
        }
    }

    private static Checked checked(GraphReport report) {
        Map<String, Long> counts = new TreeMap<>();
        report.counts().forEach((kind, count) -> counts.put(kind.token(), count));
        return new Checked(
                report.differences() == report.mended(),
                report.compared(),
                report.differences(),
                report.mended(),
                counts,
                report.first().stream()
                        .map(d -> new Difference(d.kind().token(), d.what(), d.id(), d.properties(), d.record()))
                        .toList());
    }

    private static void print(GraphReport report, PrintWriter out) {
        for (GraphDifference difference : report.first()) {
            out.println(String.join(
                    "\t",
                    difference.kind().zh() + " / " + difference.kind().en(),
                    difference.what(),
                    difference.id(),
                    String.join(", ", difference.properties()),
                    difference.record() == null ? "" : difference.record().toString()));
        }
        long rest = report.differences() - report.first().size();
        if (rest > 0) {
            out.printf("另有 %1$,d 处 / and %1$,d more%n", rest);
        }
        out.printf(
                "核对 %1$,d 项, 差异 %2$,d, 已修复 %3$,d / %1$,d compared, %2$,d differences, %3$,d mended%n",
                report.compared(), report.differences(), report.mended());
    }
}
