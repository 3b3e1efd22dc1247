package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sise.supervision.draw.Difference;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.draw.DrawFolder;
import org.sise.supervision.draw.DrawVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./sise draw verify DIR}: recomputes a published draw. Exit 0 verified, 1 it differs, 2 bad input. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "重算已公布的抽取，逐项列出不同 / Recomputes a published draw and names each thing that differs")
final class DrawVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "公布的文件夹 / the published folder")
    private Path folder;

    @Option(names = "--json", description = "机器可读的输出 / output for machines")
    private boolean json;

    @Override
    public Integer call() {
        try {
            var verdict = DrawVerifier.verify(DrawFolder.at(folder));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                print(out, verdict);
            } else if (verdict.isVerified()) {
                out.println("verified");
                verdict.transcript().ifPresent(transcript -> DrawReport.summary(out, "已验证", transcript));
            } else {
                int count = verdict.differences().size();
                out.println("differs 不一致：" + count + " 处 / " + (count == 1 ? "1 difference" : count + " differences"));
                verdict.differences().forEach(out::println);
            }
            out.flush();
            return verdict.isVerified() ? 0 : 1;
        } catch (DrawFaultsException e) {
            return DrawReport.faults(spec, e.faults(), json);
        } catch (IOException e) {
            return DrawReport.unreadable(spec, e, json);
        }
    }

    private static void print(PrintWriter out, DrawVerifier.Verdict verdict) {
        var result = new LinkedHashMap<String, Object>();
        result.put("verified", verdict.isVerified());
        verdict.transcript().ifPresent(transcript -> {
            result.put("plan", transcript.plan().plan());
            result.put("drawn", transcript.drawn().size());
            result.put("beacon", !transcript.plan().beacon().isNone());
        });
        result.put(
                "differences",
                verdict.differences().stream().map(DrawVerifyCommand::fields).toList());
        out.println(JsonLine.of(result));
    }

    private static Map<String, String> fields(Difference difference) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", difference.kind().name());
        fields.put("place", difference.place());
        fields.put(
                "message",
                difference.kind().chinese() + " / " + difference.kind().english());
        fields.put("recorded", difference.recorded());
        fields.put("computed", difference.computed());
        return fields;
    }
}
