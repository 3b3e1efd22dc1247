package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/**
 * The rows of a sheet of a workbook. A date cell gives {@code yyyy-MM-dd}, with the time behind it unless it is
 * midnight. The workbook's table of distinct texts is held in memory, its rows are not.
 */
final class XlsxRows implements PartRows {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final int skip;
    private final Arranged columns;
    private final Numbering numbering;

    private XlsxRows(
            ReadableWorkbook workbook,
            Sheet sheet,
            String part,
            FeedFormat.Xlsx format,
            ColumnNames names,
            Numbering numbering,
            @Nullable Header known)
            throws FileFault, IOException {
        this.workbook = workbook;
        this.skip = format.skip();
        this.numbering = numbering;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        List<String> given = format.columns();
        if (given.isEmpty()) {
            org.dhatim.fastexcel.reader.Row first = step();
            if (first == null) {
                throw new FileFault(
                        Reason.EMPTY_FILE,
                        "工作表“%s”为空".formatted(sheet.getName()),
                        "sheet '%s' is empty".formatted(sheet.getName()));
            }
            given = cells(first);
        }
        this.columns = new Arranged(Header.of(given, names), known, part);
    }

    static XlsxRows open(
            Part part, FeedFormat.Xlsx format, ColumnNames names, Numbering numbering, @Nullable Header known)
            throws FileFault, IOException {
        Path file = part.path();
        sniff(file, format.common().unpacked());
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            Optional<Sheet> sheet =
                    format.name() != null ? workbook.findSheet(format.name()) : workbook.getSheet(format.sheet() - 1);
            if (sheet.isEmpty()) {
                String wanted = format.name() != null ? format.name() : String.valueOf(format.sheet());
                throw new FileFault(
                        Reason.WRONG_FORMAT, "没有工作表 %s".formatted(wanted), "it has no sheet %s".formatted(wanted));
            }
            return new XlsxRows(workbook, sheet.get(), part.name(), format, names, numbering, known);
        } catch (FileFault e) {
            close(workbook);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw damaged(e);
        }
    }

    @Override
    public Header header() {
        return columns.header();
    }

    @Override
    public @Nullable Row next() throws FileFault {
        org.dhatim.fastexcel.reader.Row row = step();
        if (row == null) {
            return null;
        }
        List<String> cells = cells(row);
        int width = columns.width();
        while (cells.size() > width && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        if (cells.size() > width) {
            RowFault fault = RowFault.of(
                    Reason.CELL_COUNT,
                    "有%d列, 应为%d列".formatted(cells.size(), width),
                    "it has %d cells, the sheet has %d columns".formatted(cells.size(), width));
            return numbering.row(row.getRowNum(), List.of(), String.join("\t", cells), fault);
        }
        while (cells.size() < width) {
            cells.add("");
        }
        return numbering.row(row.getRowNum(), columns.cells(cells), null, null);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    /** The next row that is not blank, or null. */
    private org.dhatim.fastexcel.reader.@Nullable Row step() throws FileFault {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                if (row.getRowNum() <= skip) {
                    continue;
                }
                for (Cell cell : row) {
                    if (cell != null && !text(cell).isEmpty()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case NUMBER -> number(cell);
            case FORMULA ->
                cell.getRawValue() == null
                        ? ""
                        : isDate(cell)
                                ? date(cell.asDate())
                                : cell.getRawValue().strip();
            case STRING, BOOLEAN, ERROR -> cell.getText().strip();
        };
    }

    private static String number(Cell cell) {
        if (isDate(cell)) {
            return date(cell.asDate());
        }
        BigDecimal number = cell.asNumber();
        return number.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.format(TIME);
    }

    /** Whether a number is shown as a date, by ECMA-376 part 1, 18.8.30. */
    private static boolean isDate(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return false;
        }
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.matches("(?s).*[yYdD年日].*");
    }

    private static void sniff(Path file, long most) throws FileFault, IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new FileFault(Reason.EMPTY_FILE, "文件为0字节, 请重新发送", "the file has 0 bytes, send it again");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (start.length >= 8 && ReadableWorkbook.isOLE2Header(start)) {
            throw new FileFault(
                    Reason.WRONG_FORMAT, "这是旧版xls文件, 请另存为xlsx", "this is an old .xls workbook: save it as .xlsx");
        }
        if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
            throw new FileFault(Reason.WRONG_FORMAT, "这不是xlsx文件", "this is no .xlsx workbook");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
            new UnpackLimit(most).check(unpacked, size);
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    private static FileFault damaged(Exception e) {
        return new FileFault(
                Reason.DAMAGED_FILE,
                "xlsx文件损坏、不完整或不是工作簿, 请重新保存并发送",
                "the workbook is cut off, damaged or none: save and send it again (%s)".formatted(e.getMessage()));
    }

    private static void close(@Nullable ReadableWorkbook workbook) throws IOException {
        if (workbook != null) {
            workbook.close();
        }
    }
}
