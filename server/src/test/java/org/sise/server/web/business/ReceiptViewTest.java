package org.sise.server.web.business;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiptViewTest {

    @Test
    void the_ruling_that_decided_is_found_among_those_that_applied() {
        ReceiptView receipt = ReceiptView.of("""
                {"scheme":"sise-receipt/1","policy":{"id":"p","version":"1","digest":"d"},"party":"x","asOf":"2026-11-22",
                "knownAt":"2026-11-22T00:00:00Z","result":"graded","facts":[],"dimensions":[],
                "contributions":[{"type":"record","rule":"penalty","dimension":"credit","points":"12.50","kind":"penalty",
                "date":"2026-01-01","reference":"17","document":"沈罚〔2026〕1号","basis":"b","zh":"甲","en":"a"},
                {"type":"record","rule":"inspection","dimension":"credit","points":"0","kind":"inspection",
                "date":"2026-01-01","reference":"18","basis":"b","zh":"乙","en":"b"}],
                "weightless":[],"unknown":[],
                "decision":{"base":"yellow","rulings":[
                {"rule":"floor","grade":"orange","facts":[],"basis":"b1","zh":"底线","en":"floor"},
                {"rule":"veto","grade":"red","facts":[],"basis":"b2","zh":"否决","en":"veto"}],"decisive":"veto"},
                "grade":"red","colour":"red","score":"12.50"}""");
        assertThat(receipt.decisive())
                .isNotNull()
                .satisfies(ruling -> assertThat(ruling.basis()).isEqualTo("b2"));
        assertThat(receipt.contributions())
                .extracting(ReceiptView.ContributionOf::shown)
                .containsExactly("沈罚〔2026〕1号", "#18");
    }

    @Test
    void a_business_outside_the_policy_has_a_receipt_without_contributions() {
        ReceiptView receipt = ReceiptView.of("""
                {"scheme":"sise-receipt/1","policy":{"id":"p","version":"1","digest":"d"},"party":"x","asOf":"2026-11-22",
                "knownAt":"2026-11-22T00:00:00Z","result":"not-applicable","zh":"不适用","en":"not for it"}""");
        assertThat(receipt.decisive()).isNull();
        assertThat(receipt.contributions()).isEmpty();
    }
}
