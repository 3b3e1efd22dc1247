package org.sise.integrations.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sise.integrations.descriptor.Secret;
import org.sise.integrations.descriptor.SourceText;

/**
 * The secrets of feeds: an environment variable {@code SISE_SECRET_<NAME>}, or else a file of the secret's name in a
 * folder, which only its owner may read. A value is looked up each time, so that a changed one holds at once.
 */
public final class Secrets {

    /** What the names of environment variables begin with. */
    public static final String PREFIX = "SISE_SECRET_";

    /** Shorter values are not blotted out of messages: they stand in too many words. */
    private static final int SHORTEST_VEILED = 4;

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Map<String, String> environment;
    private final Path folder;
    private final Map<String, String> given = new ConcurrentHashMap<>();

    /** Of an environment and a folder, which need not exist. */
    public Secrets(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    /**
     * The value of a secret, for other ways than a feed's.
     *
     * @throws IllegalStateException when it is not supplied, or its file may be read by others; the message says how
     */
    public String read(String name) {
        try {
            return value(new Secret(name));
        } catch (PullFault e) {
            throw new IllegalStateException(e.message(), e);
        }
    }

    /**
     * A secret's value.
     *
     * @throws PullFault when it is not supplied, or its file may be read by others
     */
    String value(Secret secret) throws PullFault {
        String value = environment.get(PREFIX + secret.name());
        if (value == null) {
            value = file(secret);
        }
        given.put(secret.name(), value);
        return value;
    }

    /** A text that may be a secret. */
    String value(SourceText text) throws PullFault {
        return switch (text) {
            case SourceText.Plain plain -> plain.text();
            case SourceText.Hidden hidden -> hidden.prefix() + value(hidden.secret());
        };
    }

    /** A message without the secrets that were given out. */
    String veil(String message) {
        String veiled = message;
        for (String value : given.values()) {
            if (value.length() >= SHORTEST_VEILED) {
                veiled = veiled.replace(value, "***");
            }
        }
        return veiled;
    }

    private String file(Secret secret) throws PullFault {
        Path file = folder.resolve(secret.name());
        try {
            if (!Files.isRegularFile(file)) {
                throw PullFault.lasting(
                        PullReason.SECRET,
                        "没有密钥 %s, 请设环境变量 %s 或文件 %s".formatted(secret.name(), PREFIX + secret.name(), file),
                        "there is no secret %s: set the environment variable %s or the file %s"
                                .formatted(secret.name(), PREFIX + secret.name(), file));
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw PullFault.lasting(
                        PullReason.SECRET,
                        "他人可读写 %s, 请执行 chmod 600".formatted(file),
                        "others may read or write %s: chmod 600 it".formatted(file));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw PullFault.lasting(
                    PullReason.SECRET, "无法读取 " + file, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
