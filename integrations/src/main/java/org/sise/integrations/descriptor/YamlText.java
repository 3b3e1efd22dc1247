package org.sise.integrations.descriptor;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A text as a YAML document. */
final class YamlText {

    private YamlText() {}

    /**
     * The document's root.
     *
     * @param source its name in messages
     * @throws DescriptorException when it is no YAML, or empty
     */
    static Node root(String source, String yaml) {
        try {
            return new Compose(LoadSettings.builder().setLabel(source).build())
                    .composeString(yaml)
                    .orElseThrow(() -> fault(source, 1, 1, "文件为空 / the descriptor is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
            throw fault(source, line, column, "不是有效的YAML / is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw fault(source, 1, 1, "不是有效的YAML / is not YAML: " + e.getMessage());
        }
    }

    private static DescriptorException fault(String source, int line, int column, String message) {
        return new DescriptorException(source, List.of(new DescriptorFault(line, column, "", message)));
    }
}
