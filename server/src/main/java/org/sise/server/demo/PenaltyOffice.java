package org.sise.server.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 行政处罚 within the last three years, by conduct. */
final class PenaltyOffice implements Department {

    private static final List<String> SEVERITIES = List.of("minor", "general", "serious");

    private static final String GAINS = "没收违法所得";
    private static final int OLDEST = 1_080;

    private final long seed;
    private final LocalDate today;
    private final Numbers numbers;
    private final Map<String, List<Offence>> offences;
    private int documents;

    PenaltyOffice(long seed, LocalDate today, Numbers numbers) {
        this.seed = seed;
        this.today = today;
        this.numbers = numbers;
        Map<String, List<Offence>> byKey = new HashMap<>();
        for (Offence offence : Offence.all()) {
            byKey.merge(offence.field() + offence.severity(), List.of(offence), PenaltyOffice::joined);
            byKey.merge(offence.severity(), List.of(offence), PenaltyOffice::joined);
        }
        this.offences = byKey;
    }

    @Override
    public CityFeed feed() {
        return CityFeed.PENALTIES;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        Conduct conduct = business.conduct();
        Dice dice = new Dice(seed, "penalties", business.index());
        if (business.mark() == Conduct.Mark.PENALTY) {
            into.row(row(business, dice, "general"));
        }
        if (!dice.percent(conduct.penaltyChance())) {
            return;
        }
        int count = dice.between(conduct.penaltiesMin(), conduct.penaltiesMax());
        int[] weights = {conduct.minor(), conduct.general(), conduct.serious()};
        int sum = conduct.minor() + conduct.general() + conduct.serious();
        into.row(row(business, dice, conduct.mainSeverity()));
        for (int i = 1; i < count; i++) {
            into.row(row(business, dice, SEVERITIES.get(dice.weighted(weights, sum))));
        }
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return row(business, new Dice(seed, "penalty sample", business.index()), "general");
    }

    private @Nullable Object[] row(Business business, Dice dice, String severity) {
        Conduct conduct = business.conduct();
        Offence offence = dice.pick(offencesOf(business, dice, severity));
        LocalDate ended = business.ended();
        int oldest = severity.equals("minor") && ended == null ? OLDEST : conduct.daysTo();
        LocalDate decided = dice.before(ended == null ? today : ended, conduct.daysFrom(), oldest);
        int yuan = dice.between(offence.minYuan() / 100, offence.maxYuan() / 100) * 100;
        String fine = BigDecimal.valueOf(yuan, 4).stripTrailingZeros().toPlainString();
        boolean gains = offence.kind().equals(GAINS) || yuan > 0 && dice.percent(20);
        int gained = gains ? dice.between(1, 200) * 100 : 0;
        String authority = business.district().authority() + offence.authority();
        String authorityCode =
                numbers.department(business.district().code(), 2 + Offence.AUTHORITIES.indexOf(offence.authority()));
        String number = number(business.district(), offence, decided);
        Person head = business.head();
        String identity = "身份证";
        boolean company = business.company();
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
            company ? identity : null,
            company ? head.identityNumber() : null,
            company ? null : identity,
            company ? null : head.identityNumber(),
            number,
            offence.violation(),
            "经查，当事人于%d年%d月%s。".formatted(decided.getYear(), decided.getMonthValue(), offence.facts()),
            offence.basis(),
            offence.kind(),
            content(offence.kind(), fine, yuan, gained),
            yuan == 0 ? null : fine,
            gains ? BigDecimal.valueOf(gained, 4).stripTrailingZeros().toPlainString() : null,
            null,
            decided,
            null,
            publishedUntil(decided, severity),
            authority,
            authorityCode,
            authority,
            authorityCode,
            null
        };
    }

    private List<Offence> offencesOf(Business business, Dice dice, String severity) {
        List<Offence> own = offences.get(dice.pick(business.trade().fields()) + severity);
        List<Offence> chosen = own == null ? offences.get(severity) : own;
        if (chosen == null) {
            throw new IllegalStateException("no offence is " + severity);
        }
        return chosen;
    }

    /** Departments differ in the brackets around the year. */
    private String number(District district, Offence offence, LocalDate decided) {
        documents++;
        String brackets = documents % 11 == 0 ? "（%d）" : documents % 7 == 0 ? "[%d]" : "〔%d〕";
        return district.brief() + offence.brief() + "处罚" + brackets.formatted(decided.getYear()) + documents + "号";
    }

    private static String content(String kind, String fine, int yuan, int gained) {
        List<String> parts = new ArrayList<>();
        if (!kind.equals("罚款") && !kind.equals(GAINS)) {
            parts.add(kind);
        }
        if (gained > 0) {
            parts.add(GAINS + gained + "元");
        }
        if (yuan > 0) {
            parts.add("罚款" + fine + "万元");
        }
        return String.join("，", parts);
    }

    private static LocalDate publishedUntil(LocalDate decided, String severity) {
        return switch (severity) {
            case "minor" -> decided.plusMonths(3);
            case "general" -> decided.plusYears(1);
            default -> decided.plusYears(3);
        };
    }

    private static List<Offence> joined(List<Offence> some, List<Offence> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
