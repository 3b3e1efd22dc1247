package org.sise.server.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 严重失信主体名单 of market regulation, by order 44 of SAMR; a listing ends after three years. */
final class DishonestyList implements Department {

    private static final List<String> GROUNDS = List.of(
            "食品安全领域违法行为被处以较重行政处罚", "提交虚假材料取得市场主体登记且情节严重", "拒绝、阻碍依法监督检查且情节严重", "有履行能力但拒不履行行政处罚决定", "虚假宣传、虚假广告且情节严重");

    private final long seed;
    private final LocalDate today;
    private int documents;

    DishonestyList(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.DISHONESTY_LISTINGS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        if (new Dice(seed, "dishonesty", business.index())
                .percent(business.conduct().dishonest())) {
            into.row(sample(business));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        Dice dice = new Dice(seed, "dishonesty listing", business.index());
        LocalDate listed = dice.before(today, 15, 900);
        documents++;
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            "严重违法失信名单",
            dice.pick(GROUNDS),
            "%s市监列严〔%d〕%d号".formatted(business.district().brief(), listed.getYear(), documents),
            business.district().authority() + "市场监督管理局",
            listed,
            null
        };
    }
}
