package org.sise.integrations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKeys;

/** Department files for tests. */
public final class Samples {

    public static final Charset GBK = Charset.forName("GBK");

    public static final String REGISTER = "统一社会信用代码,企业名称,企业类型,法定代表人,法定代表人证件号码,注册资本(万元),成立日期,登记状态,行业代码,行政区划代码,住所,经营范围";
    public static final String PENALTIES =
            "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,"
                    + "CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,"
                    + "CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ";
    public static final List<String> COMMITMENTS =
            List.of("统一社会信用代码", "承诺主体", "承诺类型", "承诺事由", "承诺内容", "承诺日期", "有效期至", "受理单位", "履行状态", "确认日期");

    private Samples() {}

    /** Keys for persons that are the same in every test. */
    public static PersonKeys keys() {
        return new PersonKeys("a secret for tests only".getBytes(StandardCharsets.UTF_8));
    }

    /** A fictitious credit code that holds, of region 000000. */
    public static String code(int n) {
        String first = "91000000FX%07d".formatted(n);
        return first + CreditCode.checkCharacter(first);
    }

    /** A resident identity number that holds. */
    public static String resident(int n) {
        String first = "210102199001%02d%03d".formatted(n / 1000 % 28 + 1, n % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (first.charAt(i) - '0') * weights[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    /** A row of the register. */
    public static String registered(int n) {
        return "%s,第%d号商贸有限公司,有限责任公司,张三,%s,%d,2015-03-01,存续,5211,210102,和平区%d号,零售"
                .formatted(code(n), n, resident(n), 10 + n % 90, n);
    }

    /** A row of penalties, of a fine in 万元. */
    public static String penalty(int n, String fine) {
        return penalty(code(n), n, fine, "2026/03/05");
    }

    /** A row of penalties. */
    public static String penalty(String code, int n, String fine, String date) {
        return "第%d号商贸有限公司,法人及非法人组织,%s,,,,,,张三,身份证,%s,,,沈市监处罚〔2026〕%d号,未明码标价,标签缺失,价格法第四十二条,罚款,罚款,%s,,,%s,,2027-03-05,沈阳市市场监督管理局,11210100MB1234567X,,,"
                .formatted(n, code, resident(n), n, fine, date);
    }

    /** Writes lines in an encoding. */
    public static Path text(Path file, Charset charset, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, (String.join("\n", lines) + "\n").getBytes(charset));
    }

    /** Writes a workbook of one sheet. A cell may be a text, a number or a {@link java.time.LocalDate}. */
    public static Path workbook(Path file, List<String> columns, List<List<Object>> rows) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("数据");
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    cell(sheet, r + 1, c, rows.get(r).get(c));
                }
            }
        }
        return file;
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case java.time.LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }
}
