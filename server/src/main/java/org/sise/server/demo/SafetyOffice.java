package org.sise.server.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.SafetyLevel;

/** 安全风险评估 of the last year, by hazard of the trade and conduct. */
final class SafetyOffice implements Department {

    private static final int[] ASSESSED = {0, 15, 55, 100};

    private final long seed;
    private final LocalDate today;
    private int assessments;

    SafetyOffice(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.SAFETY_ASSESSMENTS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        Dice dice = new Dice(seed, "safety", business.index());
        if (dice.percent(ASSESSED[business.trade().hazard()])) {
            into.row(row(business, dice));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, new Dice(seed, "safety sample", business.index()));
    }

    private @Nullable Object[] row(Business business, Dice dice) {
        SafetyLevel level = level(business.conduct(), dice);
        LocalDate assessed = dice.before(today, 10, 360);
        assessments++;
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            "AQ%d%07d".formatted(assessed.getYear(), assessments),
            level.zh(),
            score(level, dice),
            business.district().authority() + "应急管理局",
            assessed
        };
    }

    private static SafetyLevel level(Conduct conduct, Dice dice) {
        int draw = dice.below(100);
        if (draw < conduct.majorRisk()) {
            return SafetyLevel.MAJOR;
        }
        if (draw < conduct.majorRisk() + conduct.largerRisk()) {
            return SafetyLevel.LARGER;
        }
        return draw < 70 ? SafetyLevel.LOW : SafetyLevel.GENERAL;
    }

    private static BigDecimal score(SafetyLevel level, Dice dice) {
        int tenths = switch (level) {
            case LOW -> dice.between(850, 1000);
            case GENERAL -> dice.between(700, 849);
            case LARGER -> dice.between(550, 699);
            case MAJOR -> dice.between(200, 549);
        };
        return BigDecimal.valueOf(tenths, 1);
    }
}
