package org.sise.engines.neo4j;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.engines.host.EngineException;

/**
 * The folder with the jars of the Neo4j process, which are on no other class path: Neo4j is under GPL-3.0
 * and brings library versions of its own. The build of the module {@code neo4j-process} fills it.
 */
final class Neo4jClassPath {

    private static final String PROPERTY = "sise.neo4j.lib";
    private static final String VARIABLE = "SISE_NEO4J_LIB";

    private Neo4jClassPath() {}

    /** The folder named by the system property, by the environment variable, or by the source tree in which this runs. */
    static Path folder() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        Path folder = named == null || named.isBlank() ? inSourceTree() : Path.of(named);
        if (folder == null || !holdsNeo4j(folder)) {
            throw new EngineException("Neo4j's jars are not found"
                    + (folder == null ? "" : " in " + folder.toAbsolutePath())
                    + ". Build the module embedded-engines/neo4j-process and name its folder target/lib by the system"
                    + " property " + PROPERTY + " or the environment variable " + VARIABLE
                    + ", or use a Neo4j server of your own.");
        }
        return folder.toAbsolutePath();
    }

    private static boolean holdsNeo4j(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.anyMatch(jar -> jar.getFileName().toString().startsWith("neo4j-kernel-"));
        } catch (IOException e) {
            throw new EngineException("The folder " + folder + " cannot be read: " + e, e);
        }
    }

    private static @Nullable Path inSourceTree() {
        Optional<URI> code = Optional.ofNullable(
                        Neo4jClassPath.class.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .flatMap(location -> {
                    try {
                        return Optional.of(location.toURI());
                    } catch (URISyntaxException e) {
                        return Optional.empty();
                    }
                })
                .filter(uri -> "file".equals(uri.getScheme()));
        return code.map(uri ->
                        Path.of(uri).resolve("../../neo4j-process/target/lib").normalize())
                .orElse(null);
    }
}
