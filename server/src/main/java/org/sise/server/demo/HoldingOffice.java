package org.sise.server.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 股权: who holds the companies. Shares are dealt in tenths of a percent, so that those of one company never exceed the
 * whole.
 */
final class HoldingOffice implements Department {

    private static final int WHOLE = 1_000;

    private final long seed;
    private final int businesses;
    private final LocalDate today;
    private final Population population;

    HoldingOffice(long seed, int businesses, LocalDate today, Population population) {
        this.seed = seed;
        this.businesses = businesses;
        this.today = today;
        this.population = population;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.HOLDINGS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        if (!business.company() || population.isShop(business.index())) {
            return;
        }
        if (population.successorOf(business.index()) != null) {
            Person partner = population.person(population.partnerOf(business.index()));
            into.row(person(business, business.head(), 600, business.ended()));
            into.row(person(business, partner, 400, business.ended()));
            return;
        }
        if (population.isOfThirds(business.index())) {
            into.row(person(business, business.head(), 340, null));
            for (int n = 1; n <= 2; n++) {
                into.row(person(business, population.person(population.shareholder(business.index(), n)), 330, null));
            }
            return;
        }
        Dice dice = new Dice(seed, "holdings", business.index());
        int left = WHOLE;
        Family family = population.familyOf(business.index());
        if (family != null) {
            left -= familyShares(business, family, dice, into);
        } else if (!population.isNominees(business.index())) {
            left -= strayShares(business, dice, into);
        }
        Person head = population.person(population.headOf(business.index()));
        boolean shared = left > 10 && dice.percent(55) && !population.isNominees(business.index());
        int own = shared ? dice.between(left / 2, left - 5) : left;
        if (own > 0) {
            into.row(person(business, head, own, null));
        }
        left -= own;
        for (int n = 1; left > 0; n++) {
            int share = n == 2 || left < 50 ? left : dice.between(left / 2, left);
            LocalDate until = dice.percent(3) ? dice.before(today, 10, 1_000) : null;
            into.row(person(business, population.person(population.shareholder(business.index(), n)), share, until));
            left -= share;
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return person(business, business.head(), WHOLE, null);
    }

    /** The shares that members of a family hold in this one; returns their sum. */
    private int familyShares(Business business, Family family, Dice dice, FeedFolder into) throws IOException {
        int place = family.placeOf(business.index());
        int before = family.first() + (place + family.size() - 1) % family.size();
        return switch (family.shape()) {
            case PERSON -> 0;
            case STAR -> place == 0 ? 0 : held(business, family.first(), dice.between(510, WHOLE), into);
            case CHAIN -> place == 0 ? 0 : held(business, before, dice.between(510, 900), into);
            case CROSS -> {
                int sum = place == 0 ? 0 : held(business, family.first(), dice.between(400, 650), into);
                if (place == 1 || place == 2) {
                    sum += held(business, family.first() + 3 - place, dice.between(100, 300), into);
                }
                yield sum;
            }
            case CYCLE -> held(business, before, dice.between(300, 600), into);
        };
    }

    /** The share that some other company of the city holds in this one, if any; returns it. */
    private int strayShares(Business business, Dice dice, FeedFolder into) throws IOException {
        int holder = dice.below(businesses);
        if (!dice.percent(6) || holder == business.index() || !population.isCompany(holder)) {
            return 0;
        }
        return held(business, holder, dice.between(50, 800), into);
    }

    private int held(Business business, int holder, int tenths, FeedFolder into) throws IOException {
        Business company = population.business(holder);
        into.row(row(business, company.name(), "企业", company.code(), tenths, null));
        return tenths;
    }

    private static @Nullable Object[] person(Business business, Person holder, int tenths, @Nullable LocalDate until) {
        return row(business, holder.name(), "自然人", holder.identityNumber(), tenths, until);
    }

    private static @Nullable Object[] row(
            Business business, String holder, String kind, String number, int tenths, @Nullable LocalDate until) {
        return new @Nullable Object[] {
            business.code(),
            holder,
            kind,
            number,
            BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString(),
            business.founded(),
            until
        };
    }
}
