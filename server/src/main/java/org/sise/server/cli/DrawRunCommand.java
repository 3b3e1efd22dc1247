package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.draw.DrawFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./sise draw run DIR}: completes a folder's transcript. Exit 0 drawn, 2 bad input. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "按冻结的文件抽取，写全 transcript.json / Draws from the frozen files and completes transcript.json")
final class DrawRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "公布的文件夹 / the published folder")
    private Path folder;

    @Option(names = "--json", description = "机器可读的输出 / output for machines")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            var run = DrawFolder.at(folder).run();
            var transcript = run.transcript();
            boolean weak = transcript.plan().beacon().isNone();
            if (json) {
                var result = new LinkedHashMap<String, Object>();
                result.put("result", run.written() ? "drawn" : "unchanged");
                result.put("plan", transcript.plan().plan());
                result.put("drawn", transcript.drawn().size());
                result.put("unassigned", transcript.unassigned());
                result.put("beacon", !weak);
                result.put("objects_root", transcript.objectsRoot());
                result.put("seed", transcript.seed());
                out.println(JsonLine.of(result));
            } else {
                DrawReport.summary(out, run.written() ? "drawn 已抽取" : "unchanged 已抽取过，未改动", transcript);
            }
            out.flush();
            return 0;
        } catch (DrawFaultsException e) {
            return DrawReport.faults(spec, e.faults(), json);
        } catch (IOException e) {
            return DrawReport.unreadable(spec, e, json);
        }
    }
}
