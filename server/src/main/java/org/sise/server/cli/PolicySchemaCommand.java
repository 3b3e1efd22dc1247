package org.sise.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.sise.scoring.read.BuiltIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code policy schema}: the JSON Schema of the policy language. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description =
                "输出政策语言的 JSON Schema, 供编辑器补全和检查 / prints the language's JSON Schema, by which editors complete and check")
final class PolicySchemaCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(new String(BuiltIn.policySchema(), StandardCharsets.UTF_8));
        out.flush();
    }
}
