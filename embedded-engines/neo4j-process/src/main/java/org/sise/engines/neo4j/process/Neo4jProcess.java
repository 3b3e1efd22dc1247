package org.sise.engines.neo4j.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Runs Neo4j Community with Bolt on the loopback address until its standard input ends, which happens
 * when the parent closes it and also when the parent is killed.
 *
 * <p>Arguments: home folder, Bolt port (0: any free one), page cache in MiB, the file that receives the
 * Bolt port. That file appears whole, by a rename, when Bolt answers. Exit status 0 after an orderly
 * shutdown, 1 when Neo4j does not start.
 */
public final class Neo4jProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private Neo4jProcess() {}

    /** Starts Neo4j, publishes its port, waits for the end of standard input, shuts down. */
    public static void main(String[] args) {
        ignoreKeyboardInterrupt();
        int status = 0;
        try {
            run(Path.of(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]), Path.of(args[3]));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private static void run(Path home, int port, long pageCacheMiB, Path portFile) throws IOException {
        DatabaseManagementService neo4j = builder(home, port, pageCacheMiB).build();
        try {
            var database = (GraphDatabaseAPI) neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            if (!database.isAvailable(START_LIMIT.toMillis())) {
                throw new IllegalStateException("Neo4j was not available within " + START_LIMIT);
            }
            var bolt = database.getDependencyResolver()
                    .resolveDependency(ConnectorPortRegister.class)
                    .getLocalAddress(ConnectorType.BOLT);
            publish(portFile, Integer.toString(bolt.getPort()));
            say("Bolt listens on " + bolt);
            awaitEndOfParent();
            say("shutting down");
        } finally {
            neo4j.shutdown();
            say("shut down");
        }
    }

    private static DatabaseManagementServiceBuilder builder(Path home, int port, long pageCacheMiB) {
        SocketAddress loopback = new SocketAddress("127.0.0.1", port);
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, loopback)
                .setConfig(BoltConnector.advertised_address, loopback)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(HttpsConnector.enabled, false)
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseInternalSettings.udc_network_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pageCacheMiB))
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "256M size")
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO);
    }

    /** The keys that stop the parent reach the whole process group; the parent decides when this process ends. */
    private static void ignoreKeyboardInterrupt() {
        try {
            Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        } catch (IllegalArgumentException e) {
            say("the interrupt signal cannot be ignored here: " + e.getMessage());
        }
    }

    /** The parent never writes: only the end of the stream counts, or its breaking. */
    private static void awaitEndOfParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            say("standard input broke, taken as its end: " + e.getMessage());
        }
    }

    private static void publish(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void say(String what) {
        System.out.println(Instant.now() + " neo4j-process: " + what);
    }
}
