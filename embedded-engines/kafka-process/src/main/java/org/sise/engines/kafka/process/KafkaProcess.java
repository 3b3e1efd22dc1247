package org.sise.engines.kafka.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one Kafka node, broker and controller at once (KRaft), on the loopback address until its standard input ends,
 * which happens when the parent closes it and also when the parent is killed. For tests: no replica, no security.
 *
 * <p>Arguments: data folder, port (0: any free one), the file that receives the port. That file appears whole, by a
 * rename, when the broker answers. Exit status 0 after an orderly shutdown, 1 when Kafka does not start.
 */
public final class KafkaProcess {

    private KafkaProcess() {}

    /** Starts Kafka, publishes its port, waits for the end of standard input, shuts down. */
    public static void main(String[] args) {
        int status = 0;
        try {
            run(Path.of(args[0]), Integer.parseInt(args[1]), Path.of(args[2]));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private static void run(Path data, int wanted, Path portFile) throws IOException {
        Files.createDirectories(data);
        int port = wanted == 0 ? freePort() : wanted;
        Properties settings = settings(data, port, freePort());
        format(data, settings);
        KafkaRaftServer kafka = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        try {
            kafka.startup();
            publish(portFile, Integer.toString(port));
            awaitEndOfParent();
        } finally {
            kafka.shutdown();
            kafka.awaitShutdown();
        }
    }

    private static Properties settings(Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("log.dirs", data.resolve("log").toString());
        settings.setProperty("log.segment.bytes", Integer.toString(1 << 20));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(1 << 16));
        settings.setProperty("log.cleaner.enable", "false");
        settings.setProperty("num.partitions", "1");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "2");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("auto.create.topics.enable", "true");
        return settings;
    }

    private static void format(Path data, Properties settings) throws IOException {
        Path file = data.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String[] call = {
            "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", file.toString(),
        };
        if (Files.notExists(data.resolve("log/meta.properties"))) {
            int status = StorageTool.execute(call, System.out);
            if (status != 0) {
                throw new IOException("the storage folder cannot be formatted, status " + status);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The parent never writes: only the end of the stream counts, or its breaking. */
    private static void awaitEndOfParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            System.out.println("standard input broke, taken as its end: " + e.getMessage());
        }
    }

    private static void publish(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
