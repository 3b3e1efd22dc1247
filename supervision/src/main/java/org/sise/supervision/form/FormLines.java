package org.sise.supervision.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The lines of a file as texts: the first sheet of a workbook, or CSV by RFC 4180. */
final class FormLines {

    /** Bytes by which the kind of a file is known. */
    private static final int ENOUGH = 8;

    private FormLines() {}

    /** A line with its number in the file, from 1. */
    record Line(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static List<Line> read(byte[] file, List<FormFault> faults) {
        boolean workbook = file.length >= ENOUGH && ReadableWorkbook.isOOXMLZipHeader(file);
        return workbook ? workbook(file, faults) : csv(text(file), faults);
    }

    private static List<Line> csv(String text, List<FormFault> faults) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            var records = parser.iterator();
            while (records.hasNext()) {
                lines.add(new Line(number, records.next().toList()));
                number = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            faults.add(new FormFault(
                    number, "", "", "引号不合 RFC 4180，此行起未读 / quoting is not RFC 4180, not read from here on"));
        }
        return lines;
    }

    private static List<Line> workbook(byte[] file, List<FormFault> faults) {
        List<Line> lines = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> lines.add(
                    new Line(row.getRowNum(), row.stream().map(FormLines::text).toList())));
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            faults.add(new FormFault(1, "", "", "工作簿无法读取 / the workbook cannot be read"));
        }
        return lines;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        String format = cell.getDataFormatString();
        return format != null && format.contains("y")
                ? cell.asDate().toLocalDate().toString()
                : cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
