package org.sise.scoring.read;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Provenance;
import org.sise.scoring.policy.Vocabulary;
import org.snakeyaml.engine.v2.nodes.Node;

/** What the parts of one policy file have in common while they are read. */
final class Context {
    private static final List<String> CONFIDENCES = List.of("source-read", "high", "medium", "low");

    final Faults faults;
    final Vocabulary vocabulary;
    final Provenance provenance;
    final Names dimensions;
    final Names grades;
    final Names indicators;
    final Names figures;
    final Names rules;

    /** Indicators, figures and dimensions: what a formula or a table may name. */
    final Names operands;

    Context(Section head, Vocabulary vocabulary) {
        this.faults = head.faults();
        this.vocabulary = vocabulary;
        this.provenance = new Provenance(head.text("source"), confidence(head));
        this.dimensions = new Names(FaultCode.UNKNOWN_DIMENSION, faults);
        this.grades = new Names(FaultCode.UNKNOWN_GRADE, faults);
        this.indicators = new Names(FaultCode.UNKNOWN_INDICATOR, faults);
        this.figures = new Names(FaultCode.UNKNOWN_OPERAND, faults);
        this.operands = new Names(FaultCode.UNKNOWN_OPERAND, faults);
        this.rules = new Names(FaultCode.NOT_ONE_OF, faults);
    }

    /** The section's own source and confidence, else those of the head. */
    Provenance provenance(Section section) {
        String source = section.optionalText("source");
        boolean own = section.has("confidence");
        return new Provenance(
                source == null ? provenance.source() : source, own ? confidence(section) : provenance.confidence());
    }

    Vocabulary.@Nullable Kind kind(Section section) {
        Node node = section.required("kind");
        return node == null ? null : kind(node);
    }

    Vocabulary.@Nullable Kind kind(Node node) {
        String kind = Scalars.text(node, "kind", faults);
        Vocabulary.Kind known = vocabulary.kind(kind);
        if (known == null) {
            faults.add(
                    FaultCode.UNKNOWN_KIND,
                    node,
                    kind,
                    String.join(", ", vocabulary.kinds().keySet()));
        }
        return known;
    }

    private static Provenance.Confidence confidence(Section section) {
        String word = section.oneOf("confidence", CONFIDENCES);
        return Provenance.Confidence.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
