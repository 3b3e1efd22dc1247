package org.sise.server.cli;

import tools.jackson.databind.json.JsonMapper;

/** One line of JSON on standard output. */
final class JsonLine {
    private JsonLine() {}

    /** The value as JSON without line breaks. */
    static String of(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
