package org.sise.integrations.descriptor;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/** Sections {@code source} for tests. */
public final class Sources {

    private Sources() {}

    /**
     * Reads a text that holds the section and perhaps more.
     *
     * @throws DescriptorException with every fault of the section
     */
    public static FeedSource read(String yaml) {
        DescriptorFaults faults = new DescriptorFaults();
        YamlMapping top = new YamlMapping(
                new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow(), "", faults);
        FeedSource source = new SourceReader(faults).source(top);
        List<DescriptorFault> found = faults.sorted();
        if (!found.isEmpty()) {
            throw new DescriptorException("test.yaml", found);
        }
        return source;
    }
}
