package org.sise.supervision.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The folders of drawn plans under one base folder. A reader finds a folder whole or not at all. */
final class PublishedFolders {

    private static final String PART = ".part-";

    private final Path base;

    PublishedFolders(Path base) {
        this.base = base.toAbsolutePath();
    }

    Path folder(String plan) {
        return base.resolve(plan);
    }

    /** Puts the files in place, unless the folder stands already. */
    Path publish(String plan, Map<String, byte[]> files) {
        return withPart(plan, files, part -> moveUnlessThere(part, folder(plan)));
    }

    /** Puts the files in place of what stands there. */
    Path replace(String plan, Map<String, byte[]> files) {
        return withPart(plan, files, part -> {
            Path former = base.resolve(part.getFileName() + "-former");
            if (Files.exists(folder(plan))) {
                Files.move(folder(plan), former, StandardCopyOption.ATOMIC_MOVE);
            }
            moveUnlessThere(part, folder(plan));
            delete(former);
        });
    }

    private interface Move {
        void from(Path part) throws IOException;
    }

    private Path withPart(String plan, Map<String, byte[]> files, Move move) {
        try {
            Files.createDirectories(base);
            Path part = Files.createDirectory(base.resolve(PART + UUID.randomUUID()));
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    write(part.resolve(file.getKey()), file.getValue());
                }
                force(part);
                move.from(part);
                force(base);
            } finally {
                delete(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder(plan);
    }

    /** Another call may have put the same folder there meanwhile. */
    private static void moveUnlessThere(Path part, Path folder) throws IOException {
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
