package org.sise.engines.neo4j;

/**
 * The size, place and life of a Neo4j process.
 *
 * @param port Bolt port on 127.0.0.1, or 0 for any free one
 * @param heapMiB Java heap, at most, in MiB
 * @param pageCacheMiB memory for store files, outside of the heap, in MiB
 * @param brief whether it lives briefly, as in a test: then it is soon warm and never fast
 */
public record Neo4jSettings(int port, int heapMiB, int pageCacheMiB, boolean brief) {

    /** Checks that the sizes can hold a server at all. */
    public Neo4jSettings {
        if (port < 0 || port > 65_535 || heapMiB < 128 || pageCacheMiB < 8) {
            throw new IllegalArgumentException("Port 0 to 65535, heap of 128 MiB or more, page cache of 8 MiB or more"
                    + " are needed, not " + port + ", " + heapMiB + ", " + pageCacheMiB);
        }
    }

    /** Any port, 512 MiB of heap, 512 MiB of page cache, for a long life. */
    public static Neo4jSettings standard() {
        return new Neo4jSettings(0, 512, 512, false);
    }
}
