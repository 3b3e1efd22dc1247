package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Text;
import org.sise.scoring.read.Fault;
import org.sise.scoring.read.PolicyReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy check FILE}: every fault with line, column and remedy. Exit 0 sound, 1 faulty, 2 unreadable. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "检查政策文件, 一次列出全部错误 / checks a policy and tells all its faults at once",
            "每行: 文件:行:列 说明（补救）/ each line: file:line:column what is wrong (remedy)",
            "退出码: 0 无误, 1 有误, 2 文件无法读取 / exit status: 1 when it has faults, 2 when it cannot be read"
        })
final class PolicyCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "YAML 文件或内置政策名, “-”为标准输入 / a YAML file or the name of a built-in policy, - for standard input")
    private String name = "";

    @Option(names = "--json", description = "输出 JSON / write JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PolicyFile file = PolicyFile.read(spec, name);
        List<Fault> faults = file.faults();
        if (json) {
            out.println(JsonLine.of(fields(file)));
        } else {
            switch (file.reading()) {
                case PolicyReading.Sound sound -> out.println("无误 / no faults: " + summary(sound.policy()));
                case PolicyReading.Faulty faulty -> faulty.faults().forEach(fault -> out.println(name + ":" + fault));
            }
        }
        out.flush();
        return faults.isEmpty() ? 0 : 1;
    }

    private static String summary(Policy policy) {
        return "%s %s（%s / %s）%d 项指标, %d 个等级 / %d indicators, %d grades, digest %s"
                .formatted(
                        policy.id(),
                        policy.version(),
                        policy.title().zh(),
                        policy.title().en(),
                        policy.indicators().size(),
                        policy.grades().size(),
                        policy.indicators().size(),
                        policy.grades().size(),
                        policy.digest());
    }

    private static Map<String, Object> fields(PolicyFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file.name());
        fields.put("valid", file.faults().isEmpty());
        if (file.reading() instanceof PolicyReading.Sound(Policy policy)) {
            fields.put("policy", policy.id());
            fields.put("version", policy.version());
            fields.put("digest", policy.digest());
        }
        fields.put(
                "faults", file.faults().stream().map(PolicyCheckCommand::fields).toList());
        return fields;
    }

    /** A fault as JSON has it. */
    static Map<String, Object> fields(Fault fault) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", fault.code());
        fields.put("line", fault.line());
        fields.put("column", fault.column());
        fields.put("message", fields(fault.message()));
        fields.put("remedy", fields(fault.remedy()));
        return fields;
    }

    private static Map<String, String> fields(Text text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("zh", text.zh());
        fields.put("en", text.en());
        return fields;
    }
}
