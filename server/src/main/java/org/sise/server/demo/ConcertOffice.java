package org.sise.server.demo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** 一致行动人: of a few companies with three holders of a third each, the two who act in concert. */
final class ConcertOffice implements Department {

    private final Population population;

    ConcertOffice(Population population) {
        this.population = population;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.CONCERTS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        if (population.isOfThirds(business.index())) {
            into.row(sample(business));
            into.row(row(business, population.person(population.shareholder(business.index(), 1))));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, business.head());
    }

    private static @Nullable Object[] row(Business business, Person member) {
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            "一致行动协议（%d年）".formatted(business.founded().getYear()),
            "自然人",
            member.name(),
            member.identityNumber(),
            business.founded(),
            null
        };
    }
}
