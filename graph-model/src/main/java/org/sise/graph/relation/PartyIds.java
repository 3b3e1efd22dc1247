package org.sise.graph.relation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKey;
import org.sise.core.person.PersonKeys;

/**
 * By what a party is known among those of its kind, in the graph and on arrays alike. A person without an identity number
 * is a person of one business only; a body without a credit code and an address are known by their words.
 */
public final class PartyIds {

    private static final Pattern SPACE = Pattern.compile("\\s");

    /** A shorter address names a town at best, and would join whoever is registered there. */
    private static final int SHORTEST_ADDRESS = 6;

    private final PersonKeys personKeys;

    /** Keys of people without an identity number are made by {@code personKeys}. */
    public PartyIds(PersonKeys personKeys) {
        this.personKeys = personKeys;
    }

    /** A person's id: the key, or where there is none one that holds at this business only. */
    public String person(@Nullable PersonKey key, String name, String business) {
        return key == null ? personKeys.ofNameAt(name, business).hex() : key.hex();
    }

    /**
     * Whether only a name is known of a person: there is no key, or one made of the name at this business, as feeds give it
     * where they have no identity number.
     */
    public boolean isWeak(@Nullable PersonKey key, String name, String business) {
        return key == null || key.equals(personKeys.ofNameAt(name, business));
    }

    /** A body's id: its name, width and spaces aside. */
    public static String body(String name) {
        return SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** An address's id: its words, width, case and spaces aside; null when it is too short to name a place. */
    public static @Nullable String address(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String words = body(address).toUpperCase(Locale.ROOT);
        return words.length() < SHORTEST_ADDRESS ? null : words;
    }
}
