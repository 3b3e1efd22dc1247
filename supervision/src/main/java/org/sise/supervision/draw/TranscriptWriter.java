package org.sise.supervision.draw;

import java.util.List;

/**
 * Writes transcripts in their one byte format: UTF-8, one space of indentation a level, the keys in the published order, no
 * line break at the end; what {@code JSON.stringify(transcript, null, 1)} of ECMAScript writes.
 */
final class TranscriptWriter {
    private final StringBuilder out = new StringBuilder();
    private String indent = "\n";
    private boolean first = true;

    private TranscriptWriter() {}

    static byte[] write(Transcript transcript) {
        var writer = new TranscriptWriter();
        writer.transcript(transcript);
        return DrawText.utf8(writer.out.toString());
    }

    private void transcript(Transcript transcript) {
        var plan = transcript.plan();
        open('{');
        field("scheme", Transcript.SCHEME);
        field("plan", plan.plan());
        field("commitment", plan.commitment());
        field("secret", plan.secret());
        key("beacon");
        open('{');
        field("source", plan.beacon().source());
        field("value", plan.beacon().value());
        close('}');
        key("strata");
        open('[');
        for (var stratum : transcript.strata()) {
            next();
            open('{');
            field("stratum", stratum.planned().stratum());
            field("ratio", stratum.planned().ratio().toPlainString());
            field("size", stratum.size());
            field("take", stratum.take());
            close('}');
        }
        close(']');
        field("items_per_object", plan.itemsPerObject());
        field("objects_root", transcript.objectsRoot());
        field("seed", transcript.seed());
        key("drawn");
        open('[');
        for (var object : transcript.drawn()) {
            next();
            open('{');
            field("stratum", object.stratum());
            field("code", object.code());
            field("inspectors", object.inspectors());
            field("items", object.items());
            close('}');
        }
        close(']');
        field("unassigned", transcript.unassigned());
        close('}');
    }

    private void field(String key, String value) {
        key(key);
        text(value);
    }

    private void field(String key, int value) {
        key(key);
        out.append(value);
    }

    private void field(String key, List<String> values) {
        key(key);
        open('[');
        for (String value : values) {
            next();
            text(value);
        }
        close(']');
    }

    private void key(String key) {
        next();
        text(key);
        out.append(": ");
    }

    private void open(char bracket) {
        out.append(bracket);
        indent += " ";
        first = true;
    }

    private void next() {
        out.append(first ? "" : ",").append(indent);
        first = false;
    }

    private void close(char bracket) {
        indent = indent.substring(0, indent.length() - 1);
        out.append(first ? "" : indent).append(bracket);
        first = false;
    }

    /** Names and codes have no control characters, so that two characters are all that JSON escapes. */
    private void text(String value) {
        out.append('"');
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
