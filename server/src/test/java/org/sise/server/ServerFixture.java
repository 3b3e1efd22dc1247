package org.sise.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.engines.testing.TestGraph;
import org.sise.server.start.DemoRun;
import org.sise.server.start.HouseState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole server on real engines with a small demo city, started once a JVM and stopped with it. */
public final class ServerFixture {

    /** The demo accounts' password. */
    public static final String PASSWORD = "sise-demo";

    /** How many businesses the city has. */
    public static final int BUSINESSES = 600;

    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static ServerFixture shared;

    private final ConfigurableApplicationContext context;

    private ServerFixture() {
        TestDatabase database = TestEngines.freshDatabase();
        TestGraph graph = TestEngines.neo4j();
        graph.wipe();
        Path data = newFolder();
        subscribe(data);
        context = SiseApplication.start(
                "--server.port=0",
                "--sise.data=" + data,
                "--logging.file.name=" + data.resolve("sise.log"),
                "--sise.demo=true",
                "--sise.demo-password=" + PASSWORD,
                "--sise.businesses=" + BUSINESSES,
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--sise.neo4j.uri=" + graph.uri(),
                "--sise.neo4j.user=" + graph.user(),
                "--sise.neo4j.password=" + graph.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            FileSystemUtils.deleteRecursively(data.toFile());
        }));
    }

    /** The server of this JVM, its city delivered, graded and projected. */
    public static synchronized ServerFixture server() {
        if (shared == null) {
            ServerFixture fixture = new ServerFixture();
            fixture.fill();
            shared = fixture;
        }
        return shared;
    }

    /** The address of a page. */
    public String url(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** A bean. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private void fill() {
        DemoRun demo = bean(DemoRun.class);
        HouseState state = bean(HouseState.class);
        try {
            demo.prepare(_ -> {});
            demo.deliverRegister();
            await().atMost(LONGEST)
                    .until(() -> state.look().businesses() > 0 && state.look().isQuiet());
            demo.deliverOthers();
            await().atMost(LONGEST).until(() -> state.look().isQuiet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        demo.bindCompany();
    }

    /** One department is told of changed colours, in files; its account is the demo's. */
    private static void subscribe(Path data) {
        try {
            Files.writeString(Files.createDirectories(data.resolve("notices")).resolve("tax.yaml"), """
                    subscriber: tax
                    title: {zh: 税务局, en: Tax office}
                    department: 税务局
                    topics: [grade-changed]
                    from: start
                    accounts: [department]
                    to: {type: folder, folder: tax, every: 0s}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("sise-server-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
