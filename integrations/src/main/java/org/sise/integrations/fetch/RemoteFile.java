package org.sise.integrations.fetch;

/**
 * A file of an SFTP server.
 *
 * @param name its name
 * @param size its size in bytes
 * @param modified when it was last written, in seconds of Unix time, as the server's clock has it
 */
record RemoteFile(String name, long size, long modified) {

    /** What tells it from others of its folder, and from itself when it has changed. */
    String origin() {
        return name + "|" + size + "|" + modified;
    }
}
