package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.sise.server.SiseApplication;
import org.sise.server.start.StartReport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code start}: the server with everything it needs. */
@Command(
        name = "start",
        description = {
            "启动服务; 未指定外部服务器时使用内置 PostgreSQL 与 Neo4j, 首次运行载入演示城市",
            "starts the server, on embedded engines where no others are set; the first run brings the demo city",
            "外部服务器 / real servers: SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD,"
                    + " SISE_NEO4J_URI, SISE_NEO4J_USER, SISE_NEO4J_PASSWORD"
        })
final class StartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "HTTP 端口 / HTTP port (${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--no-demo", description = "不载入演示城市和演示账户 / without the demo city and the demo accounts")
    private boolean withoutDemo;

    @Option(
            names = "--businesses",
            defaultValue = "20000",
            description = "演示城市的企业数 / how many businesses the demo city has (${DEFAULT-VALUE})")
    private int businesses;

    @Option(names = "--seed", defaultValue = "4", description = "演示城市的种子 / the demo city's seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--exit", description = "一切就绪后退出 / stop when everything is ready")
    private boolean exit;

    @Parameters(paramLabel = "SETTING", description = "其他设置 / other settings, as --name=value after --")
    private @Nullable List<String> settings;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        checkPort();
        out.println("四色 Sise: 正在启动 / starting ...");
        out.flush();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--sise.demo=" + !withoutDemo,
                "--sise.businesses=" + businesses,
                "--sise.seed=" + seed));
        if (settings != null) {
            arguments.addAll(settings);
        }
        CountDownLatch closed = new CountDownLatch(1);
        try (ConfigurableApplicationContext server = SiseApplication.start(arguments.toArray(String[]::new))) {
            server.addApplicationListener((ContextClosedEvent _) -> closed.countDown());
            server.getBean(StartReport.class).run(out);
            if (!exit) {
                closed.await();
            }
        }
        return 0;
    }

    /** Says so before anything is started when the port is taken. */
    private void checkPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--port: 端口 %d 不可用, 请另选 / port %d cannot be used, choose another: %s"
                            .formatted(port, port, e.getMessage()),
                    e);
        }
    }
}
