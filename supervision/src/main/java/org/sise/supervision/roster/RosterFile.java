package org.sise.supervision.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.sise.core.region.Regions;

/**
 * Reads a roster of inspectors: CSV in UTF-8 or, as Chinese spreadsheets save it, GB18030; the first line names the
 * columns in English or Chinese, in any order.
 */
final class RosterFile {

    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Regions regions = Regions.standard();
    private final List<CertifiedInspector> inspectors = new ArrayList<>();
    private final List<RosterFault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private enum Column {
        CERTIFICATE("certificate", "执法证号"),
        NAME("name", "姓名"),
        REGION("region", "区划"),
        FIELD("field", "执法领域"),
        MAX_LOAD("max_load", "最多检查户数"),
        VALID_UNTIL("valid_until", "有效期至");

        private final String en;
        private final String zh;

        Column(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }
    }

    /** The good lines as inspectors, and what is wrong with the others. */
    record Reading(List<CertifiedInspector> inspectors, List<RosterFault> faults) {}

    private RosterFile() {}

    static Reading read(byte[] bytes) {
        RosterFile file = new RosterFile();
        file.parse(text(bytes));
        return new Reading(file.inspectors, file.faults);
    }

    private void parse(String text) {
        int line = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            var records = parser.iterator();
            Map<Column, Integer> positions =
                    header(records.hasNext() ? records.next().toList() : List.of());
            if (positions == null) {
                return;
            }
            line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                boolean blank = record.size() == 1 && record.get(0).isBlank();
                if (!blank) {
                    new Line(line, record, positions).take();
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            faults.add(new RosterFault(
                    line, "", "", "引号不合 RFC 4180，此行起未读 / quoting is not RFC 4180, not read from here on"));
        }
    }

    private @Nullable Map<Column, Integer> header(List<String> head) {
        Map<Column, Integer> positions = new HashMap<>();
        for (Column column : Column.values()) {
            for (int at = 0; at < head.size(); at++) {
                String name = head.get(at).strip();
                if (name.equals(column.en) || name.equals(column.zh)) {
                    positions.putIfAbsent(column, at);
                }
            }
            if (!positions.containsKey(column)) {
                faults.add(new RosterFault(
                        1, column.en, "", "缺少列“" + column.zh + "” / column " + column.en + " is missing"));
            }
        }
        return positions.size() == Column.values().length ? positions : null;
    }

    private final class Line {
        private final int number;
        private final CSVRecord record;
        private final Map<Column, Integer> positions;
        private boolean good = true;

        Line(int number, CSVRecord record, Map<Column, Integer> positions) {
            this.number = number;
            this.record = record;
            this.positions = positions;
        }

        void take() {
            String certificate = text(Column.CERTIFICATE);
            String name = text(Column.NAME);
            String region = text(Column.REGION);
            String field = text(Column.FIELD);
            String maxLoad = text(Column.MAX_LOAD);
            LocalDate validUntil = date(text(Column.VALID_UNTIL));
            if (!region.isEmpty() && regions.byCode(region) == null) {
                fault(Column.REGION, region, "区划代码未知 / an unknown region code");
            }
            if (!maxLoad.isEmpty() && !COUNT.matcher(maxLoad).matches()) {
                fault(Column.MAX_LOAD, maxLoad, "应为不小于 0 的整数 / must be a whole number of 0 or more");
            }
            Integer first = certificate.isEmpty() ? null : lines.putIfAbsent(certificate, number);
            if (first != null) {
                fault(Column.CERTIFICATE, certificate, "与第" + first + "行重复 / the same as in line " + first);
            }
            if (good && validUntil != null) {
                inspectors.add(new CertifiedInspector(
                        certificate, name, region, field, Integer.parseInt(maxLoad), validUntil));
            }
        }

        private String text(Column column) {
            int at = positions.getOrDefault(column, record.size());
            String text = at < record.size() ? record.get(at).strip() : "";
            if (text.isEmpty()) {
                fault(column, text, "缺少必填项 / required field is empty");
            } else if (CONTROL.matcher(text).find()) {
                fault(column, text, "含换行或制表符 / it has a line break or a tab");
            }
            return text;
        }

        private @Nullable LocalDate date(String text) {
            try {
                return text.isEmpty() ? null : LocalDate.parse(text.replace('/', '-'));
            } catch (DateTimeParseException e) {
                fault(Column.VALID_UNTIL, text, "日期有误，应如 2027-12-31 / not a date such as 2027-12-31");
                return null;
            }
        }

        private void fault(Column column, String value, String problem) {
            good = false;
            faults.add(new RosterFault(number, column.en, value, problem));
        }
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
