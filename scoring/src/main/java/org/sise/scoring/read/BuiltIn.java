package org.sise.scoring.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;

/** The vocabularies and policies that come with the module. */
public final class BuiltIn {
    private BuiltIn() {}

    /** The kinds of fact that the ledger provides. */
    public static Vocabulary ledgerVocabulary() {
        return VocabularyReader.read(bytes("/vocabularies/ledger.yaml"));
    }

    /** The file of a policy, such as {@code shenfu-four-colour}. */
    public static byte[] policyFile(String id) {
        return bytes("/policies/" + id + ".yaml");
    }

    /** A policy over the ledger's vocabulary, such as {@code shenfu-four-colour}. */
    public static Policy policy(String id) {
        return new PolicyReader(ledgerVocabulary()).read(policyFile(id)).orThrow();
    }

    /** The JSON Schema (2020-12) of the policy language, by which editors complete and check. */
    public static byte[] policySchema() {
        return bytes("/policy.schema.json");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = BuiltIn.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such resource: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
