package org.sise.server.demo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** 董监高: the head of a company as its director, and of some a supervisor and a manager. */
final class OfficerOffice implements Department {

    private final long seed;
    private final Population population;

    OfficerOffice(long seed, Population population) {
        this.seed = seed;
        this.population = population;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.OFFICERS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        int index = business.index();
        Dice dice = new Dice(seed, "officers", index);
        boolean told = population.familyOf(index) != null || population.successorOf(index) != null;
        if (!business.company() || population.isShop(index) || !told && !dice.percent(20)) {
            return;
        }
        into.row(sample(business));
        if (told || dice.percent(60)) {
            into.row(row(business, population.person(population.partnerOf(index)), "监事"));
        }
        if (dice.percent(15)) {
            into.row(row(business, population.person(population.shareholder(index, 2)), "经理"));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, business.head(), "执行董事");
    }

    private static @Nullable Object[] row(Business business, Person person, String position) {
        return new @Nullable Object[] {
            business.code(), person.name(), person.identityNumber(), position, business.founded(), business.ended()
        };
    }
}
