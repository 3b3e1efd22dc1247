package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.supervision.draw.Fault;
import org.sise.supervision.draw.Transcript;
import picocli.CommandLine.Model.CommandSpec;

/** What the draw's commands say in common. */
final class DrawReport {
    private DrawReport() {}

    /** Sums up a draw under a headline, and says so if it had no beacon. */
    static void summary(PrintWriter out, String headline, Transcript transcript) {
        int pool =
                transcript.strata().stream().mapToInt(Transcript.Stratum::size).sum();
        int drawn = transcript.drawn().size();
        out.println(headline + "  " + transcript.plan().plan() + "  " + pool + " 户中抽取 " + drawn + " 户 / " + drawn
                + " drawn of " + pool);
        if (!transcript.unassigned().isEmpty()) {
            int count = transcript.unassigned().size();
            out.println("无人可派 " + count + " 户 / " + count + " without inspectors");
        }
        if (transcript.plan().beacon().isNone()) {
            out.println("未用公共信标，证明力较弱 / no beacon: the draw rests on its committed secret alone, which is weaker");
        }
    }

    /** Prints the reasons why a folder cannot be used; the exit status. */
    static int faults(CommandSpec spec, List<Fault> faults, boolean json) {
        if (json) {
            var all = faults.stream()
                    .map(fault -> {
                        Map<String, Object> one = new LinkedHashMap<>();
                        one.put("file", fault.file());
                        one.put("line", fault.line());
                        one.put("column", fault.column());
                        one.put("problem", fault.problem());
                        one.put("remedy", fault.remedy());
                        return one;
                    })
                    .toList();
            spec.commandLine().getOut().println(JsonLine.of(Map.of("faults", all)));
            spec.commandLine().getOut().flush();
        } else {
            var err = spec.commandLine().getErr();
            err.println("输入有误：" + faults.size() + " 处 / bad input: " + faults.size());
            faults.forEach(err::println);
            err.flush();
        }
        return Sise.BAD_INPUT;
    }

    /** Prints that a file could not be read or written; the exit status. */
    static int unreadable(CommandSpec spec, IOException e, boolean json) {
        var fault = new Fault(
                String.valueOf(e.getMessage()),
                0,
                "",
                "无法读写 / cannot be read or written: " + e.getClass().getSimpleName(),
                "检查路径与权限 / check the path and its permissions");
        return faults(spec, List.of(fault), json);
    }
}
