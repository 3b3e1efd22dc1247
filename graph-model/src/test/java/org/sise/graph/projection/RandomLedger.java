package org.sise.graph.projection;

import static org.sise.graph.TestLedger.person;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKey;
import org.sise.core.record.RecordState;
import org.sise.graph.TestLedger;

/** Relational records of all kinds by chance: few matters, few parties, so that versions and withdrawals meet. */
final class RandomLedger {

    private RandomLedger() {}

    /** Appends so many records. */
    static void fill(TestLedger ledger, Random random, int records) {
        for (int i = 0; i < records; i++) {
            ledger.state(random.nextInt(4) == 0 ? RecordState.WITHDRAWN : RecordState.EFFECTIVE)
                    .until(random.nextInt(4) == 0 ? LocalDate.of(2024, 5, 1 + random.nextInt(28)) : null);
            add(ledger, random);
        }
        ledger.state(RecordState.EFFECTIVE).until(null).append();
    }

    private static void add(TestLedger ledger, Random random) {
        int business = random.nextInt(8);
        int other = random.nextInt(8);
        String matter = "事项" + random.nextInt(25);
        String name = "姓名" + random.nextInt(3);
        @Nullable PersonKey key = random.nextBoolean() ? person(random.nextInt(4)) : null;
        String share = Integer.toString(random.nextInt(101));
        String thing = random.nextInt(3) == 0 ? null : "之" + random.nextInt(3);
        switch (random.nextInt(11)) {
            case 0 -> ledger.business(business, "企业" + business + "第" + random.nextInt(3) + "名");
            case 1 -> ledger.business(business, "企业" + business, address(random));
            case 2 -> ledger.holds(matter, other, business, share);
            case 3 -> ledger.holds(matter, name, key, business, share);
            case 4 -> ledger.bodyHolds(matter, "机构" + random.nextInt(3), business, share);
            case 5 -> ledger.officer(matter, name, key, business, thing);
            case 6 -> ledger.branch(matter, business, other);
            case 7 -> ledger.supplies(matter, other, business, thing);
            case 8 -> ledger.phone(matter, random.nextInt(4), business);
            case 9 ->
                (random.nextBoolean()
                                ? ledger.concert(matter, name, key, business, "协议" + random.nextInt(2))
                                : ledger.concert(matter, other, business, "协议"))
                        .state(RecordState.EFFECTIVE);
            default -> ledger.represents(matter, name, key, business);
        }
    }

    /** Some are one place in two spellings, some name none. */
    private static String address(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "抚顺市 新抚区 街" + random.nextInt(2) + "号";
            case 1 -> "抚顺市新抚区街" + random.nextInt(2) + "号";
            case 2 -> "抚顺";
            default -> "沈阳市和平区路" + random.nextInt(3) + "号";
        };
    }
}
