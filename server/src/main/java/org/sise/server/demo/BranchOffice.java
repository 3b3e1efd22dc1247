package org.sise.server.demo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** 分支机构: the shops of a chain and the company they belong to. */
final class BranchOffice implements Department {

    private final Population population;

    BranchOffice(Population population) {
        this.population = population;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.BRANCHES;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        if (population.isShop(business.index())) {
            into.row(sample(business));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        Shops shops = population.shopsOf(business.index());
        Business parent = population.business(shops == null ? 0 : shops.first());
        return new @Nullable Object[] {
            business.code(), business.name(), parent.name(), parent.code(), business.founded(), null
        };
    }
}
