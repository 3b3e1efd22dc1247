package org.sise.server.query;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.QuarantineQuery;
import org.sise.integrations.landing.QuarantinedRow;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A question to the quarantine, as addresses hold it: {@code feed}, {@code reason}, {@code field}, {@code column},
 * {@code state} ({@code all} for all), {@code delivery}, {@code file}, {@code older} (came so many days of the
 * calendar ago or earlier), {@code text}, and the order, {@code oldest} or {@code newest} first.
 *
 * @param query which rows
 * @param older the days of {@code older}, or null
 * @param newestFirst in which order
 */
public record QuarantineSearch(
        QuarantineQuery query, @Nullable Integer older, boolean newestFirst) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_DAYS = 36_500;
    private static final int LONGEST = 200;

    /** Every row, the oldest first. */
    public static final QuarantineSearch ALL = new QuarantineSearch(QuarantineQuery.ALL, null, false);

    /**
     * Reads an address's parameters.
     *
     * @param state the state where none is given, or {@code all}
     * @throws BadParameterException that names what cannot be taken
     */
    public static QuarantineSearch of(Map<String, String> parameters, String state, Clock clock) {
        String wanted = parameters.getOrDefault("state", "");
        String stateWord = wanted.isBlank() ? state : wanted;
        Integer older = older(text(parameters, "older"));
        QuarantineQuery query = new QuarantineQuery(
                text(parameters, "feed"),
                text(parameters, "reason"),
                text(parameters, "field"),
                text(parameters, "column"),
                stateWord.equals("all") ? null : Choice.of(QuarantinedRow.State.class, "state", stateWord),
                delivery(text(parameters, "delivery")),
                text(parameters, "file"),
                older == null ? null : today(clock).minus(older, ChronoUnit.DAYS),
                text(parameters, "text"));
        return new QuarantineSearch(query, older, newestFirst(parameters));
    }

    /** The day in Shanghai. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    /** This as parameters, what does not restrict left out. */
    public Map<String, String> parameters() {
        Map<String, String> words = new LinkedHashMap<>(query.words());
        words.remove("before");
        words.putIfAbsent("state", "all");
        if (older != null) {
            words.put("older", older.toString());
        }
        if (newestFirst) {
            words.put("order", "newest");
        }
        return words;
    }

    /** This as a query string, encoded. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        parameters().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return String.valueOf(address.encode().buildAndExpand(parameters()).getQuery());
    }

    /** The query string of this with one parameter otherwise; an empty value takes it away. */
    public String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters());
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        changed.forEach((each, _) -> address.queryParam(each, "{" + each + "}"));
        return String.valueOf(address.encode().buildAndExpand(changed).getQuery());
    }

    /** Whether more than a state is restricted. */
    public boolean isNarrowed() {
        Map<String, String> words = query.words();
        words.remove("state");
        return !words.isEmpty();
    }

    private static boolean newestFirst(Map<String, String> parameters) {
        return switch (parameters.getOrDefault("order", "")) {
            case "", "oldest" -> false;
            case "newest" -> true;
            default -> throw new BadParameterException("order", "应为 oldest 或 newest / must be oldest or newest");
        };
    }

    private static @Nullable Integer older(@Nullable String days) {
        if (days == null) {
            return null;
        }
        if (!days.matches("\\d{1,5}") || Integer.parseInt(days) > MOST_DAYS) {
            throw new BadParameterException("older", "应为天数，0至36500 / must be days, 0 to 36500");
        }
        return Integer.valueOf(days);
    }

    private static @Nullable Long delivery(@Nullable String number) {
        if (number == null) {
            return null;
        }
        if (!number.matches("\\d{1,18}")) {
            throw new BadParameterException("delivery", "应为批次编号 / must be a delivery's number");
        }
        return Long.valueOf(number);
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "").strip();
        if (text.length() > LONGEST) {
            throw new BadParameterException(
                    name, "最多%d个字符 / must have %d characters at most".formatted(LONGEST, LONGEST));
        }
        return text.isEmpty() ? null : text;
    }
}
