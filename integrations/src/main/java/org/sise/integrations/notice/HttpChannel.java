package org.sise.integrations.notice;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.NoticeTarget;
import org.sise.integrations.fetch.Secrets;

/** Pushes notices, one request each, over a connection that is kept. Redirects are not followed. */
final class HttpChannel implements NoticeChannel {

    /** No more of an answer is read. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final NoticeTarget.Http target;
    private final Secrets secrets;
    private final Clock clock;
    private final HttpClient client;
    private final HttpAnswers answers;

    HttpChannel(NoticeTarget.Http target, Secrets secrets, Clock clock, @Nullable SSLContext trust) {
        this.target = target;
        this.secrets = secrets;
        this.clock = clock;
        this.answers = new HttpAnswers(clock);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(target.timeout());
        if (trust != null) {
            builder.sslContext(trust);
        }
        this.client = builder.build();
    }

    @Override
    public List<Outgoing> parcel(List<Outgoing> pending) {
        return List.of(pending.getFirst());
    }

    @Override
    public List<Outcome> send(List<Outgoing> parcel) {
        return parcel.stream().map(this::send).toList();
    }

    private Outcome send(Outgoing notice) {
        byte[] body = notice.body().getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String signature;
        try {
            signature = NoticeSignature.of(secrets.read(target.key().name()), timestamp, body);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return new Outcome.Later(null, String.valueOf(e.getMessage()), null);
        }
        HttpRequest request = HttpRequest.newBuilder(target.url())
                .timeout(target.timeout())
                .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
                .header("Accept", "application/json")
                .header("User-Agent", "sise")
                .header("Idempotency-Key", notice.key().toString())
                .header("Sise-Timestamp", timestamp)
                .header("Sise-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return answers.outcome(answer.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return later(
                    "对方在%d秒内没有答复", "no answer within %d s", target.timeout().toSeconds());
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later(null, "服务停止 / stopped with the server", null);
        } finally {
            answer.cancel(true);
        }
    }

    private Outcome failure(@Nullable Throwable cause) {
        return switch (cause) {
            case java.net.http.HttpTimeoutException _ ->
                later("对方在%d秒内没有答复", "no answer within %d s", target.timeout().toSeconds());
            case SSLException e -> later("证书或加密有误: %s", "certificate or encryption: %s", text(e));
            case IOException e
            when text(e).contains("body exceeds capacity") ->
                later("答复超过%d字节", "the answer is longer than %d bytes", LARGEST_ANSWER);
            case IOException e -> later("无法连接或连接中断: %s", "unreachable, or the connection was cut: %s", text(e));
            case null, default -> later("发送失败: %s", "cannot be sent: %s", String.valueOf(cause));
        };
    }

    private static String text(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Outcome later(String zh, String en, Object detail) {
        return new Outcome.Later(null, zh.formatted(detail) + " / " + en.formatted(detail), null);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
