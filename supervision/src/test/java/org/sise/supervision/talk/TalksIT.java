package org.sise.supervision.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.step.LedgerFixture.DAY;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.supervision.step.LedgerFixture;
import org.sise.supervision.step.RuleFigures;
import org.sise.supervision.step.StepRefusedException;

class TalksIT {

    private static LedgerFixture ledger;
    private static Talks talks;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        var house = ledger.house;
        talks = new Talks(house.dataSource, house.transactions, house.audit, RuleFigures.standard(), house.clock);
    }

    @Test
    void a_talk_is_appointed_held_with_minutes_and_followed_up_by_its_day() {
        CreditCode shop = ledger.house.shop(720, Grade.RED);
        long id = talks.propose(draft(TalkKind.CONSULTATIVE, shop), "officer");
        assertThatThrownBy(() -> talks.propose(draft(TalkKind.CONSULTATIVE, shop), "officer"))
                .hasMessageContaining("进行中");
        assertThatThrownBy(() -> talks.hold(id, DAY, "负责人", "记录", "officer")).hasMessageContaining("拟约谈");
        assertThatThrownBy(() -> talks.appoint(id, DAY.atTime(8, 0), "市监局", "officer"))
                .isInstanceOfSatisfying(
                        StepRefusedException.class, e -> assertThat(e.field()).isEqualTo("at"));
        talks.appoint(id, DAY.plusDays(1).atTime(9, 30), "市监局 301", "officer");
        talks.appoint(id, DAY.plusDays(2).atTime(9, 30), "市监局 302", "officer");
        Talk held = talks.hold(id, DAY, "企业负责人、食品安全员", "一个月内整改", "officer");
        assertThat(held.followUpDue()).isEqualTo(DAY.plusDays(30));
        assertThat(talks.page(new TalkFilter(null, null, null, DAY.plusDays(30)), null, 10))
                .extracting(Talk::id)
                .contains(id);
        assertThat(talks.follow(id, "已整改", "officer").state()).isEqualTo(TalkState.FOLLOWED);
        assertThat(talks.count(new TalkFilter(null, null, shop.value(), DAY.plusDays(30))))
                .isZero();
        assertThat(ledger.audited(shop))
                .containsExactly("talk-proposed", "talk-appointed", "talk-appointed", "talk-held", "talk-followed");
    }

    @Test
    void an_educational_talk_is_suggested_for_a_first_minor_breach_only() {
        CreditCode first = ledger.house.shop(721, Grade.YELLOW);
        CreditCode again = ledger.house.shop(722, Grade.YELLOW);
        CreditCode serious = ledger.house.shop(723, Grade.ORANGE);
        minor(first, "a", DAY.minusDays(10).toString());
        minor(again, "b", DAY.minusDays(10).toString());
        minor(again, "c", DAY.minusMonths(12).toString());
        ledger.penalty(serious, "d", Map.of("severity", "serious"));
        assertThat(talks.suggested(TalkKind.EDUCATIONAL, null, 100))
                .extracting(SuggestedTalk::business)
                .contains(first.value())
                .doesNotContain(again.value(), serious.value());
        talks.propose(draft(TalkKind.EDUCATIONAL, first), "officer");
        assertThat(talks.suggested(TalkKind.EDUCATIONAL, null, 100))
                .extracting(SuggestedTalk::business)
                .doesNotContain(first.value());
    }

    @Test
    void a_consultative_talk_is_suggested_for_red_businesses_until_one_was_proposed() {
        CreditCode red = ledger.house.shop(724, Grade.RED);
        CreditCode blue = ledger.house.shop(725, Grade.BLUE);
        assertThat(talks.suggested(TalkKind.CONSULTATIVE, null, 100))
                .extracting(SuggestedTalk::business)
                .contains(red.value())
                .doesNotContain(blue.value());
        long id = talks.propose(draft(TalkKind.CONSULTATIVE, red), "officer");
        assertThat(talks.suggested(TalkKind.CONSULTATIVE, null, 100))
                .extracting(SuggestedTalk::business)
                .doesNotContain(red.value());
        talks.cancel(id, "企业已停业", "officer");
        assertThat(talks.suggested(TalkKind.CONSULTATIVE, null, 100))
                .extracting(SuggestedTalk::business)
                .contains(red.value());
    }

    private static void minor(CreditCode shop, String key, String date) {
        ledger.penalty(shop, key + shop.value(), Map.of("severity", "minor", "date", date));
    }

    private static TalkDraft draft(TalkKind kind, CreditCode shop) {
        return new TalkDraft(kind, shop, "沈阳市市场监督管理局", "近期多次被投诉", null);
    }
}
