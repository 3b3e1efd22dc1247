package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for texts that come again and again; null has the number 0. */
final class Texts {
    private final List<@Nullable String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Texts() {
        texts.add(null);
    }

    int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        Integer number = numbers.get(text);
        if (number == null) {
            number = texts.size();
            texts.add(text);
            numbers.put(text, number);
        }
        return number;
    }

    List<@Nullable String> texts() {
        return new ArrayList<>(texts);
    }
}
