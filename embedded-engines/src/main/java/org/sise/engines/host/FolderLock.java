package org.sise.engines.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to run an engine in a folder: an operating system lock on {@code engine.lock},
 * gone with its holder even when that is killed. The file holds the holder's process id, for messages only.
 */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = "engine.lock";

    /**
     * Folders locked by this process. Opening a locked file a second time in one process, and closing it,
     * drops the first lock on POSIX systems, so the second attempt must not come that far.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final AtomicBoolean released = new AtomicBoolean();

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock at once, creating the folder where it is missing.
     *
     * @throws EngineException when another process, or this one, holds it
     */
    public static FolderLock take(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse(real, Long.toString(ProcessHandle.current().pid()));
            }
            FolderLock lock = null;
            try {
                lock = tryLock(real);
            } finally {
                if (lock == null) {
                    HELD_HERE.remove(real);
                }
            }
            if (lock == null) {
                throw inUse(real, Files.readString(real.resolve(FILE)).strip());
            }
            return lock;
        } catch (IOException e) {
            throw new EngineException("The folder " + folder + " cannot be created or locked: " + e, e);
        }
    }

    private static @Nullable FolderLock tryLock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            if (!locked) {
                return null;
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(folder, channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static EngineException inUse(Path folder, String pid) {
        return new EngineException("The data folder " + folder + " is in use by the running process " + pid
                + "; stop it first, or choose another folder.");
    }

    /** Lets go of the folder; a second call does nothing. */
    @Override
    public void close() {
        if (!released.compareAndSet(false, true)) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new EngineException("The lock of " + folder + " cannot be released: " + e, e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
