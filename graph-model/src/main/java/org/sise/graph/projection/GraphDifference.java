package org.sise.graph.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Labelled;

/**
 * One thing in which the graph differs from the ledger.
 *
 * @param kind in which way
 * @param what the type of the relation or the label of the node, as in Neo4j
 * @param id the relation's matter, the node's code or key, or Neo4j's own id of what has none
 * @param properties which properties differ, sorted; empty unless something differs in content
 * @param record the record that says what should be there, of a stray the one it names; null when there is none
 */
public record GraphDifference(
        Kind kind,
        String what,
        String id,
        List<String> properties,
        @Nullable Long record) {

    /** A copy of its list. */
    public GraphDifference {
        properties = List.copyOf(properties);
    }

    /** In which way something differs. */
    public enum Kind implements Labelled {
        /** The ledger says it, the graph lacks it. */
        MISSING("missing", "图中缺少", "missing in the graph"),
        /** The graph shows it, the ledger does not say it. */
        STRAY("stray", "账本中没有", "not in the ledger"),
        /** Both know it with different content. */
        DIFFERENT("different", "内容不同", "different content"),
        /** A node without any relation that nobody registered. */
        LEFTOVER("leftover", "无关系的残留节点", "a node left over without relation");

        private final String token;
        private final String zh;
        private final String en;

        Kind(String token, String zh, String en) {
            this.token = token;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String token() {
            return token;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}
