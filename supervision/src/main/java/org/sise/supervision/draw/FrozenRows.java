package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the frozen files and names each that does not hold. */
final class FrozenRows {
    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");

    private FrozenRows() {}

    /** The pool; the strata are those of the plan, or unknown if the plan could not be read. */
    static @Nullable ObjectPool objects(byte[] bytes, @Nullable List<String> strata, FaultList faults) {
        var builder = strata == null ? null : ObjectPool.of(strata);
        var lines = IntStream.builder();
        FrozenCsv.OBJECTS.read(bytes, faults, (line, cells) -> {
            String stratum = cells.get(0);
            String code = cells.get(1);
            if (strata != null && !strata.contains(stratum)) {
                faults.add(
                        line,
                        "stratum",
                        "计划中没有此分层 / a stratum that the plan does not have: " + stratum,
                        "应为 / it must be one of " + String.join(", ", strata));
            } else if (isName(code, line, "code", faults) && builder != null) {
                builder.add(stratum, code);
                lines.add(line);
            }
        });
        if (builder == null) {
            return null;
        }
        var pool = builder.sort();
        if (!builder.duplicates().isEmpty()) {
            int[] lineOf = lines.build().toArray();
            builder.duplicates().stream()
                    .sorted((a, b) -> Integer.compare(a.second(), b.second()))
                    .forEach(twice -> twice(lineOf[twice.second()], lineOf[twice.first()], "code", faults));
        }
        return pool;
    }

    static FrozenTable<Inspector> inspectors(byte[] bytes, FaultList faults) {
        var rows = new ArrayList<Inspector>();
        var lines = new HashMap<String, Integer>();
        FrozenCsv.INSPECTORS.read(bytes, faults, (line, cells) -> {
            String certificate = cells.get(0);
            String maxLoad = cells.get(2);
            boolean good = isName(certificate, line, "certificate", faults)
                    && isNew(lines, certificate, line, "certificate", faults);
            if (!COUNT.matcher(maxLoad).matches()) {
                faults.add(
                        line,
                        "max_load",
                        "应为不小于 0 的整数 / must be a whole number of 0 or more: " + maxLoad,
                        "例如 / for example 6");
            } else if (good) {
                rows.add(new Inspector(certificate, cells.get(1), Integer.parseInt(maxLoad)));
            }
        });
        return FrozenTable.of(bytes, rows);
    }

    static FrozenTable<CheckItem> items(byte[] bytes, FaultList faults) {
        var rows = new ArrayList<CheckItem>();
        var lines = new HashMap<String, Integer>();
        FrozenCsv.ITEMS.read(bytes, faults, (line, cells) -> {
            String item = cells.get(0);
            String mandatory = cells.get(1);
            boolean good = isName(item, line, "item", faults) && isNew(lines, item, line, "item", faults);
            if (!mandatory.equals("true") && !mandatory.equals("false")) {
                faults.add(
                        line,
                        "mandatory",
                        "应为 true 或 false / must be true or false: " + mandatory,
                        "写 true 或 false，小写 / write true or false in lower case");
            } else if (good) {
                rows.add(new CheckItem(item, mandatory.equals("true")));
            }
        });
        return FrozenTable.of(bytes, rows);
    }

    static FrozenTable<Recusal> recusals(byte[] bytes, FaultList faults) {
        var rows = new ArrayList<Recusal>();
        FrozenCsv.RECUSALS.read(bytes, faults, (line, cells) -> {
            boolean certificate = isName(cells.get(0), line, "certificate", faults);
            if (isName(cells.get(1), line, "code", faults) && certificate) {
                rows.add(recusal(cells));
            }
        });
        return FrozenTable.of(bytes, rows);
    }

    private static Recusal recusal(CSVRecord cells) {
        return new Recusal(cells.get(0), cells.get(1));
    }

    private static boolean isName(String text, int line, String column, FaultList faults) {
        if (DrawText.isName(text)) {
            return true;
        }
        faults.add(
                line,
                column,
                text.isEmpty()
                        ? "为空 / empty"
                        : "含制表符或换行等控制字符 / it has a tab, a line break or another control character",
                "填写 / write one line of text");
        return false;
    }

    private static boolean isNew(Map<String, Integer> lines, String value, int line, String column, FaultList faults) {
        Integer first = lines.putIfAbsent(value, line);
        if (first == null) {
            return true;
        }
        twice(line, first, column, faults);
        return false;
    }

    private static void twice(int line, int first, String column, FaultList faults) {
        faults.add(line, column, "与第 " + first + " 行重复 / the same as in line " + first, "删去其一 / remove one of them");
    }
}
