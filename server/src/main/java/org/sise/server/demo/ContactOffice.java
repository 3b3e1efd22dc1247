package org.sise.server.demo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * 联系电话, in ranges that are not given out: mobile numbers of 142, and numbers of the area 0320. Families, firms that go on
 * under another name, and whoever is registered at an agency's address have one number each time.
 */
final class ContactOffice implements Department {

    private static final long NUMBERS = 10_000_000;
    private static final long STEP = 7_654_321;

    private final long seed;
    private final Population population;

    ContactOffice(long seed, Population population) {
        this.seed = seed;
        this.population = population;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.CONTACTS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        if (population.sharesPhone(business.index()) || new Dice(seed, "contact", business.index()).percent(30)) {
            into.row(sample(business));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        Dice dice = new Dice(seed, "notation", business.index());
        String number = "%07d".formatted(Math.floorMod(population.phoneOf(business.index()) * STEP + seed, NUMBERS));
        String first = number.substring(0, 3);
        String rest = number.substring(3);
        String text = population.sharesPhone(business.index())
                ? switch (dice.below(4)) {
                    case 0 -> "(0320)2" + number;
                    case 1 -> "+86 320 2" + first + " " + rest;
                    case 2 -> "03202" + number;
                    default -> "0320-2" + number;
                }
                : dice.percent(20) ? "+86 1420" + number : "1420" + number;
        return new @Nullable Object[] {business.code(), business.name(), text, business.founded(), business.ended()};
    }
}
