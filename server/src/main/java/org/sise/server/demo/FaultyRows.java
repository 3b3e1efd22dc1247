package org.sise.server.demo;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The few rows that are wrong: each fault once a feed and once more for every twenty thousand businesses. */
final class FaultyRows {

    private static final int EVERY = 20_000;

    private final LocalDate noDaysMonth;
    private final Population population;
    private final int spread;

    FaultyRows(int businesses, LocalDate today, Population population) {
        this.spread = Math.min(businesses, EVERY);
        this.population = population;
        LocalDate march = today.withDayOfMonth(1).withMonth(3);
        this.noDaysMonth = march.isAfter(today) ? march.minusYears(1) : march;
    }

    /** Writes the faulty rows that belong behind a business. */
    void write(Business business, Department department, FeedFolder into) throws IOException {
        for (CityFault fault : CityFault.values()) {
            int place = (1 + fault.ordinal() * 7 + department.feed().ordinal() * 3) * 2;
            if (occurs(fault, department.feed()) && business.index() % spread == place % spread) {
                @Nullable Object[] row = department.sample(business);
                spoil(row, fault, department.feed(), business);
                into.faultyRow(fault, row);
            }
        }
    }

    private static boolean occurs(CityFault fault, CityFeed feed) {
        return switch (fault) {
            case WRONG_CHECK_CHARACTER, NO_SUCH_DAY -> true;
            case NEGATIVE_FINE -> feed.amountColumn() >= 0;
            case UNKNOWN_BUSINESS -> feed != CityFeed.REGISTER;
        };
    }

    private void spoil(@Nullable Object[] row, CityFault fault, CityFeed feed, Business business) {
        switch (fault) {
            case WRONG_CHECK_CHARACTER -> row[feed.codeColumn()] = Numbers.withWrongCheck(business.code());
            case NO_SUCH_DAY ->
                row[feed.dateColumn()] = feed.dates().format(noDaysMonth).replaceFirst("03(.)01$", "02$1" + "30");
            case NEGATIVE_FINE -> row[feed.amountColumn()] = "-0.5";
            case UNKNOWN_BUSINESS -> row[feed.codeColumn()] = population.unknownCode(business.index());
        }
    }
}
