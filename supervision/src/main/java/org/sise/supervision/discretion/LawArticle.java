package org.sise.supervision.discretion;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article of a law, as a legal basis names it: {@code 食品安全法 第125条第1款}, 《中华人民共和国食品安全法》第一百二十五条.
 *
 * @param law the law's name without the state's
 * @param article the article's number
 * @param paragraph the paragraph's number, or null: the whole article
 */
record LawArticle(String law, int article, @Nullable Integer paragraph) {

    private static final Pattern OWN = Pattern.compile("^(.+?)(?:\\(\\d+\\))? ?第(\\d+)条(?:第(\\d+)款)?");
    private static final Pattern CHINESE = Pattern.compile("第([零〇一二三四五六七八九十百]+)([条款])");
    private static final String DIGITS = "零一二三四五六七八九";

    /** Reads the first article that a table's legal basis names, or null where there is none. */
    static @Nullable LawArticle first(String basis) {
        Matcher found = OWN.matcher(basis);
        if (!found.find()) {
            return null;
        }
        String paragraph = found.group(3);
        return new LawArticle(
                Objects.requireNonNull(found.group(1)),
                Integer.parseInt(found.group(2)),
                paragraph == null ? null : Integer.valueOf(paragraph));
    }

    /** Whether a record's legal basis names it; a basis without a paragraph names all of the article's. */
    boolean isNamedBy(String basis) {
        Matcher found = Pattern.compile(Pattern.quote(law) + "(?!实施)[^第]{0,16}第" + article + "条(?:第(\\d+)款)?")
                .matcher(plain(basis));
        while (found.find()) {
            if (paragraph == null || found.group(1) == null || Integer.parseInt(found.group(1)) == paragraph) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String basis) {
        return CHINESE.matcher(basis.replaceAll("\\s", ""))
                .replaceAll(one -> "第" + number(one.group(1)) + one.group(2));
    }

    /** A number below a thousand in Chinese numerals. */
    private static int number(String chinese) {
        int whole = 0;
        int digit = 0;
        for (char c : chinese.replace('〇', '零').toCharArray()) {
            if (c == '十' || c == '百') {
                whole += Math.max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return whole + digit;
    }
}
