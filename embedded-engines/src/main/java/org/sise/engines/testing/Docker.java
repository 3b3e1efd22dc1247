package org.sise.engines.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Whether containers can be had, found out without starting anything: one connection, a second at most. */
final class Docker {

    private static final int PATIENCE_MILLIS = 1000;
    private static final String DEFAULT = "unix:///var/run/docker.sock";

    private Docker() {}

    static boolean isUsable() {
        try {
            Class.forName("org.testcontainers.containers.GenericContainer", false, Docker.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return false;
        }
        String host = System.getenv("DOCKER_HOST");
        return answers(host == null || host.isBlank() ? DEFAULT : host.strip());
    }

    static boolean answers(String host) {
        try {
            URI address = URI.create(host);
            if ("unix".equals(address.getScheme())) {
                try (SocketChannel socket =
                        SocketChannel.open(UnixDomainSocketAddress.of(Path.of(address.getPath())))) {
                    return socket.isConnected();
                }
            }
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
                return true;
            }
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return false;
        }
    }
}
