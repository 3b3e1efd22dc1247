package org.sise.server.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Fulfilment;

/** 信用承诺 of the last two years, each for one year. */
final class CommitmentOffice implements Department {

    private static final List<String> TYPES = List.of("审批替代型", "证明事项替代型", "容缺受理型", "行业自律型", "主动公示型");

    private final long seed;
    private final LocalDate today;

    CommitmentOffice(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.COMMITMENTS;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        Dice dice = new Dice(seed, "commitments", business.index());
        boolean marked = business.mark() == Conduct.Mark.BREACH;
        if (marked || dice.percent(business.conduct().committed())) {
            into.row(row(business, dice, marked));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, new Dice(seed, "commitment sample", business.index()), false);
    }

    private @Nullable Object[] row(Business business, Dice dice, boolean marked) {
        LocalDate made = dice.before(today, 30, marked ? 340 : 700);
        LocalDate until = made.plusYears(1);
        Fulfilment fulfilment = marked ? Fulfilment.BREACHED : fulfilment(business.conduct(), dice, until);
        String type = dice.pick(TYPES);
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            type,
            matter(type, business.trade()),
            "承诺所提供材料真实有效，严格遵守法律法规，自愿接受监督，违诺愿承担相应责任。",
            made,
            until,
            business.district().authority() + (type.equals("行业自律型") ? "行业协会" : "行政审批局"),
            fulfilment.zh(),
            fulfilment == Fulfilment.NOT_DUE ? null : confirmed(dice, made, until)
        };
    }

    private Fulfilment fulfilment(Conduct conduct, Dice dice, LocalDate until) {
        if (dice.percent(conduct.breached())) {
            return Fulfilment.BREACHED;
        }
        if (until.isAfter(today)) {
            return Fulfilment.NOT_DUE;
        }
        return conduct.breached() > 0 && dice.percent(10) ? Fulfilment.PARTLY : Fulfilment.FULFILLED;
    }

    private LocalDate confirmed(Dice dice, LocalDate made, LocalDate until) {
        LocalDate last = until.isAfter(today) ? today : until;
        return last.minusDays(dice.below((int) (last.toEpochDay() - made.toEpochDay())));
    }

    private static String matter(String type, Trade trade) {
        return switch (type) {
            case "审批替代型" -> (trade.permit() == null ? "经营事项备案" : trade.permit()) + "告知承诺";
            case "证明事项替代型" -> "住所（经营场所）使用证明";
            case "容缺受理型" -> "补交申请材料";
            case "行业自律型" -> "行业自律公约";
            default -> "诚信经营";
        };
    }
}
