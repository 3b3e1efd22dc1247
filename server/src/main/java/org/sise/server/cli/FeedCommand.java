package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sise.integrations.descriptor.DescriptorException;
import org.sise.integrations.descriptor.DescriptorFault;
import org.sise.integrations.descriptor.DescriptorReader;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.RecordMapping;
import org.sise.integrations.row.RowFault;
import org.sise.integrations.trial.FeedTrial;
import org.sise.integrations.trial.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code feed}: descriptors of departments' feeds, checked and tried without a server. */
@Command(
        name = "feed",
        description = "数据来源 / departments' feeds",
        subcommands = {FeedCommand.Check.class, FeedCommand.Try.class})
final class FeedCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FeedCommand() {}

    /** {@code feed check DESCRIPTOR}: every fault with its place. */
    @Command(
            name = "check",
            description = {
                "检查来源描述文件 / checks a descriptor",
                "退出码: 0 无误, 1 有误, 2 文件无法读取 / exit status: 1 when it has faults, 2 when it cannot be read"
            })
    static final class Check implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "DESCRIPTOR",
                description = "YAML 文件或内置来源名 / a YAML file or the name of a built-in feed")
        private String descriptor = "";

        @Option(names = "--json", description = "输出 JSON / write JSON")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            List<DescriptorFault> faults = List.of();
            String says = "";
            try {
                FeedDescriptor feed = descriptor(spec, descriptor);
                List<String> kinds = feed.records().stream()
                        .map(RecordMapping::kind)
                        .map(kind -> kind.zh() + " " + kind.token())
                        .toList();
                says = "无误 / no faults: %s (%s) → %s".formatted(feed.feed(), feed.title(), String.join(", ", kinds));
            } catch (DescriptorException e) {
                faults = e.faults();
            }
            if (json) {
                out.println(JSON.writeValueAsString(Map.of("valid", faults.isEmpty(), "faults", faults)));
            } else if (faults.isEmpty()) {
                out.println(says);
            } else {
                faults.forEach(fault -> out.println(descriptor + ":" + fault));
            }
            out.flush();
            return faults.isEmpty() ? 0 : 1;
        }
    }

    /** {@code feed try DESCRIPTOR FILE}: the first rows as records, the refused rows with reasons, the counts. */
    @Command(
            name = "try",
            description = {
                "用描述文件试读一个文件, 不写入任何数据 / tries a descriptor on a file; nothing is written",
                "退出码: 0 全部可用, 1 有行被拒, 2 描述或文件不可用 / exit status: 1 when rows are refused, 2 on bad input"
            })
    static final class Try implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "DESCRIPTOR",
                description = "YAML 文件或内置来源名 / a YAML file or the name of a built-in feed")
        private String descriptor = "";

        @Parameters(
                paramLabel = "FILE",
                description =
                        "数据文件: 格式由描述文件规定, 可为gzip或zip压缩 / a file of the descriptor's form, gzipped or zipped or not")
        private Path file = Path.of("");

        @Option(names = "--rows", description = "显示的行数, 默认5 / rows to show, 5 by default")
        private int rows = 5;

        @Option(names = "--json", description = "输出 JSON / write JSON")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            FeedDescriptor feed;
            try {
                feed = descriptor(spec, descriptor);
            } catch (DescriptorException e) {
                e.faults().forEach(fault -> err.println(descriptor + ":" + fault));
                err.flush();
                return 2;
            }
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(spec.commandLine(), "找不到文件 / there is no file " + file);
            }
            TrialResult result = FeedTrial.run(feed, file, Math.max(0, rows));
            if (json) {
                out.println(JSON.writeValueAsString(fields(result)));
            } else {
                print(result, out);
            }
            out.flush();
            return result.fileFault() != null ? 2 : result.refused().isEmpty() ? 0 : 1;
        }

        private static void print(TrialResult result, PrintWriter out) {
            if (result.fileFault() != null) {
                out.println("文件不可用 / the file cannot be used: " + result.fileFault());
            }
            out.printf(
                    "读取 %,d 行: 可用 %,d, 被拒 %,d / %,d rows read: %,d accepted, %,d refused%n",
                    result.rows(),
                    result.accepted(),
                    result.rows() - result.accepted(),
                    result.rows(),
                    result.accepted(),
                    result.rows() - result.accepted());
            result.records().forEach((kind, count) -> out.printf("  %-22s %,d%n", kind, count));
            result.refused().forEach((reason, count) -> out.printf("  ! %-20s %,d%n", reason, count));
            for (TrialResult.AcceptedRow row : result.firstAccepted()) {
                out.printf("%n第%d行 / line %d%n", row.line(), row.line());
                for (Map<String, String> record : row.records()) {
                    record.forEach((field, text) -> out.printf("  %-20s %s%n", field, text));
                    out.println();
                }
            }
            for (TrialResult.RefusedRow row : result.firstRefused()) {
                out.printf("%n第%d行被拒 / line %d refused%n", row.line(), row.line());
                for (RowFault fault : row.faults()) {
                    out.printf("  [%s] %s%n", fault.reason(), fault.message());
                }
                out.println("  " + row.original());
            }
        }

        private static Map<String, Object> fields(TrialResult result) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("feed", result.feed());
            fields.put("columns", result.columns());
            fields.put("rows", result.rows());
            fields.put("accepted", result.accepted());
            fields.put("refused", result.rows() - result.accepted());
            fields.put("records", result.records());
            fields.put("reasons", result.refused());
            fields.put("firstAccepted", result.firstAccepted());
            List<Map<String, Object>> refused = new ArrayList<>();
            for (TrialResult.RefusedRow row : result.firstRefused()) {
                refused.add(
                        Map.of("line", row.line(), "faults", row.faults(), "original", JSON.readTree(row.original())));
            }
            fields.put("firstRefused", refused);
            fields.put("fileFault", result.fileFault());
            return fields;
        }
    }

    private static FeedDescriptor descriptor(CommandSpec spec, String name) throws IOException {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return DescriptorReader.read(file);
        }
        FeedDescriptor builtIn = FeedCatalogue.builtIn().find(name);
        if (builtIn == null) {
            List<String> names = FeedCatalogue.builtIn().feeds().stream()
                    .map(FeedDescriptor::feed)
                    .toList();
            throw new ParameterException(
                    spec.commandLine(),
                    "没有文件或内置来源 %s / there is no file and no built-in feed %s; built in: %s"
                            .formatted(name, name, String.join(", ", names)));
        }
        return builtIn;
    }
}
