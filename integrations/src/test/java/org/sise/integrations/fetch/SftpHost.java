package org.sise.integrations.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on this machine. */
final class SftpHost implements AutoCloseable {

    static final String USER = "sise";
    static final String PASSWORD = "correct horse";

    /** The connection is cut when so many bytes of a file have been read; once. */
    final AtomicLong cutAt = new AtomicLong(Long.MAX_VALUE);

    private final Path root;
    private final SshServer server = SshServer.setUpDefaultServer();
    private KeyPair hostKey;

    SftpHost(Path root, PublicKey... users) throws Exception {
        this.root = Files.createDirectories(root);
        changeHostKey();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setPasswordAuthenticator((user, password, _) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator((user, key, _) ->
                user.equals(USER) && Arrays.stream(users).anyMatch(known -> KeyUtils.compareKeys(known, key)));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session,
                    String handle,
                    FileHandle file,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int dataLength)
                    throws IOException {
                if (offset >= cutAt.get()) {
                    cutAt.set(Long.MAX_VALUE);
                    session.close(true);
                    throw new IOException("cut");
                }
            }
        });
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    /** Another key from the next connection on. */
    void changeHostKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        hostKey = generator.generateKeyPair();
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    PublicKey key() {
        return hostKey.getPublic();
    }

    /** The beginning of a descriptor's section for this server. */
    String source(String login) {
        return """
                source:
                  type: sftp
                  host: 127.0.0.1
                  port: %d
                  user: sise
                  %s
                  host-key: "%s"
                  every: 5m
                  retry: {attempts: 3, first: 100ms}
                """.formatted(port(), login, fingerprint());
    }

    /** Puts a file there, last written so many seconds after a fixed time. */
    Path put(String name, String text, int seconds) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-20T00:00:00Z").plusSeconds(seconds)));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
