package org.sise.integrations.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sise.ledger.record.Position;

class NoticeSignatureTest {

    private static final byte[] BODY = "{\"id\":\"1\"}".getBytes(UTF_8);

    /** printf '1764331200.{"id":"1"}' | openssl dgst -sha256 -hmac secret */
    @Test
    void theSignatureIsThatOfOpenssl() {
        assertThat(NoticeSignature.of("secret", "1764331200", BODY))
                .isEqualTo("v1=186b662541057a338d772a5bdc632ecf6b5b4dbfbe3d4323806cda6adcfd5ace");
    }

    @Test
    void anotherKeyTimeOrBodyDoesNotHold() {
        String signature = NoticeSignature.of("secret", "1764331200", BODY);
        assertThat(NoticeSignature.holds(signature, "secret", "1764331200", BODY))
                .isTrue();
        assertThat(NoticeSignature.holds(signature, "other", "1764331200", BODY))
                .isFalse();
        assertThat(NoticeSignature.holds(signature, "secret", "1764331201", BODY))
                .isFalse();
        assertThat(NoticeSignature.holds(signature, "secret", "1764331200", "{}".getBytes(UTF_8)))
                .isFalse();
    }

    @Test
    void theKeyOfANoticeIsTheSameWheneverItIsMadeAndAnotherForEachDepartment() {
        var key = NoticeKey.of("housing", new Position(7, 8));
        assertThat(key).isEqualTo(NoticeKey.of("housing", new Position(7, 8)));
        assertThat(key.version()).isEqualTo(8);
        assertThat(key.variant()).isEqualTo(2);
        assertThat(key)
                .isNotEqualTo(NoticeKey.of("tax", new Position(7, 8)))
                .isNotEqualTo(NoticeKey.of("housing", new Position(7, 9)));
    }
}
