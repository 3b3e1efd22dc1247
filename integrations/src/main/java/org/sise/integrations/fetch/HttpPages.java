package org.sise.integrations.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.HttpSource;
import org.sise.integrations.descriptor.SourceText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an API for its pages: puts parameters where the API wants them. */
final class HttpPages implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpSource source;
    private final HttpAnswers answers;
    private final Map<String, Object> usual = new LinkedHashMap<>();

    HttpPages(HttpSource source, @Nullable String since, PullTools tools) throws PullFault {
        this.source = source;
        for (Map.Entry<String, SourceText> parameter : source.query().entrySet()) {
            usual.put(parameter.getKey(), tools.secrets().value(parameter.getValue()));
        }
        if (source.since() != null && since != null) {
            usual.put(source.since().parameter(), since);
        }
        this.answers = new HttpAnswers(source, tools);
    }

    /** The page with some parameters beside the usual ones. */
    JsonNode page(Map<String, ?> parameters) throws PullFault {
        Map<String, Object> all = new LinkedHashMap<>(usual);
        all.putAll(parameters);
        return switch (source.body()) {
            case QUERY ->
                answers.get(
                        all.isEmpty() ? source.url() : URI.create(source.url() + "?" + form(all)),
                        HttpRequest.BodyPublishers.noBody(),
                        null);
            case FORM ->
                answers.get(
                        source.url(), HttpAnswers.text(form(all)), "application/x-www-form-urlencoded;charset=UTF-8");
            case JSON -> answers.get(source.url(), HttpAnswers.text(JSON.writeValueAsString(all)), "application/json");
        };
    }

    /** The page at an address that a former page gave, which must be of the same server: it is sent the token. */
    JsonNode page(String link) throws PullFault {
        URI address;
        try {
            address = source.url().resolve(link);
        } catch (IllegalArgumentException e) {
            throw PullFault.lasting(PullReason.BODY, "下一页地址有误", "the next page's address is none", e);
        }
        if (!origin(address).equals(origin(source.url()))) {
            throw PullFault.lasting(
                    PullReason.BODY,
                    "下一页指向另一服务器 " + HttpAnswers.place(address),
                    "the next page is on another server, which is not sent the token: " + HttpAnswers.place(address));
        }
        return answers.get(address, HttpRequest.BodyPublishers.noBody(), null);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static String form(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        answers.close();
    }
}
