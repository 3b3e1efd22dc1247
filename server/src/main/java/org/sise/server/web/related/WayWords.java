package org.sise.server.web.related;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sise.server.web.Words;

/**
 * The way of an exposure in the reader's language. The record has it in Chinese, such as {@code 甲公司 —持股60%[记录12]— 乙公司};
 * names stay as they are.
 */
public final class WayWords {

    private static final Map<String, String> ENGLISH = Map.of(
            "持股", "holds",
            "法定代表人", "legal representative",
            "董监高", "officer",
            "分支机构", "branch",
            "住所", "address",
            "电话", "telephone",
            "供应", "supplies",
            "同一住所", "the same address",
            "同一电话", "the same telephone",
            "自然人", "a person");

    private static final Pattern HOP = Pattern.compile("—(\\p{IsHan}+)([0-9.]*%?)\\[记录([0-9]+)]—");
    private static final Pattern PARTY = Pattern.compile("(^|— )(同一住所|同一电话|自然人)(?= —|$)");

    private final Words words;

    WayWords(Words words) {
        this.words = words;
    }

    /** A way as it is to be read. */
    public String of(String way) {
        return words.english() ? english(way) : way;
    }

    static String english(String way) {
        String hops = HOP.matcher(way)
                .replaceAll(hop -> Matcher.quoteReplacement(
                        "—%s%s [record %s]—".formatted(word(hop.group(1)), share(hop.group(2)), hop.group(3))));
        return PARTY.matcher(hops).replaceAll(party -> Matcher.quoteReplacement(party.group(1) + word(party.group(2))));
    }

    private static String word(String chinese) {
        return ENGLISH.getOrDefault(chinese, chinese);
    }

    private static String share(String percent) {
        return percent.isEmpty() ? "" : " " + percent;
    }
}
