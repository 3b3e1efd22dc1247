package org.sise.server.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.HolderKind;
import org.sise.graph.control.ConcertParty;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.Relation;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

/**
 * A table of holdings: {@code holder,holder_kind,held,percent}, and where wanted {@code from,until}. Any text is a party's
 * id. A holder without an id is a holder of whom nobody knows who it is; a percent that is empty is not given.
 *
 * @param relations its holdings, each with its line as its record
 * @param faults what is wrong with it, as sentences
 * @param notes what was not read
 */
record HoldingsTable(Relations relations, List<String> faults, List<String> notes) {

    private static final List<String> REQUIRED = List.of("holder", "holder_kind", "held", "percent");
    private static final Set<String> KNOWN = Set.of("holder", "holder_kind", "held", "percent", "from", "until");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}([.][0-9]{1,40})?([eE][+-]?[0-9]{1,2})?");

    /** Reads a file, {@code -} for standard input. */
    static HoldingsTable read(Path file) throws IOException {
        Relations relations = new Relations(new Parties());
        List<String> faults = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> columns = CsvLines.read(file, REQUIRED, faults, row -> add(row, relations));
        for (String column : columns) {
            if (!KNOWN.contains(column)) {
                notes.add("%s:1:%s 不用此列 / this column is not read".formatted(file, column));
            }
        }
        return new HoldingsTable(relations, faults, notes);
    }

    /** Reads concert parties, {@code group,holder,holder_kind}; what is wrong with them joins the faults. */
    List<ConcertParty> concerts(Path file) throws IOException {
        Map<String, Set<Integer>> groups = new LinkedHashMap<>();
        CsvLines.read(file, List.of("group", "holder", "holder_kind"), faults, row -> {
            PartyKind kind = kind(row);
            String group = needed(row, "group");
            String holder = needed(row, "holder");
            if (kind != null && !group.isEmpty() && !holder.isEmpty()) {
                groups.computeIfAbsent(group, _ -> new HashSet<>())
                        .add(relations.parties().number(kind, holder));
            }
        });
        return groups.entrySet().stream()
                .map(group -> new ConcertParty(group.getKey(), group.getValue()))
                .toList();
    }

    private static void add(CsvLines.Row row, Relations relations) {
        PartyKind kind = kind(row);
        String held = needed(row, "held");
        Long share = share(row);
        LocalDate from = date(row, "from");
        LocalDate until = date(row, "until");
        if (from != null && until != null && until.isBefore(from)) {
            row.fault(
                    "until",
                    "“%s”早于from“%s”".formatted(until, from),
                    "%s is before from, %s".formatted(until, from),
                    "核对起止日期",
                    "check both dates");
            return;
        }
        if (kind != null && share != null && !held.isEmpty()) {
            Parties parties = relations.parties();
            relations.add(new Relation(
                    parties.number(kind, row.text("holder")),
                    parties.number(PartyKind.BUSINESS, held),
                    RelationKind.HOLDS,
                    share,
                    from,
                    until,
                    row.line()));
        }
    }

    private static @Nullable PartyKind kind(CsvLines.Row row) {
        String text = row.text("holder_kind");
        for (HolderKind kind : HolderKind.values()) {
            if (kind.token().equalsIgnoreCase(text) || kind.zh().equals(text)) {
                return switch (kind) {
                    case BUSINESS -> PartyKind.BUSINESS;
                    case PERSON -> PartyKind.PERSON;
                    case OTHER -> PartyKind.BODY;
                };
            }
        }
        if (text.equalsIgnoreCase("company")) {
            return PartyKind.BUSINESS;
        }
        List<String> words =
                Arrays.stream(HolderKind.values()).map(HolderKind::token).toList();
        row.fault(
                "holder_kind",
                "未知的股东类型“%s”".formatted(text),
                "unknown kind of holder “%s”".formatted(text),
                "改为其一: 企业、自然人、其他",
                "use one of: " + String.join(", ", words));
        return null;
    }

    private static @Nullable Long share(CsvLines.Row row) {
        String text = row.text("percent");
        if (text.isEmpty()) {
            return Share.UNKNOWN;
        }
        if (!NUMBER.matcher(text).matches()) {
            row.fault(
                    "percent",
                    "“%s”不是数字".formatted(text),
                    "“%s” is no number".formatted(text),
                    "写成如 51.5 的数字, 不带百分号",
                    "write a number such as 51.5, without a sign");
            return null;
        }
        BigDecimal percent = new BigDecimal(text);
        if (percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0) {
            return Share.ofPercent(percent);
        }
        row.fault(
                "percent",
                "“%s”%s".formatted(text, percent.signum() < 0 ? "为负数" : "大于100"),
                "“%s” is %s".formatted(text, percent.signum() < 0 ? "negative" : "above 100"),
                "写0至100的数",
                "write a number from 0 to 100");
        return null;
    }

    private static @Nullable LocalDate date(CsvLines.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            row.fault(
                    column,
                    "“%s”不是日期".formatted(text),
                    "“%s” is no date".formatted(text),
                    "写成如 2026-01-31 的日期",
                    "write a date such as 2026-01-31");
            return null;
        }
    }

    private static String needed(CsvLines.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            row.fault(column, "没有值", "no value", "补写“%s”".formatted(column), "give its “%s”".formatted(column));
        }
        return text;
    }
}
