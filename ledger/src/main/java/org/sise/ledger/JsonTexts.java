package org.sise.ledger;

/** A flat JSON object from name to text in the making, byte for byte as Jackson writes it. For one thread. */
public final class JsonTexts {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder json = new StringBuilder(1024);

    /** Begins an object anew. */
    public JsonTexts begin() {
        json.setLength(0);
        json.append('{');
        return this;
    }

    /** Adds a text under a name that the object does not have yet. */
    public JsonTexts add(String name, String text) {
        if (json.length() > 1) {
            json.append(',');
        }
        quote(name);
        json.append(':');
        quote(text);
        return this;
    }

    /** The object of all that was added. */
    public String end() {
        return json.append('}').toString();
    }

    private void quote(String text) {
        json.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(text, written, i);
                written = i + 1;
                escape(c);
            }
        }
        json.append(text, written, text.length()).append('"');
    }

    private void escape(char c) {
        json.append('\\');
        switch (c) {
            case '"', '\\' -> json.append(c);
            case '\b' -> json.append('b');
            case '\t' -> json.append('t');
            case '\n' -> json.append('n');
            case '\f' -> json.append('f');
            case '\r' -> json.append('r');
            default -> json.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
