package org.sise.integrations.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The feeds of an installation, by name. */
public final class FeedCatalogue {

    private static final List<String> BUILT_IN = List.of(
            "register",
            "penalties",
            "penalties-2016",
            "permits",
            "permits-2016",
            "inspections",
            "commitments",
            "holdings",
            "dishonesty-listings",
            "abnormal-listings",
            "safety-assessments",
            "complaints",
            "alerts",
            "honours",
            "enforcements",
            "arrears",
            "legal-representatives",
            "officers",
            "branches",
            "supplies",
            "contacts",
            "concerts",
            "bods-ownership",
            "liaoning-register",
            "listed-companies");

    private final Map<String, FeedDescriptor> feeds;

    private FeedCatalogue(Map<String, FeedDescriptor> feeds) {
        this.feeds = Collections.unmodifiableMap(feeds);
    }

    /** Of the given descriptors; of two with one name the later stands. */
    public static FeedCatalogue of(Collection<FeedDescriptor> descriptors) {
        Map<String, FeedDescriptor> feeds = new LinkedHashMap<>();
        descriptors.forEach(descriptor -> feeds.put(descriptor.feed(), descriptor));
        return new FeedCatalogue(feeds);
    }

    /** The feeds that come with this module. */
    public static FeedCatalogue builtIn() {
        return of(BUILT_IN.stream().map(FeedCatalogue::builtIn).toList());
    }

    /**
     * The given feeds, and those of the YAML files in a folder; a file's feed takes the place of the given feed of its
     * name. A folder that does not exist adds none.
     *
     * @throws DescriptorException with the faults of all files
     * @throws IOException when the folder cannot be read
     */
    public static FeedCatalogue load(FeedCatalogue given, Path folder) throws IOException {
        Map<String, FeedDescriptor> feeds = new LinkedHashMap<>(given.feeds);
        Map<String, Path> origins = new HashMap<>();
        List<DescriptorFault> faults = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                FeedDescriptor descriptor = DescriptorReader.read(file);
                Path other = origins.putIfAbsent(descriptor.feed(), file);
                if (other != null) {
                    faults.add(fault(file, "与%s同名 / has the same name as %s".formatted(other, other)));
                }
                feeds.put(descriptor.feed(), descriptor);
            } catch (DescriptorException e) {
                e.faults()
                        .forEach(fault -> faults.add(new DescriptorFault(
                                fault.line(),
                                fault.column(),
                                file.getFileName() + " " + fault.path(),
                                fault.message())));
            }
        }
        Map<String, String> folders = new HashMap<>();
        for (FeedDescriptor descriptor : feeds.values()) {
            String other = folders.putIfAbsent(descriptor.folder(), descriptor.feed());
            if (other != null) {
                Path origin = origins.getOrDefault(descriptor.feed(), origins.getOrDefault(other, folder));
                faults.add(fault(origin, "目录与来源%s相同 / shares its folder with feed %s".formatted(other, other)));
            }
        }
        if (!faults.isEmpty()) {
            throw new DescriptorException(folder.toString(), faults);
        }
        return new FeedCatalogue(feeds);
    }

    /** The feeds in their order. */
    public Collection<FeedDescriptor> feeds() {
        return feeds.values();
    }

    /** The feed of a name, or null when there is none. */
    public @Nullable FeedDescriptor find(String feed) {
        return feeds.get(feed);
    }

    /**
     * The feed of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public FeedDescriptor get(String feed) {
        FeedDescriptor descriptor = feeds.get(feed);
        if (descriptor == null) {
            throw new IllegalArgumentException("没有来源 / there is no feed " + feed + ": " + feeds.keySet());
        }
        return descriptor;
    }

    private static FeedDescriptor builtIn(String feed) {
        String resource = "/feeds/" + feed + ".yaml";
        try (InputStream in = FeedCatalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the built-in feed is missing: " + resource);
            }
            return DescriptorReader.read(feed + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    private static DescriptorFault fault(Path file, String message) {
        return new DescriptorFault(1, 1, String.valueOf(file.getFileName()), message);
    }
}
