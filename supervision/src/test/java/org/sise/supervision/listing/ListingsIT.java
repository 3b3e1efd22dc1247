package org.sise.supervision.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.step.LedgerFixture.DAY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.follow.LedgerWatch;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.step.LedgerFixture;
import org.sise.supervision.step.RuleFigures;
import org.sise.supervision.step.StepRefusedException;

class ListingsIT {

    private static LedgerFixture ledger;
    private static Listings listings;
    private static LedgerWatch watch;
    private static int shops = 100;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        var house = ledger.house;
        listings = new Listings(
                house.dataSource,
                house.transactions,
                house.audit,
                ListingGrounds.standard(),
                RuleFigures.standard(),
                LedgerFixture::workingDays,
                house.clock);
        watch = new LedgerWatch(
                house.dataSource,
                house.transactions,
                List.of(new ListingWatch(house.dataSource, listings, house.clock)));
    }

    @Test
    void a_serious_listing_rests_on_a_serious_penalty_is_heard_decided_by_another_and_stands_in_the_ledger() {
        CreditCode shop = shop();
        long minor = penalty(shop, "minor");
        assertThatThrownBy(() -> propose(shop, minor)).hasMessageContaining("须有：有效的严重失信类处罚");
        long serious = penalty(shop, "serious");
        long id = propose(shop, serious);
        assertThatThrownBy(() -> propose(shop, serious)).isInstanceOf(StepRefusedException.class);

        Listing served = listings.serve(id, DAY, "officer");
        assertThat(served.hearingDue()).isEqualTo(DAY.plusDays(7));
        assertThatThrownBy(() -> listings.decide(id, "沈市监列严〔2026〕9号", "regulator"))
                .hasMessageContaining("他人");
        assertThatThrownBy(() -> listings.decide(id, "沈市监列严〔2026〕9号", "approver"))
                .hasMessageContaining(DAY.plusDays(7).toString());
        listings.hear(id, "愿意整改", true, "officer");
        Listing listed = listings.decide(id, "沈市监列严〔2026〕9号", "approver");

        assertThat(listed.until()).isEqualTo(DAY.plusYears(3).minusDays(1));
        assertThat(standing(shop, RecordKind.DISHONESTY_LISTING))
                .singleElement()
                .satisfies(stored -> {
                    DishonestyListing record = (DishonestyListing) stored.record();
                    assertThat(record.list()).isEqualTo("严重违法失信名单");
                    assertThat(record.header().document()).isEqualTo("沈市监列严〔2026〕9号");
                    assertThat(record.header().publishedUntil()).isEqualTo(listed.until());
                    assertThat(stored.key()).isEqualTo(shop.value() + "|严重违法失信名单|沈市监列严〔2026〕9号|" + DAY);
                });
        assertThat(ledger.audited(shop))
                .containsExactly("listing-proposed", "listing-notified", "listing-notified", "listing-listed");
        assertThatThrownBy(() -> propose(shop, serious)).isInstanceOf(StepRefusedException.class);
    }

    @Test
    void removal_is_asked_for_after_a_year_and_decided_by_another_and_the_record_is_repaired() {
        CreditCode shop = shop();
        long id = listed(shop);
        assertThatThrownBy(() -> listings.askRemoval(id, "已整改", "company"))
                .hasMessageContaining(DAY.plusYears(1).toString());
        ledger.house.clock.turn(Duration.ofDays(366));
        try {
            listings.askRemoval(id, "已整改", "company");
            assertThatThrownBy(() -> listings.decideRemoval(id, true, "核实", "company"))
                    .hasMessageContaining("他人");
            assertThat(listings.decideRemoval(id, false, "尚未履行", "approver").state())
                    .isEqualTo(ListingState.LISTED);
            listings.askRemoval(id, "已履行", "company");
            assertThat(listings.decideRemoval(id, true, "核实", "approver").state())
                    .isEqualTo(ListingState.REMOVED);
        } finally {
            ledger.house.clock.turn(Duration.ofDays(-366));
        }
        assertThat(standing(shop, RecordKind.DISHONESTY_LISTING)).isEmpty();
        assertThat(latest(id).header().state()).isEqualTo(RecordState.REPAIRED);
    }

    @Test
    void a_listing_ends_after_three_years_by_itself() {
        CreditCode shop = shop();
        long id = listed(shop);
        assertThat(listings.expire()).isZero();
        ledger.house.clock.turn(Duration.ofDays(3 * 365 + 2));
        try {
            assertThat(listings.expire()).isPositive();
        } finally {
            ledger.house.clock.turn(Duration.ofDays(-3 * 365 - 2));
        }
        assertThat(listings.find(id).state()).isEqualTo(ListingState.REMOVED);
        assertThat(latest(id).header().state()).isEqualTo(RecordState.EXPIRED);
    }

    @Test
    void an_abnormal_listing_rests_on_what_an_inspection_found_and_goes_when_the_duty_is_done() {
        CreditCode shop = shop();
        ledger.record(
                RecordKind.INSPECTION,
                shop,
                "visit-" + shop.value(),
                Map.of("plan", "P1", "task", "T1", "result", "unreachable"));
        long found = standing(shop, RecordKind.INSPECTION).getFirst().id();
        assertThatThrownBy(() -> listings.propose(
                        new ListingDraft("YC", "3", shop, "沈河区市场监督管理局", found, null, "弄虚作假"), "regulator"))
                .hasMessageContaining(InspectionResult.CONCEALED.zh());
        long id = listings.propose(
                new ListingDraft("YC", "4", shop, "沈河区市场监督管理局", found, null, "两次专用信函均被退回"), "regulator");
        listings.serve(id, DAY, "officer");
        listings.decide(id, "沈河市监异〔2026〕3号", "approver");
        assertThat(standing(shop, RecordKind.ABNORMAL_LISTING))
                .singleElement()
                .satisfies(stored ->
                        assertThat(((AbnormalListing) stored.record()).ground()).contains("无法联系"));
        listings.askRemoval(id, "已变更住所", "company");
        listings.decideRemoval(id, true, "已核实", "approver");
        assertThat(standing(shop, RecordKind.ABNORMAL_LISTING)).isEmpty();
    }

    @Test
    void a_listing_repaired_elsewhere_is_closed_here_once() {
        CreditCode shop = shop();
        long id = listed(shop);
        Listing listing = listings.find(id);
        ledger.record(
                RecordKind.DISHONESTY_LISTING,
                shop,
                String.valueOf(listing.recordKey()),
                Map.of("list", "严重违法失信名单", "ground", "x", "date", DAY.toString(), "state", "repaired"));
        watch.catchUp();
        assertThat(listings.find(id).state()).isEqualTo(ListingState.REMOVED);
        int steps = listings.steps(id).size();
        ledger.house.jdbc.sql("delete from supervision.follower").update();
        watch.catchUp();
        assertThat(listings.steps(id)).hasSize(steps);
    }

    @Test
    void a_ground_that_needs_a_document_takes_none_without_it_and_a_precondition_lists_nobody() {
        CreditCode shop = shop();
        assertThatThrownBy(() ->
                        listings.propose(new ListingDraft("NMG", "1", shop, "人社局", null, " ", "拖欠工资"), "regulator"))
                .isInstanceOfSatisfying(
                        StepRefusedException.class, e -> assertThat(e.field()).isEqualTo("document"));
        assertThatThrownBy(() ->
                        listings.propose(new ListingDraft("YWX", "1", shop, "市场监管局", null, "x", "y"), "regulator"))
                .isInstanceOfSatisfying(
                        StepRefusedException.class, e -> assertThat(e.field()).isEqualTo("ground"));
        assertThat(listings.propose(
                        new ListingDraft("NMG", "1", shop, "人社局", null, "沈人社决〔2026〕1号", "拖欠工资"), "regulator"))
                .isPositive();
    }

    @Test
    void a_listing_whose_evidence_is_repaired_before_the_decision_is_not_decided() {
        CreditCode shop = shop();
        long id = propose(shop, penalty(shop, "serious"));
        listings.serve(id, DAY, "officer");
        listings.hear(id, "放弃", true, "officer");
        ledger.penalty(shop, "P-serious-" + shop.value(), Map.of("severity", "serious", "state", "repaired"));
        assertThatThrownBy(() -> listings.decide(id, "x", "approver")).hasMessageContaining("失效");
    }

    private static long listed(CreditCode shop) {
        long id = propose(shop, penalty(shop, "serious"));
        listings.serve(id, DAY, "officer");
        listings.hear(id, "放弃", true, "officer");
        listings.decide(id, "沈市监列严〔2026〕" + id + "号", "approver");
        return id;
    }

    private static long propose(CreditCode shop, long evidence) {
        return listings.propose(
                new ListingDraft("YW", "1", shop, "沈阳市市场监督管理局", evidence, null, "无许可经营食品"), "regulator");
    }

    private static long penalty(CreditCode shop, String severity) {
        String key = "P-%s-%s".formatted(severity, shop.value());
        ledger.penalty(shop, key, Map.of("severity", severity));
        return standing(shop, RecordKind.PENALTY).stream()
                .filter(stored -> stored.key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<StoredRecord> standing(CreditCode shop, RecordKind kind) {
        return new StandingRecords(ledger.house.dataSource).of(List.of(shop.value()), kind);
    }

    private static DishonestyListing latest(long id) {
        return (DishonestyListing) new GroundRecords(ledger.house.dataSource)
                .latest(
                        RecordKind.DISHONESTY_LISTING,
                        String.valueOf(listings.find(id).recordKey()))
                .orElseThrow()
                .record();
    }

    private static CreditCode shop() {
        return ledger.house.shop(++shops, Grade.ORANGE);
    }
}
