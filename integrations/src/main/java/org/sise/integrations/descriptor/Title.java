package org.sise.integrations.descriptor;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A text for people in two languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Title(String zh, String en) {

    /** The text under a key, empty with a fault when it is not there. */
    static Title read(YamlMapping in, String key, DescriptorFaults faults) {
        Node node = in.required(key);
        if (node == null) {
            return new Title("", "");
        }
        YamlMapping map = new YamlMapping(node, in.at(key), faults);
        Title title = new Title(map.requiredText("zh"), map.requiredText("en"));
        map.closed();
        return title;
    }

    @Override
    public String toString() {
        return zh + " / " + en;
    }
}
