package org.sise.scoring.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void writesWithoutSpaceInTheGivenOrder() {
        String json = new JsonWriter()
                .object()
                .field("b", 1)
                .field("a", null)
                .list("list", List.of("x", "y"), JsonWriter::value)
                .name("empty")
                .object()
                .endObject()
                .list("none", List.<String>of(), JsonWriter::value)
                .endObject()
                .toString();
        assertThat(json).isEqualTo("{\"b\":\"1\",\"a\":null,\"list\":[\"x\",\"y\"],\"empty\":{},\"none\":[]}");
    }

    @Test
    void escapesWhatMustBeEscapedAndNothingElse() {
        assertThat(text("a\"b\\c/d")).isEqualTo("\"a\\\"b\\\\c/d\"");
        assertThat(text("\b\f\n\r\t")).isEqualTo("\"\\b\\f\\n\\r\\t\"");
        assertThat(text("\u0000\u001f\u007f")).isEqualTo("\"\\u0000\\u001f\u007f\"");
        assertThat(text("沈抚〔2026〕1号")).isEqualTo("\"沈抚〔2026〕1号\"");
        assertThat(text("😀")).isEqualTo("\"😀\"");
        assertThat(text("\ud83d")).isEqualTo("\"\\ud83d\"");
        assertThat(text("\ude00x")).isEqualTo("\"\\ude00x\"");
    }

    private static String text(String value) {
        return new JsonWriter().value(value).toString();
    }
}
