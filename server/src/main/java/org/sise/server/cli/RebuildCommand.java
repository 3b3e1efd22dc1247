package org.sise.server.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neo4j.driver.Driver;
import org.sise.graph.load.ControlRun;
import org.sise.graph.projection.GraphDigest;
import org.sise.graph.projection.GraphProjection;
import org.sise.server.house.Offline;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rebuild}: what can be made again from the ledger. */
@Command(
        name = "rebuild",
        description = "由账本重建派生数据 / makes again what follows from the ledger",
        subcommands = RebuildCommand.Graph.class)
final class RebuildCommand {

    /** What a rebuild says in JSON: records taken, nodes and relations by label and type, the graph's digest. */
    private record Rebuilt(int records, Map<String, Long> counts, String digest) {}

    /** {@code rebuild graph}: Neo4j from the ledger. */
    @Command(
            name = "graph",
            description = {
                "清空图并由账本重建; 服务器运行时也可执行",
                "empties the graph and projects the ledger again; the server may be running"
            })
    static final class Graph implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Option(names = "--json", description = "输出 JSON / write JSON")
        private boolean json;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            try (ConfigurableApplicationContext house = Offline.open()) {
                int records = house.getBean(GraphProjection.class).rebuild((taken, _) -> {
                    err.printf("\r%,d 条记录 / records", taken);
                    err.flush();
                });
                err.println();
                house.getBean(ControlRun.class).run();
                GraphDigest digest = GraphDigest.of(house.getBean(Driver.class));
                out.println(
                        json
                                ? JsonLine.of(new Rebuilt(records, digest.counts(), digest.sha256()))
                                : "%,d 条记录 / records, %s, SHA-256 %s"
                                        .formatted(records, digest.counts(), digest.sha256()));
                return 0;
            }
        }
    }
}
