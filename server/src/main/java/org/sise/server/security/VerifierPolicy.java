package org.sise.server.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sise.core.digest.Sha256;

/**
 * The content security policy of the page that verifies draws: one file with its own script and style, so that it can be
 * saved and read whole. The policy names both by their digests and allows nothing else.
 */
final class VerifierPolicy {

    /** Where the page stands. */
    static final String PATH = "/static/verify.html";

    private VerifierPolicy() {}

    static String text() {
        String page = page();
        return "default-src 'none'; script-src " + digest(page, "script") + "; style-src " + digest(page, "style")
                + "; img-src data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String digest(String page, String element) {
        String begin = "<" + element + ">";
        int from = page.indexOf(begin) + begin.length();
        byte[] content =
                page.substring(from, page.lastIndexOf("</" + element + ">")).getBytes(StandardCharsets.UTF_8);
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(content)) + "'";
    }

    private static String page() {
        try (InputStream in = VerifierPolicy.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + PATH);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
