package org.sise.server.house;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Secrets of this installation: files that only their owner can read, made at the first run and kept for good. */
final class Secrets {

    private static final int LENGTH = 32;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /**
     * The secret of a name, 32 bytes; made where there is none. Losing the file means that no person's key can be made again.
     *
     * @throws IllegalStateException when the file is shorter than a secret
     */
    byte[] read(String name) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] secret = new byte[LENGTH];
            new SecureRandom().nextBytes(secret);
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, secret, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            } catch (FileAlreadyExistsException e) {
                return read(name);
            }
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length < LENGTH) {
            throw new IllegalStateException("密钥文件过短 / the secret is too short: " + file);
        }
        return secret;
    }
}
