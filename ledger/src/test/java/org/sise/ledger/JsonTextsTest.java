package org.sise.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTextsTest {

    @Test
    void every_text_is_written_as_jackson_writes_it() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        JsonMapper jackson = JsonMapper.shared();
        JsonTexts json = new JsonTexts();
        for (int i = 0; i < 20_000; i++) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                texts.put(text(random), text(random));
            }
            json.begin();
            texts.forEach(json::add);
            assertThat(json.end()).as("seed %d", seed).isEqualTo(jackson.writeValueAsString(texts));
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"\\/\u007f\u2028<&'".charAt(random.nextInt(8)));
                case 2 -> text.append((char) random.nextInt(0x20, 0x250));
                case 3 -> text.appendCodePoint(random.nextInt(0x20000, 0x20100));
                default -> text.append((char) random.nextInt('一', '龥'));
            }
        }
        return text.toString();
    }
}
