package org.sise.bench.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;

/**
 * Files as departments send them, from a seed: a register and penalties on its businesses, in no order of the businesses,
 * one of them in a hundred with a quoted cell.
 */
final class FeedFiles {

    /** The encoding of penalties. */
    static final Charset GBK = Charset.forName("GBK");

    private static final String REGISTER = "统一社会信用代码,企业名称,企业类型,法定代表人,法定代表人证件号码,注册资本(万元),成立日期,登记状态,行业代码,行政区划代码,住所,经营范围";
    private static final String PENALTIES =
            "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,"
                    + "CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,"
                    + "CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ";
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
    private static final String[] TRADES = {"商贸", "餐饮管理", "食品", "建材", "物流", "机械制造", "信息技术", "劳务"};
    private static final String[] INDUSTRIES = {"5211", "6210", "1499", "5165", "5430", "3490", "6510", "7264"};
    private static final String[] ACTS = {
        "未明码标价,标签缺失,《中华人民共和国价格法》第四十二条",
        "超过保质期食品未下架,货架上有三袋超过保质期的饼干待售,《中华人民共和国食品安全法》第一百二十四条第一款",
        "未按规定公示年度报告,连续两年未在期限内公示年度报告,《企业信息公示暂行条例》第十八条",
        "使用未经检定的计量器具,一台电子秤超过检定周期仍在使用,《中华人民共和国计量法》第二十五条"
    };
    private static final String[] CATEGORIES = {"罚款", "警告", "没收违法所得", "通报批评"};
    private static final int RANGE = 4_000;
    private static final int QUOTED = 100;

    private FeedFiles() {}

    /** The credit code of the n-th business. */
    static String code(int n) {
        String body = "%c%c%06d".formatted('A' + n / 26_000_000 % 8, 'A' + n / 1_000_000, n % 1_000_000);
        String first17 = "91211500" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }

    /** Writes a register of so many businesses. */
    static Path register(Path file, int businesses, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = writer(file, StandardCharsets.UTF_8, REGISTER)) {
            for (int n = 0; n < businesses; n++) {
                int trade = random.nextInt(TRADES.length);
                out.write(code(n));
                out.write(",沈阳第" + n + "号" + TRADES[trade] + "有限公司,有限责任公司,");
                out.write(SURNAMES[random.nextInt(SURNAMES.length)] + (char) ('一' + random.nextInt(RANGE)));
                out.write(",,");
                out.write(Integer.toString(10 + random.nextInt(5_000)));
                out.write("," + day(random) + ",存续," + INDUSTRIES[trade] + ",211500,");
                out.write(quoted(random, "沈抚示范区" + random.nextInt(1, 90) + "号路" + random.nextInt(1, 900) + "号"));
                out.write(",许可项目：" + TRADES[trade] + "；一般项目：" + TRADES[(trade + 1) % TRADES.length] + "，技术咨询\n");
            }
        }
        return file;
    }

    /**
     * Writes so many penalties on businesses of a register.
     *
     * @param businesses how many businesses the register has
     * @param from the number of the first penalty; numbers are matters
     */
    static Path penalties(Path file, int rows, int businesses, int from, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = writer(file, GBK, PENALTIES)) {
            for (int n = from; n < from + rows; n++) {
                penalty(out, random, n, random.nextInt(businesses));
            }
        }
        return file;
    }

    /** Writes one penalty on each of these businesses. */
    static Path penalties(Path file, List<Integer> businesses, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = writer(file, GBK, PENALTIES)) {
            for (int n = 0; n < businesses.size(); n++) {
                penalty(out, random, n, businesses.get(n));
            }
        }
        return file;
    }

    private static void penalty(BufferedWriter out, SplittableRandom random, int n, int business) throws IOException {
        LocalDate day = day(random);
        out.write("沈阳第" + business + "号有限公司,法人及非法人组织," + code(business) + ",,,,,,");
        out.write(SURNAMES[random.nextInt(SURNAMES.length)] + (char) ('一' + random.nextInt(RANGE)));
        out.write(",身份证,,,,沈市监处罚〔" + day.getYear() + "〕" + n + "号,");
        String category = CATEGORIES[random.nextInt(CATEGORIES.length)];
        out.write(ACTS[random.nextInt(ACTS.length)] + "," + category + ",");
        out.write(quoted(random, category + "，责令改正"));
        out.write("," + random.nextInt(1, 900) / 100.0 + ",,," + day.toString().replace('-', '/') + ",,");
        out.write(day.plusYears(3) + ",沈阳市市场监督管理局,11210100MB1234567X,,,\n");
    }

    private static String quoted(SplittableRandom random, String cell) {
        return random.nextInt(QUOTED) == 0 ? "\"" + cell + ",见\"\"附件\"\"\"" : cell;
    }

    private static LocalDate day(SplittableRandom random) {
        return LocalDate.of(2015, 1, 1).plusDays(random.nextInt(RANGE));
    }

    private static BufferedWriter writer(Path file, Charset charset, String header) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, charset);
        out.write(header + "\n");
        return out;
    }
}
