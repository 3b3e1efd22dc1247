package org.sise.scoring.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** The identifiers that a file declares, where each stands, and which are used. */
final class Names {
    private final FaultCode unknown;
    private final Faults faults;
    private final SequencedMap<String, Node> declared = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** @param unknown the fault of naming what is not declared */
    Names(FaultCode unknown, Faults faults) {
        this.unknown = unknown;
        this.faults = faults;
    }

    /** Declares the section's {@code id}. */
    String declare(Section section) {
        String id = section.id("id");
        Node node = section.optional("id");
        if (node != null) {
            Node first = declared.putIfAbsent(id, node);
            if (first != null) {
                faults.add(FaultCode.DUPLICATE_ID, node, id, Section.line(first));
            }
        }
        return id;
    }

    /** Uses the name in a field. */
    String use(Section section, String field) {
        Node node = section.required(field);
        return node == null ? "unnamed" : use(node, field);
    }

    String use(Node node, String field) {
        String name = Scalars.oneOf(node, field, declared.keySet(), unknown, faults);
        used.add(name);
        return name;
    }

    void used(String name) {
        used.add(name);
    }

    Collection<String> all() {
        return declared.keySet();
    }

    Node node(String name) {
        Node node = declared.get(name);
        if (node == null) {
            throw new IllegalStateException("not declared: " + name);
        }
        return node;
    }

    /** Reports each declared name that is not used. */
    void reportUnused(FaultCode code) {
        for (Map.Entry<String, Node> entry : declared.entrySet()) {
            if (!used.contains(entry.getKey())) {
                faults.add(code, entry.getValue(), entry.getKey());
            }
        }
    }
}
