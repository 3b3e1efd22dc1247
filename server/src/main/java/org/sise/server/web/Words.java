package org.sise.server.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.industry.Industries;
import org.sise.core.industry.Industry;
import org.sise.core.record.Labelled;
import org.sise.core.region.Region;
import org.sise.core.region.Regions;
import org.sise.supervision.stratum.Stratum;
import org.springframework.context.MessageSource;

/** Words, numbers and times in the language of one request. */
public final class Words {

    /** The time zone of all times shown. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String NONE = "—";
    private static final String QUOTED = "”: ";

    private final Locale locale;
    private final MessageSource messages;
    private final boolean english;

    /** In a language. */
    public Words(Locale locale, MessageSource messages) {
        this.locale = locale;
        this.messages = messages;
        this.english = locale.getLanguage().equals("en");
    }

    /** The language tag for the page's {@code lang} attribute. */
    public String tag() {
        return english ? "en" : "zh-CN";
    }

    /** Whether the page is English. */
    public boolean english() {
        return english;
    }

    /** A sentence by its key. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A sentence by its key, or the key's last word where there is none. */
    public String sayOr(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }

    /** A word of a closed list. */
    public String of(@Nullable Labelled word) {
        return word == null ? NONE : english ? word.en() : word.zh();
    }

    /** The one of two texts that the reader reads. */
    public String either(String zh, String en) {
        return english ? en : zh;
    }

    /** A colour. */
    public String grade(@Nullable Grade grade) {
        return say(grade == null ? "grade.none" : "grade." + css(grade));
    }

    /** The name of a colour in style sheets and addresses. */
    public static String css(@Nullable Grade grade) {
        return grade == null ? "none" : grade.name().toLowerCase(Locale.ROOT);
    }

    /** The stratum of a name in a draw. */
    public Stratum stratum(String name) {
        return Stratum.of(name);
    }

    /** A region by its code; an unknown code as it is. */
    public String region(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return NONE;
        }
        Region region = Regions.standard().byCode(code);
        return region == null ? code : district(region);
    }

    /** A region, behind the city that it belongs to. */
    public String district(Region region) {
        Region above = region.parent() == null ? null : Regions.standard().byCode(region.parent());
        String own = english ? region.en() : region.zh();
        if (above == null || above.level() == Region.Level.PROVINCE || region.level() == Region.Level.ZONE) {
            return own;
        }
        return english ? own + ", " + above.en() : above.zh() + own;
    }

    /** An industry by its code; an unknown code as it is. */
    public String industry(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return NONE;
        }
        Industry industry = Industries.standard().of(code);
        return industry == null ? code : code + " " + (english ? industry.en() : industry.zh());
    }

    /** A time, to the second. */
    public String time(@Nullable Instant instant) {
        return instant == null ? NONE : TIME.format(instant.atZone(SHANGHAI));
    }

    /** A whole number with thousands marked. */
    public String count(long number) {
        return format("#,##0").format(number);
    }

    /** A share of a whole as a percentage with one place. */
    public String share(long part, long whole) {
        return whole == 0 ? NONE : format("0.0").format(100.0 * part / whole) + "%";
    }

    /** An amount in yuan, exact. */
    public String yuan(@Nullable BigDecimal amount) {
        return amount == null ? NONE : format("#,##0.00").format(amount);
    }

    /** A text, or a dash where there is none. */
    public String text(@Nullable Object text) {
        return text == null || text.toString().isBlank() ? NONE : text.toString();
    }

    /**
     * The reader's half of a text that says the same in Chinese and English, divided by a slash between spaces; of a text of
     * several parts with dashes between them, of each part. What a part quotes before a colon belongs to both halves.
     */
    public String half(@Nullable String both) {
        if (both == null) {
            return NONE;
        }
        return Arrays.stream(both.split(" — ", -1)).map(this::halfOfPart).collect(Collectors.joining(" — "));
    }

    private String halfOfPart(String part) {
        String[] halves = part.split(" / ", -1);
        if (halves.length != 2) {
            return part;
        }
        int quoted = halves[0].indexOf(QUOTED);
        String before = quoted < 0 ? "" : halves[0].substring(0, quoted + QUOTED.length());
        return english ? before + halves[1].strip() : halves[0].strip();
    }

    /** The reader's halves of such texts, one on each line. */
    public String halves(String lines) {
        return lines.lines().map(this::half).collect(Collectors.joining("; "));
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
