package org.sise.integrations.descriptor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of an SFTP server.
 *
 * @param host its name or address
 * @param port its port
 * @param user who logs in
 * @param login with what
 * @param hostKey how the server shows that it is itself
 * @param folder the folder there
 * @param include patterns of file names such as {@code *.csv}, of which one must fit
 * @param after what becomes of a file there, once it is safe here
 * @param quiet how long a file must not have changed before it is fetched
 * @param schedule when to look
 * @param timeout how long to wait for an answer
 * @param retry how often to try again within one pull
 */
public record SftpSource(
        String host,
        int port,
        String user,
        Login login,
        HostKey hostKey,
        String folder,
        List<String> include,
        After after,
        Duration quiet,
        Schedule schedule,
        Duration timeout,
        RetryRule retry)
        implements FeedSource.Pulled {

    /** With what a user logs in. */
    public sealed interface Login {

        /** A password. */
        record Password(Secret password) implements Login {}

        /**
         * A private key.
         *
         * @param key the key in a format of OpenSSH or PEM
         * @param passphrase what opens it, or null
         */
        record Key(Secret key, @Nullable Secret passphrase) implements Login {}
    }

    /** How a server shows that it is itself. */
    public sealed interface HostKey {

        /** Its key has one of these fingerprints, such as {@code SHA256:} and 43 characters. */
        record Fingerprints(List<String> sha256) implements HostKey {}

        /** Its key stands in a file of OpenSSH's form; a relative path begins at the folder of descriptors. */
        record KnownHosts(String file) implements HostKey {}
    }

    /** What becomes of a remote file, once it is safe here. */
    public enum After {
        /** It is moved into the folder {@code .done} beside it. */
        MOVE,
        /** It is deleted. */
        DELETE,
        /** It stays, and is fetched again only when its size or its time changes. */
        KEEP
    }
}
