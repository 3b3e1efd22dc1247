package org.sise.supervision.entry;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * Checks task codes with public keys alone, so that it works without a network. What it cannot know is whether the visit was
 * taken back meanwhile: an answer given offline says so. Immutable.
 */
public final class CodeVerifier {

    private static final String ALGORITHM = "Ed25519";

    private final Map<Integer, Held> keys = new HashMap<>();
    private final EntryRules rules;

    private record Held(CodeKey key, PublicKey publicKey) {}

    /** With these keys, the present one and those before it whose codes may still be shown. */
    public CodeVerifier(Collection<CodeKey> keys, EntryRules rules) {
        this.rules = rules;
        for (CodeKey key : keys) {
            this.keys.put(key.id(), new Held(key, read(key)));
        }
    }

    /** Checks form, signature and time of a scanned text. */
    public CodeCheck check(String text, Instant now) {
        TaskCode.Signed signed = TaskCode.read(text).orElse(null);
        if (signed == null) {
            return new CodeCheck.Bad(Failure.of(Condition.CODE_UNREADABLE));
        }
        TaskCode code = signed.code();
        Held held = keys.get(code.key());
        if (held == null || !held.key().covers(code)) {
            return new CodeCheck.Bad(Failure.of(Condition.CODE_KEY_UNKNOWN, "密钥 " + code.key(), "key " + code.key()));
        }
        if (!holds(signed, held.publicKey())) {
            return new CodeCheck.Bad(Failure.of(Condition.CODE_FORGED));
        }
        Duration skew = rules.clockSkew();
        if (now.isBefore(code.notBefore().minus(skew))) {
            long ahead = Duration.between(now, code.notBefore()).toSeconds();
            return new CodeCheck.Untimely(
                    code, Failure.of(Condition.CODE_FROM_THE_FUTURE, "早 " + ahead + " 秒", ahead + " seconds early"));
        }
        if (!now.isBefore(code.notAfter().plus(skew))) {
            long late = Duration.between(code.notAfter(), now).toSeconds();
            return new CodeCheck.Untimely(
                    code, Failure.of(Condition.CODE_EXPIRED, "已过 " + late + " 秒", late + " seconds ago"));
        }
        return new CodeCheck.Good(code);
    }

    /** What a phone can say of a code without a network, for the business at whose door it is shown. */
    public EntryAnswer checkOffline(String text, CreditCode at, Instant now) {
        return switch (check(text, now)) {
            case CodeCheck.Bad bad -> EntryAnswer.offline(List.of(bad.fault()), null);
            case CodeCheck.Untimely late ->
                EntryAnswer.offline(
                        withBusiness(late.code(), at, late.fault()), late.code().notAfter());
            case CodeCheck.Good good ->
                EntryAnswer.offline(
                        withBusiness(good.code(), at, null), good.code().notAfter());
        };
    }

    private static List<Failure> withBusiness(TaskCode code, CreditCode at, @Nullable Failure other) {
        List<Failure> failures = new ArrayList<>();
        if (other != null) {
            failures.add(other);
        }
        if (!code.business().equals(at)) {
            failures.add(Failure.of(
                    Condition.WRONG_BUSINESS, "任务对象 " + code.business(), "the visit is of " + code.business()));
        }
        return failures;
    }

    private static boolean holds(TaskCode.Signed signed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed.signed());
            return signature.verify(signed.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey read(CodeKey key) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key " + key.id() + " is not a public key of Ed25519", e);
        }
    }
}
