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

/** The subscriptions of an installation, by name. */
public final class SubscriptionCatalogue {

    private static final List<String> BUILT_IN = List.of("example-http", "example-folder", "example-kafka");

    private final Map<String, Subscription> subscriptions;

    private SubscriptionCatalogue(Map<String, Subscription> subscriptions) {
        this.subscriptions = Collections.unmodifiableMap(subscriptions);
    }

    /** Of the given subscriptions; of two with one name the later stands. */
    public static SubscriptionCatalogue of(Collection<Subscription> given) {
        Map<String, Subscription> subscriptions = new LinkedHashMap<>();
        given.forEach(subscription -> subscriptions.put(subscription.subscriber(), subscription));
        return new SubscriptionCatalogue(subscriptions);
    }

    /** The examples that come with this module; none of them is active. */
    public static SubscriptionCatalogue builtIn() {
        return of(BUILT_IN.stream().map(SubscriptionCatalogue::builtIn).toList());
    }

    /**
     * The given subscriptions, and those of the YAML files in a folder, which take the place of given ones of their
     * names. A folder that does not exist adds none.
     *
     * @throws DescriptorException with the faults of all files
     * @throws IOException when the folder cannot be read
     */
    public static SubscriptionCatalogue load(SubscriptionCatalogue given, Path folder) throws IOException {
        Map<String, Subscription> subscriptions = new LinkedHashMap<>(given.subscriptions);
        Map<String, Path> origins = new HashMap<>();
        List<DescriptorFault> faults = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                Subscription subscription = SubscriptionReader.read(file);
                Path other = origins.putIfAbsent(subscription.subscriber(), file);
                if (other != null) {
                    faults.add(new DescriptorFault(
                            1,
                            1,
                            String.valueOf(file.getFileName()),
                            "与%s同名 / has the same name as %s".formatted(other, other)));
                }
                subscriptions.put(subscription.subscriber(), subscription);
            } catch (DescriptorException e) {
                e.faults()
                        .forEach(fault -> faults.add(new DescriptorFault(
                                fault.line(),
                                fault.column(),
                                file.getFileName() + " " + fault.path(),
                                fault.message())));
            }
        }
        if (!faults.isEmpty()) {
            throw new DescriptorException(folder.toString(), faults);
        }
        return new SubscriptionCatalogue(subscriptions);
    }

    /** The subscriptions in their order. */
    public Collection<Subscription> all() {
        return subscriptions.values();
    }

    /** The subscription of a name, or null when there is none. */
    public @Nullable Subscription find(String subscriber) {
        return subscriptions.get(subscriber);
    }

    private static Subscription builtIn(String name) {
        String resource = "/notices/" + name + ".yaml";
        try (InputStream in = SubscriptionCatalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the built-in subscription is missing: " + resource);
            }
            return SubscriptionReader.read(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
}
