package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sise.scoring.cases.CaseFolder;
import org.sise.scoring.cases.CaseFolder.FileOutcome;
import org.sise.scoring.cases.CaseOutcome;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy test DIR}: the golden cases of a folder. Exit 0 all pass, 1 some fail, 2 they cannot be run. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "运行文件夹中的金标准用例 (NAME.cases.yaml 与 NAME.yaml) / runs the golden cases of a folder",
            "退出码: 0 全部通过, 1 有用例不符, 2 文件有误或没有用例 / exit status: 1 when a case fails, 2 on faulty or no cases"
        })
final class PolicyTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "政策与用例所在文件夹 / the folder of policies and cases")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "输出 JSON / write JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "找不到文件夹 / there is no folder " + folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<FileOutcome> files = CaseFolder.test(folder, BuiltIn.ledgerVocabulary());
        if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "没有用例文件 *.cases.yaml / there are no cases (*.cases.yaml) in " + folder);
        }
        if (json) {
            out.println(JsonLine.of(fields(files)));
        } else {
            files.forEach(file -> print(out, file));
            long failed = count(files, false);
            long passed = count(files, true);
            out.printf("通过 %d, 不符 %d / %d passed, %d failed%n", passed, failed, passed, failed);
        }
        out.flush();
        boolean faulty = files.stream()
                .anyMatch(file ->
                        !file.policyFaults().isEmpty() || !file.caseFaults().isEmpty());
        return faulty ? Sise.BAD_INPUT : count(files, false) == 0 ? 0 : 1;
    }

    private static void print(PrintWriter out, FileOutcome file) {
        file.policyFaults().forEach(fault -> out.println(policy(file) + ":" + fault));
        file.caseFaults().forEach(fault -> out.println(file.casesFile() + ":" + fault));
        for (CaseOutcome outcome : file.outcomes()) {
            out.printf(
                    "%s %s:%d %s%n",
                    outcome.passed() ? "通过 pass" : "不符 FAIL",
                    file.casesFile(),
                    outcome.golden().line(),
                    outcome.golden().name());
            for (CaseOutcome.Difference difference : outcome.differences()) {
                out.printf(
                        "    %s: 应为 %s, 实为 %s / expected %s, got %s%n",
                        difference.what(),
                        difference.expected(),
                        difference.actual(),
                        difference.expected(),
                        difference.actual());
            }
        }
    }

    private static Path policy(FileOutcome file) {
        String name = file.casesFile().getFileName().toString();
        return file.casesFile().resolveSibling(name.replace(".cases.yaml", ".yaml"));
    }

    private static long count(List<FileOutcome> files, boolean passed) {
        return files.stream()
                .flatMap(file -> file.outcomes().stream())
                .filter(outcome -> outcome.passed() == passed)
                .count();
    }

    private static Map<String, Object> fields(List<FileOutcome> files) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("passed", count(files, true));
        fields.put("failed", count(files, false));
        fields.put("files", files.stream().map(PolicyTestCommand::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(FileOutcome file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cases_file", file.casesFile().toString());
        fields.put("passed", file.passed());
        fields.put("policy_faults", faults(file.policyFaults()));
        fields.put("case_faults", faults(file.caseFaults()));
        fields.put(
                "cases", file.outcomes().stream().map(PolicyTestCommand::fields).toList());
        return fields;
    }

    private static List<Map<String, Object>> faults(List<Fault> faults) {
        return faults.stream().map(PolicyCheckCommand::fields).toList();
    }

    private static Map<String, Object> fields(CaseOutcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", outcome.golden().name());
        fields.put("line", outcome.golden().line());
        fields.put("passed", outcome.passed());
        fields.put("differences", outcome.differences());
        return fields;
    }
}
