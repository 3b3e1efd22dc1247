package org.sise.scoring.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One code for each party of a population, such as its industry or region, each text held once.
 *
 * @param texts the codes that occur; the empty text stands for a party whose code is not known
 * @param ofParty the index of each party's code in {@code texts}
 */
public record Codes(List<String> texts, int[] ofParty) {
    public Codes {
        texts = List.copyOf(texts);
    }

    /** How many parties there are. */
    public int size() {
        return ofParty.length;
    }

    /** The code of a party; empty where it is not known. */
    public String of(int party) {
        return texts.get(ofParty[party]);
    }

    /** Takes up the codes of one party after the other. */
    public static final class Builder {
        private final Map<String, Integer> index = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private int[] ofParty = new int[1024];
        private int size;

        /** Adds the next party's code. */
        public Builder add(@Nullable String code) {
            String text = code == null ? "" : code.strip();
            Integer at = index.get(text);
            if (at == null) {
                at = texts.size();
                index.put(text, at);
                texts.add(text);
            }
            if (size == ofParty.length) {
                ofParty = Arrays.copyOf(ofParty, size * 2);
            }
            ofParty[size++] = at;
            return this;
        }

        public Codes build() {
            return new Codes(texts, Arrays.copyOf(ofParty, size));
        }
    }
}
