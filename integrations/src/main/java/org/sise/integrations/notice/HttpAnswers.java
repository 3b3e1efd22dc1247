package org.sise.integrations.notice;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.sise.integrations.fetch.RetryAfter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an HTTP answer to a notice means (RFC 9110). A status that speaks of this notice refuses it; one that speaks of
 * the address, the login or the server's condition lets the queue wait.
 */
final class HttpAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_QUOTE = 500;

    /** Statuses from 400 on that say nothing about the notice itself. */
    private static final Set<Integer> NOT_ITS_FAULT = Set.of(401, 402, 403, 404, 405, 407, 408, 421, 425, 426, 429);

    private final Clock clock;

    HttpAnswers(Clock clock) {
        this.clock = clock;
    }

    Outcome outcome(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return arrived(status, answer.body());
        }
        String message = "HTTP %d %s".formatted(status, quote(answer.body())).strip();
        if (status >= 400 && status < 500 && !NOT_ITS_FAULT.contains(status)) {
            return new Outcome.Refused(status, "对方拒收 / refused by the receiver: " + message);
        }
        return new Outcome.Later(
                status,
                (status >= 300 && status < 400
                                ? "不跟随重定向, 请更正地址 / redirects are not followed, correct the address: "
                                : "对方返回错误 / the receiver answers with an error: ")
                        + message,
                answer.headers()
                        .firstValue("Retry-After")
                        .map(text -> RetryAfter.of(text, clock.instant()))
                        .orElse(null));
    }

    private static Outcome arrived(int status, byte[] body) {
        try {
            JsonNode read = body.length == 0 ? null : JSON.readTree(body);
            if (read != null && read.path("acknowledged").asBoolean(false)) {
                JsonNode reference = read.path("reference");
                return new Outcome.Arrived(status, true, reference.isValueNode() ? reference.asString() : null);
            }
        } catch (JacksonException e) {
            return new Outcome.Arrived(status, false, null);
        }
        return new Outcome.Arrived(status, false, null);
    }

    private static String quote(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
