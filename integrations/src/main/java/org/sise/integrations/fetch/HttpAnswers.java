package org.sise.integrations.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.HttpSource;
import org.sise.integrations.descriptor.SourceText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks an API and gives its answers as JSON: not faster than it allows, again where it failed in passing. */
final class HttpAnswers implements AutoCloseable {

    /** No page is larger, in bytes. */
    private static final long LARGEST_PAGE = 64L << 20;

    private static final Pattern JSON_TYPE =
            Pattern.compile("(?i)\\s*(application|text)/([\\w.+-]+\\+)?json\\s*(;.*)?");
    private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset=\"?([\\w.:-]+)\"?.*");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HttpSource source;
    private final PullTools tools;
    private final Retry retry;
    private final HttpClient client;
    private @Nullable Instant next;

    HttpAnswers(HttpSource source, PullTools tools) throws PullFault {
        this.source = source;
        this.tools = tools;
        this.retry = new Retry(source.retry(), tools.random(), tools.pause());
        this.client = HttpClient.newBuilder()
                .connectTimeout(source.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(Trust.context(
                        source.trust() == null ? null : tools.home().resolve(source.trust())))
                .build();
    }

    /** The answer at an address. */
    JsonNode get(URI address, HttpRequest.BodyPublisher body, @Nullable String contentType) throws PullFault {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (Map.Entry<String, SourceText> header : source.headers().entrySet()) {
            request.setHeader(header.getKey(), tools.secrets().value(header.getValue()));
        }
        request.method(source.post() ? "POST" : "GET", body);
        return retry.run(() -> {
            pace();
            return body(address, send(address, request.build()));
        });
    }

    private void pace() throws PullFault {
        if (source.rate() == 0) {
            tools.pause().pause(Duration.ZERO);
            return;
        }
        Instant now = tools.clock().instant();
        Instant slot = next == null || next.isBefore(now) ? now : next;
        tools.pause().pause(Duration.between(now, slot));
        next = slot.plusNanos(Math.round(1e9 / source.rate()));
    }

    private HttpResponse<byte[]> send(URI address, HttpRequest request) throws PullFault {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_PAGE));
        try {
            return answer.get(source.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PullFault.lasting(PullReason.STOPPED, "中断", "interrupted", e);
        } catch (ExecutionException e) {
            throw fault(address, e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private JsonNode body(URI address, HttpResponse<byte[]> answer) throws PullFault {
        int status = answer.statusCode();
        if (status != 200) {
            throw status(address, answer);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!JSON_TYPE.matcher(type).matches()) {
            throw PullFault.lasting(
                    PullReason.CONTENT_TYPE,
                    "%s 返回 %s, 可能是登录页: 请检查地址与令牌".formatted(place(address), type),
                    "%s answers with '%s', perhaps a login page: check address and token"
                            .formatted(place(address), type));
        }
        try {
            Matcher charset = CHARSET.matcher(type);
            JsonNode body = charset.matches() && !charset.group(1).equalsIgnoreCase("utf-8")
                    ? JSON.readTree(new String(answer.body(), Charset.forName(charset.group(1))))
                    : JSON.readTree(answer.body());
            if (body == null || body.isMissingNode()) {
                throw broken(address, "it is empty", null);
            }
            return body;
        } catch (JacksonException | IllegalArgumentException e) {
            throw broken(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static PullFault broken(URI address, String why, @Nullable Throwable cause) {
        return PullFault.passing(
                PullReason.BODY,
                place(address) + " 的JSON不完整或有误",
                "the JSON of %s is cut off or broken: %s".formatted(place(address), why),
                cause);
    }

    private PullFault status(URI address, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String zh = "%s 返回 %d".formatted(place(address), status);
        String en = "%s answers with %d".formatted(place(address), status);
        if (status == 429 || status == 408 || status >= 500) {
            PullReason reason = status == 429 ? PullReason.LIMITED : PullReason.STATUS;
            Duration wait = answer.headers()
                    .firstValue("Retry-After")
                    .map(header -> RetryAfter.of(header, tools.clock().instant()))
                    .orElse(null);
            return wait == null ? PullFault.passing(reason, zh, en, null) : PullFault.until(reason, zh, en, wait);
        }
        return switch (status) {
            case 401, 403 ->
                PullFault.lasting(PullReason.DENIED, zh + ", 请检查令牌", en + ": check the token and its rights");
            case 404, 410 -> PullFault.lasting(PullReason.NOT_FOUND, zh + ", 请检查地址", en + ": check the address");
            default ->
                PullFault.lasting(
                        PullReason.STATUS,
                        zh,
                        en
                                + answer.headers()
                                        .firstValue("Location")
                                        .map(HttpAnswers::redirected)
                                        .orElse(""));
        };
    }

    private static String redirected(String location) {
        return ", to " + location.replaceAll("[?#].*", "") + "; redirects are not followed, since the token would be";
    }

    private static PullFault fault(URI address, IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return PullFault.lasting(
                        PullReason.CERTIFICATE,
                        "%s; 若为自建CA, 请用 trust: {file: 证书文件}".formatted(place(address)),
                        "%s: %s; name an authority of your own by trust: {file: …}"
                                .formatted(place(address), cause.getMessage()),
                        e);
            }
            if (cause instanceof HttpTimeoutException) {
                return late(address, e);
            }
        }
        return PullFault.passing(PullReason.UNREACHABLE, place(address), "%s: %s".formatted(place(address), e), e);
    }

    private static PullFault late(URI address, Exception e) {
        return PullFault.passing(PullReason.TIMEOUT, place(address), place(address), e);
    }

    /** An address without its parameters, which may hold a secret. */
    static String place(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    static HttpRequest.BodyPublisher text(String text) {
        return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
