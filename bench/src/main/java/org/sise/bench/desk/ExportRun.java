package org.sise.bench.desk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.list.ListXlsx;
import org.sise.supervision.stratum.Selection;

/** One workbook by one writer, in a process of its own so that its memory is its own. */
public final class ExportRun {

    private static final List<String> HEADERS =
            List.of("序号", "统一社会信用代码", "企业名称", "等级", "行业", "区划", "住所", "检查人员及证号", "检查事项及依据");

    private ExportRun() {}

    /**
     * Writes, and prints seconds and the peak of resident memory in MB.
     *
     * @param args the writer ({@code ours}, {@code poi-streaming} or {@code poi}), the number of rows, the file
     */
    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[1]);
        Path file = Path.of(args[2]);
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            switch (args[0]) {
                case "ours" -> ours(rows, out);
                case "poi-streaming" -> streaming(rows, out);
                case "poi" -> whole(rows, out);
                default -> throw new IllegalArgumentException("no writer " + args[0]);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long kib = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        System.out.println(seconds + " " + kib * 1024 / 1e6);
    }

    static ListRow row(int n) {
        return new ListRow(
                n + 1,
                "9121010%011d".formatted(n),
                "沈阳市某某商贸有限公司第" + n + "分公司",
                List.of("蓝", "黄", "橙", "红").get(n % 4),
                "F5211 百货零售",
                "浑南区",
                "沈阳市浑南区某某路" + n % 997 + "号" + n % 31 + "门",
                List.of("员" + n % 700 + "(LN%05d)".formatted(n % 700), "员" + (n + 7) % 700),
                List.of("CI%03d 登记事项检查 (登记管理条例)".formatted(n % 80), "CI%03d 公示信息检查".formatted((n + 3) % 80)),
                Selection.RANDOM_SHARE);
    }

    private static void ours(int rows, OutputStream out) {
        try (ListXlsx list = new ListXlsx(out)) {
            for (int n = 0; n < rows; n++) {
                list.write(row(n));
            }
        }
    }

    private static void streaming(int rows, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            SXSSFSheet sheet = workbook.createSheet("检查名单");
            headers(sheet.createRow(0));
            for (int n = 0; n < rows; n++) {
                fill(sheet.createRow(n + 1), row(n));
            }
            workbook.write(out);
        }
    }

    private static void whole(int rows, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("检查名单");
            headers(sheet.createRow(0));
            for (int n = 0; n < rows; n++) {
                fill(sheet.createRow(n + 1), row(n));
            }
            workbook.write(out);
        }
    }

    private static void headers(Row row) {
        for (int i = 0; i < HEADERS.size(); i++) {
            row.createCell(i).setCellValue(HEADERS.get(i));
        }
    }

    private static void fill(Row row, ListRow of) {
        row.createCell(0).setCellValue(of.number());
        row.createCell(1).setCellValue(of.code());
        row.createCell(2).setCellValue(of.name());
        row.createCell(3).setCellValue(of.grade());
        row.createCell(4).setCellValue(of.industry());
        row.createCell(5).setCellValue(of.region());
        row.createCell(6).setCellValue(of.address());
        row.createCell(7).setCellValue(String.join("；", of.inspectors()));
        row.createCell(8).setCellValue(String.join("；", of.items()));
    }
}
