package org.sise.supervision.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;

class CodesTest {

    private static final CreditCode BUSINESS = new CreditCode("91350100M000100Y43");
    private static final CreditCode OTHER = new CreditCode("91100000000000001D");
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:10Z");
    private static final EntryRules RULES = EntryRules.standard();

    private final CodeSigner.Pair pair = CodeSigner.newPair();
    private final CodeSigner signer = new CodeSigner(7, pair.secretKey());
    private final CodeVerifier verifier = verifier(key(7, pair));

    @Test
    void a_sign_names_its_business_in_characters_of_a_printed_code() {
        String sign = BusinessSign.of(BUSINESS);
        assertThat(sign).matches("[0-9A-Z $%*+\\-./:]+").hasSize(35);
        assertThat(BusinessSign.read(" " + sign + "\n")).contains(BUSINESS);
        assertThat(BusinessSign.read(sign.replace("100Y43", "100Y44"))).isEmpty();
        assertThat(BusinessSign.read(sign.substring(0, sign.length() - 1) + (sign.endsWith("0") ? "1" : "0")))
                .isEmpty();
        assertThat(BusinessSign.read(BusinessSign.of(OTHER).replace(OTHER.value(), BUSINESS.value())))
                .isEmpty();
        assertThat(BusinessSign.read("")).isEmpty();
        assertThat(BusinessSign.read("https://example.com/91350100M000100Y43")).isEmpty();
    }

    @Test
    void a_shown_code_is_the_same_within_a_step_and_another_in_the_next() {
        String shown = signer.shown(12, 1, BUSINESS, NOW, RULES);
        assertThat(shown).matches("[A-Za-z0-9_-]{140}");
        assertThat(signer.shown(12, 1, BUSINESS, NOW.plusSeconds(15), RULES)).isEqualTo(shown);
        assertThat(signer.shown(12, 1, BUSINESS, NOW.plusSeconds(20), RULES)).isNotEqualTo(shown);
    }

    @Test
    void a_shown_code_says_what_was_signed() {
        assertThat(verifier.check(signer.shown(12, 3, BUSINESS, NOW, RULES), NOW))
                .isEqualTo(new CodeCheck.Good(
                        new TaskCode(7, 12, 3, BUSINESS, Instant.parse("2026-11-22T02:00:00Z"), RULES.codeValid())));
    }

    @Test
    void a_code_with_any_bit_changed_is_not_taken() {
        byte[] bytes = Base64.getUrlDecoder().decode(signer.shown(12, 1, BUSINESS, NOW, RULES));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.check(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), NOW))
                    .as("bit %d", bit)
                    .isInstanceOf(CodeCheck.Bad.class);
        }
    }

    @Test
    void a_code_signed_by_somebody_else_is_forged() {
        CodeSigner stranger = new CodeSigner(7, CodeSigner.newPair().secretKey());
        assertThat(failure(stranger.shown(12, 1, BUSINESS, NOW, RULES), NOW)).isEqualTo(Condition.CODE_FORGED);
    }

    @Test
    void what_is_no_code_is_told_from_a_forged_one() {
        for (String text : List.of("", "SISE", "%%%", BusinessSign.of(BUSINESS), "A".repeat(140))) {
            assertThat(failure(text, NOW)).isEqualTo(Condition.CODE_UNREADABLE);
        }
    }

    @Test
    void yesterdays_photograph_has_expired_and_a_clock_ten_minutes_off_is_named() {
        String shown = signer.shown(12, 1, BUSINESS, NOW, RULES);
        assertThat(failure(shown, NOW.plus(Duration.ofDays(1)))).isEqualTo(Condition.CODE_EXPIRED);
        assertThat(failure(shown, NOW.plus(Duration.ofMinutes(10)))).isEqualTo(Condition.CODE_EXPIRED);
        assertThat(failure(shown, NOW.minus(Duration.ofMinutes(10)))).isEqualTo(Condition.CODE_FROM_THE_FUTURE);
    }

    @Test
    void clocks_may_differ_by_the_tolerance_and_not_by_more() {
        String shown = signer.shown(12, 1, BUSINESS, NOW, RULES);
        Instant begin = Instant.parse("2026-11-22T02:00:00Z");
        Instant end = begin.plus(RULES.codeValid());
        assertThat(verifier.check(shown, begin.minus(RULES.clockSkew()))).isInstanceOf(CodeCheck.Good.class);
        assertThat(failure(shown, begin.minus(RULES.clockSkew()).minusMillis(1)))
                .isEqualTo(Condition.CODE_FROM_THE_FUTURE);
        assertThat(verifier.check(shown, end.plus(RULES.clockSkew()).minusMillis(1)))
                .isInstanceOf(CodeCheck.Good.class);
        assertThat(failure(shown, end.plus(RULES.clockSkew()))).isEqualTo(Condition.CODE_EXPIRED);
    }

    @Test
    void a_carried_code_is_checked_without_a_network_and_the_answer_says_so() {
        String carried = signer.carried(12, 1, BUSINESS, NOW, Duration.ofHours(2), RULES);
        EntryAnswer answer = verifier.checkOffline(carried, BUSINESS, NOW.plus(Duration.ofHours(1)));
        assertThat(answer.isAdmitted()).isTrue();
        assertThat(answer.offline()).isTrue();
        assertThat(answer.notices()).containsExactly(Notice.OFFLINE);
        assertThat(answer.validUntil()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(verifier.checkOffline(carried, OTHER, NOW.plus(Duration.ofHours(3)))
                        .conditions())
                .containsExactly(Condition.CODE_EXPIRED, Condition.WRONG_BUSINESS);
    }

    @Test
    void a_code_is_carried_no_longer_than_the_rules_allow() {
        String carried = signer.carried(12, 1, BUSINESS, NOW, Duration.ofDays(30), RULES);
        assertThat(failure(carried, NOW.plus(RULES.offlineValid()).plus(RULES.clockSkew())))
                .isEqualTo(Condition.CODE_EXPIRED);
    }

    @Test
    void a_former_keys_codes_are_taken_while_it_lasts_and_not_beyond() {
        CodeSigner.Pair next = CodeSigner.newPair();
        Instant change = NOW.plusSeconds(600);
        CodeVerifier both = verifier(
                new CodeKey(7, pair.publicKey(), NOW.minusSeconds(60), change),
                new CodeKey(8, next.publicKey(), change, change.plusSeconds(9999)));
        assertThat(both.check(signer.shown(12, 1, BUSINESS, NOW, RULES), NOW)).isInstanceOf(CodeCheck.Good.class);
        Instant later = change.plusSeconds(60);
        assertThat(both.check(new CodeSigner(8, next.secretKey()).shown(12, 1, BUSINESS, later, RULES), later))
                .isInstanceOf(CodeCheck.Good.class);
        assertThat(both.check(signer.shown(12, 1, BUSINESS, later, RULES), later))
                .isEqualTo(new CodeCheck.Bad(Failure.of(Condition.CODE_KEY_UNKNOWN, "密钥 7", "key 7")));
    }

    private Condition failure(String text, Instant now) {
        return switch (verifier.check(text, now)) {
            case CodeCheck.Bad bad -> bad.fault().condition();
            case CodeCheck.Untimely late -> late.fault().condition();
            case CodeCheck.Good good -> throw new AssertionError("taken: " + good);
        };
    }

    private static CodeKey key(int id, CodeSigner.Pair pair) {
        return new CodeKey(id, pair.publicKey(), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(90)));
    }

    private static CodeVerifier verifier(CodeKey... keys) {
        return new CodeVerifier(new ArrayList<>(List.of(keys)), RULES);
    }
}
