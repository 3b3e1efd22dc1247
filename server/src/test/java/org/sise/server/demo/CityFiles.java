package org.sise.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the demo city's files back. */
final class CityFiles {

    private CityFiles() {}

    /** All rows of a feed as text, the header of the first file first and no other. */
    static List<List<String>> rows(Path inbox, CityFeed feed) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(inbox.resolve(feed.folder()))) {
            for (Path file : files.sorted().toList()) {
                List<List<String>> more = feed.form() == CityFeed.Form.XLSX ? xlsx(file, feed) : csv(file, feed);
                rows.addAll(rows.isEmpty() ? more : more.subList(1, more.size()));
            }
        }
        return rows;
    }

    static String digest(Path file) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new BigInteger(1, hash).toString(16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> csv(Path file, CityFeed feed) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file, feed.form().charset())) {
            if (feed.form() == CityFeed.Form.CSV_UTF8_BOM && reader.read() != '\uFEFF') {
                throw new IOException("no byte order mark in " + file);
            }
            for (CSVRecord record : CSVParser.parse(reader, CSVFormat.RFC4180)) {
                rows.add(record.toList());
            }
        }
        return rows;
    }

    private static List<List<String>> xlsx(Path file, CityFeed feed) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false));
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            return sheet.map(row -> texts(row, feed)).toList();
        }
    }

    private static List<String> texts(Row row, CityFeed feed) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < feed.columns().size(); i++) {
            Cell cell = row.getCellCount() > i ? row.getCell(i) : null;
            boolean date = cell != null
                    && cell.getType() == CellType.NUMBER
                    && "yyyy-mm-dd".equals(cell.getDataFormatString());
            texts.add(
                    cell == null || cell.getType() == CellType.EMPTY
                            ? ""
                            : date ? cell.asDate().toLocalDate().toString() : cell.getText());
        }
        return texts;
    }
}
