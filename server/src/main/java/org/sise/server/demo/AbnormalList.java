package org.sise.server.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 经营异常名录: current listings by conduct, and some that are over. */
final class AbnormalList implements Department {

    private static final List<String> GROUNDS =
            List.of("未依照规定的期限公示年度报告", "通过登记的住所或者经营场所无法联系", "未在责令的期限内公示有关企业信息", "公示企业信息隐瞒真实情况、弄虚作假");
    private static final int OVER = 2;

    private final long seed;
    private final LocalDate today;
    private int documents;

    AbnormalList(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.ABNORMAL_LISTINGS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        Dice dice = new Dice(seed, "abnormal", business.index());
        if (dice.percent(business.conduct().abnormal()) || business.mark() == Conduct.Mark.ABNORMAL) {
            into.row(row(business, dice.before(today, 20, 700), null, dice));
        } else if (dice.percent(OVER)) {
            LocalDate listed = dice.before(today, 400, 1_000);
            into.row(row(business, listed, listed.plusDays(dice.between(5, 300)), dice));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        Dice dice = new Dice(seed, "abnormal sample", business.index());
        return row(business, dice.before(today, 20, 700), null, dice);
    }

    private @Nullable Object[] row(Business business, LocalDate listed, @Nullable LocalDate removed, Dice dice) {
        documents++;
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            dice.pick(GROUNDS),
            "%s市监列异〔%d〕%d号".formatted(business.district().brief(), listed.getYear(), documents),
            business.district().authority() + "市场监督管理局",
            listed,
            removed
        };
    }
}
