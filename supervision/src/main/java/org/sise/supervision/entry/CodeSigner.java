package org.sise.supervision.entry;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.sise.core.code.CreditCode;

/** Signs codes with one key, Ed25519. Thread-safe. */
final class CodeSigner {

    private static final String ALGORITHM = "Ed25519";

    private final int key;
    private final PrivateKey secret;

    /** A new pair of keys: the public one as X.509, the private one as PKCS #8, Base64 both. */
    record Pair(String publicKey, String secretKey) {}

    CodeSigner(int key, String secretKey) {
        this.key = key;
        try {
            this.secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secretKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private key of Ed25519", e);
        }
    }

    static Pair newPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new Pair(
                    base64.encodeToString(pair.getPublic().getEncoded()),
                    base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of today has Ed25519", e);
        }
    }

    /** The code that a phone shows now: the same within one step of the clock. */
    String shown(long visit, int issue, CreditCode business, Instant now, EntryRules rules) {
        long step = rules.codeStep().toSeconds();
        Instant begin = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), step) * step);
        return sign(new TaskCode(key, visit, issue, business, begin, rules.codeValid()));
    }

    /** A code to be shown without a network, for as long as the rules allow. */
    String carried(long visit, int issue, CreditCode business, Instant now, Duration validity, EntryRules rules) {
        Duration most = rules.offlineValid();
        return sign(new TaskCode(
                key,
                visit,
                issue,
                business,
                Instant.ofEpochSecond(now.getEpochSecond()),
                validity.compareTo(most) > 0 ? most : validity));
    }

    String sign(TaskCode code) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(code.bytes());
            return code.text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
