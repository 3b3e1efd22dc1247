package org.sise.server.house;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the house, {@code sise.*}.
 *
 * @param data the folder of everything that is not in the databases: inbox, published draws, secrets, embedded engines
 * @param policy the first policy of an installation: a built-in one's id, or a file's path; later ones come by approval
 * @param neo4j the graph; its {@code uri} is set by the embedded engine where it is not given
 * @param demo whether the demo city is put through the feeds on the first run
 * @param businesses how many businesses the demo city has
 * @param seed the demo city's seed
 * @param workers whether this process grades and projects in the background
 */
@ConfigurationProperties("sise")
public record HouseSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("shenfu-four-colour") String policy,
        @DefaultValue Neo4j neo4j,
        @DefaultValue("false") boolean demo,
        @DefaultValue("20000") int businesses,
        @DefaultValue("4") long seed,
        @DefaultValue("true") boolean workers) {

    /**
     * The graph's server.
     *
     * @param uri such as {@code bolt://localhost:7687}
     * @param user its user, or null where none is asked for
     * @param password the user's password, or null
     */
    public record Neo4j(
            @Nullable String uri,
            @Nullable String user,
            @Nullable String password) {}

    /** Where departments' files arrive, one folder a feed. */
    public Path inbox() {
        return data.resolve("inbox");
    }

    /** Where drawn plans are published, one folder a plan. */
    public Path published() {
        return data.resolve("published");
    }

    /** Feed descriptors of this installation, beside the built-in ones. */
    public Path feeds() {
        return data.resolve("feeds");
    }

    /** Subscriptions of departments to notices. */
    public Path notices() {
        return data.resolve("notices");
    }

    /** The secrets of this installation. */
    public Path secrets() {
        return data.resolve("secrets");
    }
}
