package org.sise.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sise.core.code.CodeVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code code}: credit codes. */
@Command(name = "code", description = "统一社会信用代码 / credit codes", subcommands = CodeCommand.Check.class)
final class CodeCommand {

    /** {@code code check FILE}: a verdict for each line. */
    @Command(
            name = "check",
            description = {
                "逐行判断统一社会信用代码 / judges the credit code on each line",
                "输出: 代码 TAB 结论 TAB 说明; 结论为 valid, mended, registration-number, invalid",
                "退出码: 0 没有 invalid, 1 有 invalid, 2 文件无法读取 / exit status: 1 when a line is invalid"
            })
    static final class Check implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "UTF-8 文本文件, “-”为标准输入 / a text file, - for standard input")
        private Path file;

        @Option(names = "--json", description = "输出 JSON 数组 / write a JSON array")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                boolean allGood = json ? writeJson(lines, out) : writeLines(lines, out);
                out.flush();
                return allGood ? 0 : 1;
            }
        }

        private static boolean writeLines(BufferedReader lines, PrintWriter out) throws IOException {
            boolean allGood = true;
            boolean first = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String code = first ? withoutMark(line) : line;
                first = false;
                CodeVerdict verdict = CodeVerdict.of(code);
                allGood &= !(verdict instanceof CodeVerdict.Invalid);
                out.print(code.replace('\t', ' '));
                out.print('\t');
                out.print(verdict.word());
                out.print('\t');
                out.print(verdict.detail());
                out.print('\n');
            }
            return allGood;
        }

        private static boolean writeJson(BufferedReader lines, PrintWriter out) throws IOException {
            JsonMapper mapper = JsonMapper.shared();
            boolean allGood = true;
            boolean first = true;
            out.print('[');
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String code = first ? withoutMark(line) : line;
                CodeVerdict verdict = CodeVerdict.of(code);
                allGood &= !(verdict instanceof CodeVerdict.Invalid);
                Map<String, String> object = new LinkedHashMap<>();
                object.put("code", code);
                object.put("verdict", verdict.word());
                object.put("detail", verdict.detail());
                out.print(first ? "\n" : ",\n");
                out.print(mapper.writeValueAsString(object));
                first = false;
            }
            out.print("\n]\n");
            return allGood;
        }

        /** The line without a byte order mark before it. */
        private static String withoutMark(String line) {
            return line.startsWith("\uFEFF") ? line.substring(1) : line;
        }
    }
}
