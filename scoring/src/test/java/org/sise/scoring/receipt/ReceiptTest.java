package org.sise.scoring.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.in;
import static org.sise.scoring.TestPolicies.party;
import static org.sise.scoring.TestPolicies.penalty;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.small;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;

class ReceiptTest {
    private static final Instant KNOWN = Instant.parse("2026-11-22T01:02:03Z");
    private static final Policy POLICY = policy(SMALL);

    @Test
    void aReceiptIsTheseBytes() {
        Fact counted = penalty("2026-10-01", "r1", "document", "罚〔2026〕1号");
        Fact repaired = in(FactState.REPAIRED, penalty("2026-10-02", "r2"));
        Receipt receipt = Receipt.of(Grader.grade(POLICY, party(repaired, counted), TODAY), KNOWN);

        String fact = "\"kind\":\"penalty\",\"date\":\"2026-10-01\",\"reference\":\"r1\",\"document\":\"罚〔2026〕1号\"";
        assertThat(receipt.json())
                .isEqualTo("{\"scheme\":\"sise-receipt/1\",\"policy\":{\"id\":\"small\",\"version\":\"1\",\"digest\":\""
                        + POLICY.digest()
                        + "\"},\"party\":\"P\",\"asOf\":\"2026-11-22\",\"knownAt\":\"2026-11-22T01:02:03Z\","
                        + "\"result\":\"graded\",\"facts\":[{" + fact + "}],"
                        + "\"dimensions\":[{\"id\":\"credit\",\"score\":\"10\",\"level\":null}],"
                        + "\"contributions\":[{\"type\":\"record\",\"rule\":\"penalty\",\"dimension\":\"credit\","
                        + "\"points\":\"10\"," + fact + ",\"basis\":\"行政处罚法 第48条\","
                        + "\"zh\":\"2026-10-01 罚〔2026〕1号 10\",\"en\":\"2026-10-01 罚〔2026〕1号 10\"}],"
                        + "\"weightless\":[{\"kind\":\"penalty\",\"date\":\"2026-10-02\",\"reference\":\"r2\","
                        + "\"rule\":null,\"reason\":\"repaired\"}],\"unknown\":[],"
                        + "\"decision\":{\"base\":\"good\",\"rulings\":[],\"decisive\":null},"
                        + "\"grade\":\"good\",\"colour\":null,\"score\":\"10\"}");
        assertThat(receipt.digest()).hasSize(64).isEqualTo(new Receipt(receipt.json()).digest());
    }

    @Test
    void theOrderOfTheFactsDoesNotChangeAByte() {
        Fact a = penalty("2026-10-01", "A");
        Fact b = penalty("2026-09-01", "B");
        assertThat(Receipt.of(Grader.grade(POLICY, party(a, b), TODAY), KNOWN).bytes())
                .isEqualTo(Receipt.of(Grader.grade(POLICY, party(b, a), TODAY), KNOWN)
                        .bytes());
    }

    @Test
    void anyTextServesAsAPartysId() {
        Party odd = new Party("\"'; DROP\n沈😀", null, null, null, List.of());
        assertThat(Receipt.of(Grader.grade(POLICY, odd, TODAY), KNOWN).json())
                .contains("\"party\":\"\\\"'; DROP\\n沈😀\"");
    }

    @Test
    void aPartyOutsideTheScopeGetsAReceiptToo() {
        Policy other = policy(small("scope: {}", "scope: {industries: [\"62\"], unknown: outside}"));
        Graded graded = Grader.grade(other, party(), TODAY);
        assertThat(Receipt.of(graded, KNOWN).json())
                .endsWith(
                        "\"result\":\"not-applicable\",\"zh\":\"行业不在本政策适用范围内\",\"en\":\"the industry is outside the policy's scope\"}");
    }
}
