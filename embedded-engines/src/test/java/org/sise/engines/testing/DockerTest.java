package org.sise.engines.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerTest {

    @TempDir
    Path folder;

    @Test
    void a_listening_unix_socket_answers_and_a_missing_one_does_not() throws Exception {
        Path file = folder.resolve("docker.sock");
        assertThat(Docker.answers("unix://" + file)).isFalse();
        try (ServerSocketChannel daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            daemon.bind(UnixDomainSocketAddress.of(file));
            assertThat(Docker.answers("unix://" + file)).isTrue();
        }
        assertThat(Docker.answers("unix://" + file)).isFalse();
    }

    @Test
    void a_listening_port_answers_and_a_closed_one_does_not() throws Exception {
        String host;
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            host = "tcp://127.0.0.1:" + daemon.getLocalPort();
            assertThat(Docker.answers(host)).isTrue();
        }
        assertThat(Docker.answers(host)).isFalse();
        assertThat(Docker.answers("not an address")).isFalse();
    }
}
