package org.sise.server.demo;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 行政许可: of trades that need a permit one, and of some a renewal after it. */
final class PermitOffice implements Department {

    private final long seed;
    private final LocalDate today;
    private final Population population;
    private final Numbers numbers;
    private int documents;

    PermitOffice(long seed, LocalDate today, Population population) {
        this.seed = seed;
        this.today = today;
        this.population = population;
        this.numbers = population.numbers();
    }

    @Override
    public CityFeed feed() {
        return CityFeed.PERMITS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        if (population.successorOf(business.index()) != null) {
            boolean first = !population.isNew(business.index());
            into.row(row(
                    business,
                    first ? today.minusDays(1_000) : business.founded().plusDays(5)));
            return;
        }
        Dice dice = new Dice(seed, "permits", business.index());
        if (business.trade().permit() == null || dice.percent(4)) {
            return;
        }
        LocalDate granted = dice.before(today, 20, 1_080);
        into.row(row(business, granted));
        if (dice.percent(15)) {
            into.row(row(business, granted.minusYears(5)));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, new Dice(seed, "permit sample", business.index()).before(today, 20, 1_080));
    }

    private @Nullable Object[] row(Business business, LocalDate granted) {
        String permit =
                business.trade().permit() == null ? "食品经营许可证" : business.trade().permit();
        String prefix = business.trade().permitPrefix() == null
                ? "JY1"
                : business.trade().permitPrefix();
        String authority = business.district().authority() + "行政审批局";
        String authorityCode = numbers.department(business.district().code(), 1);
        Person head = business.head();
        boolean company = business.company();
        documents++;
        return new @Nullable Object[] {
            business.name(),
            company ? "法人及非法人组织" : "个体工商户",
            business.code(),
            null,
            null,
            null,
            null,
            null,
            head.name(),
            company ? "身份证" : null,
            company ? head.identityNumber() : null,
            company ? null : "身份证",
            company ? null : head.identityNumber(),
            permit + "准予许可决定书",
            "%s审批许〔%d〕%d号".formatted(business.district().brief(), granted.getYear(), documents),
            "普通",
            permit,
            "%s%s%08d".formatted(prefix, business.district().code(), documents),
            "准予从事" + business.trade().scope(),
            granted,
            granted,
            granted.plusYears(5).minusDays(1),
            authority,
            authorityCode,
            1,
            authority,
            authorityCode,
            null
        };
    }
}
