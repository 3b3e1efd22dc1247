package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.Fault;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;
import org.sise.scoring.read.VocabularyReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A policy that an argument names: a YAML file or a built-in policy.
 *
 * @param name the argument
 */
record PolicyFile(String name, byte[] bytes, PolicyReading reading) {
    /**
     * Reads it; its faults are in the reading.
     *
     * @throws ParameterException when there is neither a file nor a built-in policy of that name
     */
    static PolicyFile read(CommandSpec spec, String name) throws IOException {
        byte[] bytes = bytes(spec, name);
        return new PolicyFile(name, bytes, new PolicyReader(BuiltIn.ledgerVocabulary()).read(bytes));
    }

    /** The policy if it is sound; else null, its faults printed on standard error. */
    static @Nullable PolicyFile sound(CommandSpec spec, String name) throws IOException {
        PolicyFile file = read(spec, name);
        List<Fault> faults = file.faults();
        if (faults.isEmpty()) {
            return file;
        }
        PrintWriter err = spec.commandLine().getErr();
        faults.forEach(fault -> err.println(name + ":" + fault));
        err.flush();
        return null;
    }

    /** @throws IllegalArgumentException when it has faults */
    Policy policy() {
        return reading.orThrow();
    }

    /** The kinds of record that the policy may speak of: the ledger's, and those it declares itself. */
    Vocabulary vocabulary() {
        return VocabularyReader.ofPolicy(bytes, BuiltIn.ledgerVocabulary());
    }

    List<Fault> faults() {
        return switch (reading) {
            case PolicyReading.Sound ignored -> List.of();
            case PolicyReading.Faulty faulty -> faulty.faults();
        };
    }

    private static byte[] bytes(CommandSpec spec, String name) throws IOException {
        if (name.equals("-")) {
            return System.in.readAllBytes();
        }
        try {
            Path file = Path.of(name);
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            if (name.matches("[a-z][a-z0-9-]*")) {
                return BuiltIn.policyFile(name);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new ParameterException(
                spec.commandLine(), "没有文件或内置政策 %s / there is no file and no built-in policy %s".formatted(name, name));
    }
}
