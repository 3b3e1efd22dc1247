package org.sise.server.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 供应关系: from whom some businesses that deal in food buy. */
final class SupplyOffice implements Department {

    private static final List<String> GOODS = List.of("食用油", "肉类", "蔬菜", "水产品", "调味品", "饮料", "糕点");
    private static final List<String> SUPPLIERS = List.of("13", "14", "522", "04");
    private static final int TRIES = 12;

    private final long seed;
    private final int businesses;
    private final LocalDate today;
    private final Population population;

    SupplyOffice(long seed, int businesses, LocalDate today, Population population) {
        this.seed = seed;
        this.businesses = businesses;
        this.today = today;
        this.population = population;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.SUPPLIES;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        Dice dice = new Dice(seed, "supplies", business.index());
        if (!business.trade().fields().contains("food") || !dice.percent(8)) {
            return;
        }
        int supplier = supplier(business, dice);
        if (supplier >= 0) {
            into.row(row(business, population.business(supplier), dice));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, population.business(0), new Dice(seed, "supply sample", business.index()));
    }

    private int supplier(Business business, Dice dice) {
        for (int i = 0; i < TRIES; i++) {
            int index = dice.below(businesses);
            String industry = population.tradeOf(index).industry();
            if (index != business.index() && SUPPLIERS.stream().anyMatch(industry::startsWith)) {
                return index;
            }
        }
        return -1;
    }

    private @Nullable Object[] row(Business business, Business supplier, Dice dice) {
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            supplier.name(),
            supplier.code(),
            dice.pick(GOODS),
            dice.before(today, 30, 900),
            null
        };
    }
}
