package org.sise.integrations.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted. */
public final class Trust {

    private Trust() {}

    /**
     * Those of a file, for other ways than a feed's.
     *
     * @throws IllegalArgumentException when the file cannot be used; the message says why
     */
    public static SSLContext of(Path file) {
        try {
            return context(file);
        } catch (PullFault e) {
            throw new IllegalArgumentException(e.message(), e);
        }
    }

    /**
     * The platform's authorities, or those of a file in their place.
     *
     * @param file certificates in PEM or DER, or null
     * @throws PullFault when the file cannot be used
     */
    static SSLContext context(@Nullable Path file) throws PullFault {
        try {
            if (file == null) {
                return SSLContext.getDefault();
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (InputStream in = Files.newInputStream(file)) {
                int n = 0;
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    store.setCertificateEntry("trusted-" + n++, certificate);
                }
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw PullFault.lasting(
                    PullReason.CERTIFICATE,
                    "证书文件不可用: " + file,
                    "the file of certificates cannot be used: %s: %s".formatted(file, e),
                    e);
        }
    }
}
