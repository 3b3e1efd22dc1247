package org.sise.supervision.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.supervision.step.LedgerFixture.DAY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Text;
import org.sise.scoring.read.BuiltIn;
import org.sise.supervision.follow.LedgerWatch;
import org.sise.supervision.repair.back.Chances;
import org.sise.supervision.repair.pack.RepairPacks;
import org.sise.supervision.step.LedgerFixture;
import org.sise.supervision.step.RuleFigures;

class RemindersIT {

    private static final Grader GRADER = Grader.of(BuiltIn.policy("shenfu-four-colour"));

    private static LedgerFixture ledger;
    private static Reminders reminders;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        reminders = new Reminders(
                ledger.house.dataSource, ledger.house.transactions, ledger.house.audit, ledger.house.clock);
    }

    @Test
    void the_clocks_of_permits_promises_and_repairs_make_slips() {
        CreditCode shop = ledger.house.shop(730, Grade.YELLOW);
        ledger.record(
                RecordKind.PERMIT,
                shop,
                "p1-730",
                Map.of("name", "食品经营许可证", "validUntil", DAY.plusDays(20).toString(), "document", "JY1"));
        ledger.record(
                RecordKind.PERMIT,
                shop,
                "p2-730",
                Map.of("name", "卫生许可证", "validUntil", DAY.plusDays(5).toString(), "document", "WS1"));
        ledger.record(
                RecordKind.PERMIT,
                shop,
                "p3-730",
                Map.of("name", "卫生许可证", "validUntil", DAY.plusYears(4).toString(), "document", "WS2"));
        ledger.record(
                RecordKind.COMMITMENT,
                shop,
                "c-730",
                Map.of(
                        "type", "容缺受理型",
                        "matter", "补交材料",
                        "fulfilment", "not-due",
                        "validUntil", DAY.plusDays(15).toString()));
        ledger.record(
                RecordKind.PENALTY,
                shop,
                "f-730",
                Map.of(
                        "category", "罚款",
                        "document", "罚730",
                        "department", "沈阳市生态环境局",
                        "severity", "general",
                        "amount", "150000",
                        "date", DAY.minusMonths(5).toString()));

        List<Slip> slips = slips(shop);

        assertThat(slips)
                .extracting(slip -> slip.kind() + " " + slip.day())
                .containsExactlyInAnyOrder(
                        "PERMIT " + DAY.plusDays(20), "COMMITMENT " + DAY.plusDays(15), "REPAIR " + DAY);
        assertThat(slips).allSatisfy(slip -> assertThat(slip.remedy().zh()).isNotBlank());
    }

    @Test
    void of_each_reason_one_slip_is_open_and_it_is_closed_when_its_reason_is_gone() {
        CreditCode shop = ledger.house.shop(731, Grade.YELLOW);
        Slip slip = slip(SlipKind.PERMIT, "p1");
        assertThat(reminders.toLookAt(1_000)).contains(shop.value());
        assertThat(reminders.looked(shop.value(), List.of(slip))).isOne();
        assertThat(reminders.looked(shop.value(), List.of(slip))).isZero();
        assertThat(reminders.toLookAt(1_000)).doesNotContain(shop.value());
        Reminder open = open(shop, true).getFirst();
        reminders.read(open.id(), "company");
        reminders.read(open.id(), "other");
        assertThat(reminders.find(open.id()))
                .hasValueSatisfying(one -> assertThat(one.readBy()).isEqualTo("company"));
        assertThat(reminders.looked(shop.value(), List.of())).isZero();
        assertThat(open(shop, true)).isEmpty();
        assertThat(reminders.looked(shop.value(), List.of(slip, slip(SlipKind.THRESHOLD, "credit"))))
                .isEqualTo(2);
        assertThat(open(shop, false)).extracting(one -> one.slip().kind()).containsExactly(SlipKind.PERMIT);
        assertThat(ledger.audited(shop)).containsExactly("reminder-read");
    }

    @Test
    void a_business_with_a_new_promise_or_another_colour_is_looked_at_again() {
        CreditCode shop = ledger.house.shop(732, Grade.YELLOW);
        LedgerWatch watch = new LedgerWatch(
                ledger.house.dataSource, ledger.house.transactions, List.of(new ReminderWatch(reminders)));
        watch.catchUp();
        reminders.looked(shop.value(), List.of());
        assertThat(reminders.toLookAt(1_000)).doesNotContain(shop.value());
        ledger.record(RecordKind.COMMITMENT, shop, "c-732", Map.of("type", "容缺受理型", "fulfilment", "not-due"));
        watch.catchUp();
        assertThat(reminders.toLookAt(1_000)).contains(shop.value());
        reminders.looked(shop.value(), List.of());
        ledger.house.grade(732, Grade.ORANGE);
        watch.catchUp();
        assertThat(reminders.toLookAt(1_000)).contains(shop.value());
    }

    private static List<Slip> slips(CreditCode shop) {
        Records records = new Records(ledger.house.dataSource);
        List<StoredRecord> known =
                records.of(List.of(shop.value()), DAY, records.now()).getOrDefault(shop.value(), List.of());
        return Slips.of(
                GRADER,
                new Party(shop.value(), null, null, null, List.of()),
                DAY,
                known,
                new Chances(RepairPacks.standard(), WorkingCalendar.standard()).of(known, DAY, null),
                RuleFigures.standard());
    }

    private static Slip slip(SlipKind kind, String subject) {
        return new Slip(kind, subject, null, DAY.plusDays(9), new Text("某事", "something"), new Text("某法", "a remedy"));
    }

    private static List<Reminder> open(CreditCode shop, boolean colours) {
        return reminders.page(new ReminderFilter(null, shop.value(), null, colours, false), null, 100);
    }
}
