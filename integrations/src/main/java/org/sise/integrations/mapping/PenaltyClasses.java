package org.sise.integrations.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Severity;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The class of dishonesty (失信类别) of a penalty by its published category, from {@code rules/penalty_kinds.csv} and
 * {@code rules/penalty-severity.yaml}. Of several categories the most serious counts.
 */
public final class PenaltyClasses {

    private static final String FINE = "fine";
    private static final String SIGNS = ";；,，、/|+";
    private static final Pattern BETWEEN = Pattern.compile("[" + SIGNS + "\\s]+");
    private static final PenaltyClasses STANDARD = read();

    private final Map<String, Optional<Severity>> byKind;
    private final Map<String, String> kinds;
    private final Map<?, ?> fines;
    private final String other;

    private PenaltyClasses(
            Map<String, Optional<Severity>> byKind, Map<String, String> kinds, Map<?, ?> fines, String other) {
        this.byKind = byKind;
        this.kinds = kinds;
        this.fines = fines;
        this.other = other;
    }

    /** By the rules that come with this module. */
    public static PenaltyClasses standard() {
        return STANDARD;
    }

    /**
     * The class, or empty when the category has none of its own.
     *
     * @param category the published category, several parted by 、；, or the like
     * @param fine the fine in yuan, or null when it is not known
     * @throws IllegalArgumentException when the category is unknown
     */
    public Optional<Severity> of(String category, @Nullable BigDecimal fine) {
        Optional<Severity> most = Optional.empty();
        for (String part : parts(category)) {
            Optional<Severity> one = part.isEmpty() || part.startsWith(other) ? Optional.empty() : one(part, fine);
            if (one.isPresent() && (most.isEmpty() || one.get().compareTo(most.get()) > 0)) {
                most = one;
            }
        }
        return most;
    }

    private static String[] parts(String category) {
        for (int i = 0; i < category.length(); i++) {
            char c = category.charAt(i);
            if (c <= ' ' || SIGNS.indexOf(c) >= 0) {
                return BETWEEN.split(category);
            }
        }
        return new String[] {category};
    }

    private Optional<Severity> one(String category, @Nullable BigDecimal fine) {
        String kind = kinds.get(category);
        if (FINE.equals(kind)) {
            kind = (String) ((Map<?, ?>) part(fines, "kinds")).get(size(fine));
        }
        Optional<Severity> severity = kind == null ? null : byKind.get(kind);
        if (severity == null) {
            throw new IllegalArgumentException("可取 / one of " + String.join(", ", new TreeSet<>(kinds.keySet())));
        }
        return severity;
    }

    private String size(@Nullable BigDecimal fine) {
        if (fine == null) {
            return "larger";
        }
        if (fine.compareTo(amount("huge-from")) >= 0) {
            return "huge";
        }
        return fine.compareTo(amount("larger-from")) >= 0 ? "larger" : "lower";
    }

    private BigDecimal amount(String name) {
        return new BigDecimal(String.valueOf(part(fines, name)));
    }

    private static Object part(Map<?, ?> map, String name) {
        Object part = map.get(name);
        if (part == null) {
            throw new IllegalStateException("rules/penalty-severity.yaml lacks " + name);
        }
        return part;
    }

    private static PenaltyClasses read() {
        Map<?, ?> rules;
        try (InputStream in = open("/rules/penalty-severity.yaml")) {
            rules = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String column = String.valueOf(part((Map<?, ?>) part(rules, "classes"), "column"));
        Map<String, Optional<Severity>> byKind = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (InputStreamReader in = new InputStreamReader(open("/rules/penalty_kinds.csv"), StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(in)) {
                byKind.put(row.get("code"), severity(row.get(column)));
                kinds.put(row.get("kind"), row.get("code"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ((Map<?, ?>) part(rules, "words")).forEach((word, kind) -> {
            if (FINE.equals(kind) || byKind.containsKey(String.valueOf(kind))) {
                kinds.put(String.valueOf(word), String.valueOf(kind));
            }
        });
        return new PenaltyClasses(
                byKind, kinds, (Map<?, ?>) part(rules, "fines"), String.valueOf(part(rules, "other")));
    }

    private static Optional<Severity> severity(String words) {
        for (Severity severity : Severity.values()) {
            if (words.startsWith(severity.zh())) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    private static InputStream open(String resource) {
        InputStream in = PenaltyClasses.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("missing on the class path: " + resource);
        }
        return in;
    }
}
