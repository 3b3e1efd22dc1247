package org.sise.integrations.notice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.NoticeTarget;
import org.sise.integrations.descriptor.Subscription;
import org.sise.integrations.fetch.Secrets;
import org.sise.integrations.fetch.Trust;

/** Opens the way to a department that its subscription names. */
final class NoticeChannels {

    private final DataSource dataSource;
    private final NoticeQueue queue;
    private final FeedbackStore feedback;
    private final Secrets secrets;
    private final Path home;
    private final Path folders;
    private final Duration quiet;
    private final Clock clock;

    NoticeChannels(
            DataSource dataSource,
            NoticeQueue queue,
            FeedbackStore feedback,
            Secrets secrets,
            NoticeSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.queue = queue;
        this.feedback = feedback;
        this.secrets = secrets;
        this.home = settings.home();
        this.folders = settings.folders();
        this.quiet = settings.quiet();
        this.clock = clock;
    }

    /**
     * Opens the way.
     *
     * @throws IllegalArgumentException when a file that it needs cannot be read
     */
    NoticeChannel open(Subscription subscription) {
        return switch (subscription.to()) {
            case NoticeTarget.Http http -> new HttpChannel(http, secrets, clock, trust(http.trust()));
            case NoticeTarget.Folder folder -> {
                boolean ours = !Path.of(folder.folder()).isAbsolute();
                yield new FolderChannel(
                        subscription,
                        folder,
                        folders.resolve(folder.folder()),
                        ours,
                        queue,
                        new FeedbackFiles(feedback, clock, quiet));
            }
            case NoticeTarget.Kafka kafka ->
                new KafkaChannel(kafka, secrets, home, feedback(subscription.subscriber(), kafka));
        };
    }

    private @Nullable SSLContext trust(@Nullable String file) {
        return file == null ? null : Trust.of(home.resolve(file));
    }

    private @Nullable FeedbackTopic feedback(String subscriber, NoticeTarget.Kafka kafka) {
        return kafka.feedback() == null
                ? null
                : new FeedbackTopic(subscriber, kafka.access(), kafka.feedback(), secrets, home, feedback, dataSource);
    }
}
