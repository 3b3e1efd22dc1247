package org.sise.server.demo;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.InspectionResult;

/** 双随机抽查结果 of the last two years. */
final class InspectionOffice implements Department {

    private static final InspectionResult[] BAD = {
        InspectionResult.CORRECTED_ON_ORDER,
        InspectionResult.PENDING,
        InspectionResult.NOT_PUBLISHED,
        InspectionResult.UNREACHABLE,
        InspectionResult.CONCEALED,
        InspectionResult.OBSTRUCTED
    };
    private static final int[] MILD = {82, 10, 7, 1, 0, 0};
    private static final int[] GRAVE = {0, 0, 20, 35, 25, 20};

    private final long seed;
    private final LocalDate today;
    private int tasks;

    InspectionOffice(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.INSPECTIONS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        Dice dice = new Dice(seed, "inspections", business.index());
        if (dice.percent(business.conduct().inspected())) {
            int count = dice.percent(25) ? 2 : 1;
            for (int i = 0; i < count; i++) {
                into.row(row(business, dice));
            }
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, new Dice(seed, "inspection sample", business.index()));
    }

    private @Nullable Object[] row(Business business, Dice dice) {
        LocalDate done = dice.before(today, 5, 720);
        String plan = "LN-%s-%d-01".formatted(business.district().code(), done.getYear());
        tasks++;
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            plan,
            "%d年度%s双随机抽查工作计划".formatted(done.getYear(), business.district().place()),
            "%s-%06d".formatted(plan, tasks),
            "%d年第%d季度%s抽查"
                    .formatted(
                            done.getYear(),
                            (done.getMonthValue() + 2) / 3,
                            business.trade().scope().split(";")[0]),
            dice.percent(60) ? "不定向" : "定向",
            business.district().authority() + "市场监督管理局",
            done,
            result(business.conduct(), dice).zh()
        };
    }

    private static InspectionResult result(Conduct conduct, Dice dice) {
        if (dice.percent(conduct.badResult())) {
            int[] weights = dice.percent(conduct.graveResult()) ? GRAVE : MILD;
            return BAD[dice.weighted(weights, 100)];
        }
        return dice.percent(8) ? InspectionResult.NO_SUCH_ACTIVITY : InspectionResult.NO_PROBLEM;
    }
}
