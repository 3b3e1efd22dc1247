package org.sise.integrations.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is usual of a feed whose descriptor does not say it: {@code rules/feed-watch.yaml}. */
final class WatchDefaults {

    private static final String RESOURCE = "/rules/feed-watch.yaml";
    private static final FeedWatch NOTHING =
            new FeedWatch(null, Duration.ZERO, null, new FeedWatch.History(1, 1), null, null, null);

    private static final FeedWatch EVERY_FEED = read("every-feed", NOTHING);
    private static final FeedWatch FULL_COPIES = read("full-copies", EVERY_FEED);

    private WatchDefaults() {}

    static FeedWatch of(boolean fullCopies) {
        return fullCopies ? FULL_COPIES : EVERY_FEED;
    }

    private static FeedWatch read(String section, FeedWatch given) {
        DescriptorFaults faults = new DescriptorFaults();
        YamlMapping top = new YamlMapping(root(), "", faults);
        Node node = top.required(section);
        FeedWatch watch =
                node == null ? given : new WatchReader(faults).watch(new YamlMapping(node, section, faults), given);
        if (!faults.sorted().isEmpty()) {
            throw new IllegalStateException(RESOURCE + ": " + faults.sorted());
        }
        return watch;
    }

    private static Node root() {
        try (InputStream in = WatchDefaults.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + RESOURCE);
            }
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Compose(LoadSettings.builder().setLabel(RESOURCE).build())
                    .composeString(yaml)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
