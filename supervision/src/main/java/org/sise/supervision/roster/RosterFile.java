package org.sise.supervision.roster;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.region.Regions;
import org.sise.supervision.form.Column;
import org.sise.supervision.form.FormFault;
import org.sise.supervision.form.FormTable;

/** Reads a roster of inspectors that was filled in. */
public final class RosterFile {

    private static final Column CERTIFICATE = new Column("certificate", "执法证号");
    private static final Column NAME = new Column("name", "姓名");
    private static final Column REGION = new Column("region", "区划");
    private static final Column FIELD = new Column("field", "执法领域");
    private static final Column MAX_LOAD = new Column("max_load", "最多检查户数");
    private static final Column VALID_UNTIL = new Column("valid_until", "有效期至");

    /** The columns, in the order of the template. */
    public static final List<Column> COLUMNS = List.of(CERTIFICATE, NAME, REGION, FIELD, MAX_LOAD, VALID_UNTIL);

    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,5}");

    private final Regions regions = Regions.standard();
    private final List<CertifiedInspector> inspectors = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** The good lines as inspectors, and what is wrong with the others. */
    record Reading(List<CertifiedInspector> inspectors, List<FormFault> faults) {}

    private RosterFile() {}

    static Reading read(byte[] bytes) {
        FormTable table = FormTable.read(bytes, COLUMNS, List.of());
        RosterFile file = new RosterFile();
        table.rows().forEach(file::take);
        return new Reading(file.inspectors, table.faults());
    }

    private void take(FormTable.Row row) {
        String certificate = row.text(CERTIFICATE);
        String name = row.text(NAME);
        String region = row.text(REGION);
        String field = row.text(FIELD);
        String maxLoad = row.text(MAX_LOAD);
        LocalDate validUntil = date(row, row.text(VALID_UNTIL));
        if (!region.isEmpty() && regions.byCode(region) == null) {
            row.fault(REGION, region, "区划代码未知 / an unknown region code");
        }
        if (!maxLoad.isEmpty() && !COUNT.matcher(maxLoad).matches()) {
            row.fault(MAX_LOAD, maxLoad, "应为不小于 0 的整数 / must be a whole number of 0 or more");
        }
        Integer first = certificate.isEmpty() ? null : lines.putIfAbsent(certificate, row.number());
        if (first != null) {
            row.fault(CERTIFICATE, certificate, "与第" + first + "行重复 / the same as in line " + first);
        }
        if (row.isGood() && validUntil != null) {
            inspectors.add(
                    new CertifiedInspector(certificate, name, region, field, Integer.parseInt(maxLoad), validUntil));
        }
    }

    private static @Nullable LocalDate date(FormTable.Row row, String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException e) {
            row.fault(VALID_UNTIL, text, "日期有误，应如 2027-12-31 / not a date such as 2027-12-31");
            return null;
        }
    }
}
