package org.sise.integrations.notice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.sise.integrations.descriptor.NoticeTarget;
import org.sise.integrations.descriptor.Subscription;

/**
 * Drops notices into a folder, many a file, each file written aside and renamed. Which notices share a file is recorded
 * before it is written, so that an interrupted file is written again under its name and with its bytes.
 */
final class FolderChannel implements NoticeChannel {

    private final Subscription subscription;
    private final NoticeTarget.Folder target;
    private final Path folder;
    private final boolean ours;
    private final NoticeQueue queue;
    private final FeedbackFiles feedback;

    /**
     * For a folder.
     *
     * @param ours whether the folder is made where it is missing; a folder elsewhere may be a mount that is away
     */
    FolderChannel(
            Subscription subscription,
            NoticeTarget.Folder target,
            Path folder,
            boolean ours,
            NoticeQueue queue,
            FeedbackFiles feedback) {
        this.subscription = subscription;
        this.target = target;
        this.folder = folder;
        this.ours = ours;
        this.queue = queue;
        this.feedback = feedback;
    }

    @Override
    public List<Outgoing> parcel(List<Outgoing> pending) {
        return queue.file(
                subscription.subscriber(),
                target.form().name().toLowerCase(Locale.ROOT),
                target.atMost(),
                target.every());
    }

    @Override
    public List<Outcome> send(List<Outgoing> parcel) {
        String name = parcel.getFirst().file();
        if (name == null) {
            throw new IllegalStateException("the notices of a folder have a file before they are sent");
        }
        try {
            if (ours) {
                Files.createDirectories(folder);
            } else if (!Files.isDirectory(folder)) {
                return all(
                        parcel,
                        new Outcome.Later(
                                null,
                                "目录不存在, 请挂载或新建 %s / the folder is missing: mount or make %s".formatted(folder, folder),
                                null));
            }
            write(folder.resolve(name), NoticeFile.of(target.form(), parcel));
            return all(parcel, Outcome.Arrived.SILENTLY);
        } catch (IOException e) {
            return all(
                    parcel,
                    new Outcome.Later(null, "无法写入 %s / %s cannot be written: %s".formatted(folder, folder, e), null));
        }
    }

    @Override
    public void readFeedback() {
        feedback.read(subscription, folder);
    }

    private void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static List<Outcome> all(List<Outgoing> parcel, Outcome outcome) {
        return Collections.nCopies(parcel.size(), outcome);
    }
}
