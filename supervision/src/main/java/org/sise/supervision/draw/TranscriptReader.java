package org.sise.supervision.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a {@code transcript.json}, complete or not yet. */
final class TranscriptReader {
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,30})?");

    private final FaultList faults;
    private final FaultList unknown = new FaultList(DrawFolder.TRANSCRIPT);

    private TranscriptReader(FaultList faults) {
        this.faults = faults;
    }

    /** A plan and what is recorded of its draw. */
    record Read(DrawPlan plan, RecordedDraw recorded) {}

    private record Stratum(PlannedStratum planned, RecordedDraw.Counts counts) {}

    /** The transcript; null if there are faults. */
    static @Nullable Read read(byte[] bytes, FaultList faults) {
        try {
            var fields = JsonFields.of(Json.read(bytes), "", faults);
            return fields == null ? null : new TranscriptReader(faults).transcript(fields);
        } catch (JacksonException e) {
            var location = e.getLocation();
            faults.add(
                    location == null ? 0 : location.getLineNr(),
                    location == null ? "" : "第 " + location.getColumnNr() + " 字节 / byte " + location.getColumnNr(),
                    "不是合式的 JSON / not well-formed JSON: " + e.getOriginalMessage(),
                    "改正语法 / mend the syntax");
            return null;
        }
    }

    private @Nullable Read transcript(JsonFields fields) {
        String scheme = fields.text("scheme");
        if (scheme != null && !scheme.equals(Transcript.SCHEME)) {
            fields.fault("scheme", "未知方案 / unknown scheme", "应为 / must be " + Transcript.SCHEME);
        }
        String plan = name(fields, "plan");
        String commitment = hex(fields, "commitment");
        String secret = hex(fields, "secret");
        Beacon beacon = beacon(fields);
        List<Stratum> strata = strata(fields);
        Json items = fields.required("items_per_object");
        Integer itemsPerObject = items == null ? null : fields.count(items, "items_per_object");
        String root = fields.textOrAbsent("objects_root");
        String seed = fields.textOrAbsent("seed");
        Json drawnJson = fields.value("drawn");
        var drawn = drawnJson == null ? null : fields.list("drawn", drawnJson, this::drawnObject);
        Json unassignedJson = fields.value("unassigned");
        var unassigned = unassignedJson == null ? null : fields.texts("unassigned", unassignedJson);
        fields.unknown(unknown);
        if (!faults.isEmpty()
                || plan == null
                || commitment == null
                || secret == null
                || beacon == null
                || strata == null
                || itemsPerObject == null) {
            return null;
        }
        var planned = strata.stream().map(Stratum::planned).toList();
        var counts = strata.stream().map(Stratum::counts).toList();
        return new Read(
                new DrawPlan(plan, commitment, secret, beacon, planned, itemsPerObject),
                new RecordedDraw(counts, root, seed, drawn, unassigned, unknown.toList()));
    }

    private @Nullable Beacon beacon(JsonFields fields) {
        Json json = fields.required("beacon");
        var beacon = json == null ? null : JsonFields.of(json, "/beacon", faults);
        if (beacon == null) {
            return null;
        }
        String source = name(beacon, "source");
        String value = beacon.text("value");
        beacon.unknown(unknown);
        if (source == null || value == null) {
            return null;
        }
        if (!DrawText.isPlain(value) || value.isEmpty() != source.equals("none")) {
            beacon.fault(
                    "value",
                    "信标值须为一行文字，仅当来源为 none 时为空 / a beacon's value is one line, empty exactly if its source is none",
                    "填写公开的值，或将来源改为 none / enter the public value, or set the source to none");
            return null;
        }
        return new Beacon(source, value);
    }

    private @Nullable List<Stratum> strata(JsonFields fields) {
        Json json = fields.required("strata");
        var strata = json == null ? null : fields.list("strata", json, this::stratum);
        if (strata == null) {
            return null;
        }
        var names = new HashSet<String>();
        var distinct = new ArrayList<Stratum>();
        for (var stratum : strata) {
            String name = stratum.planned().stratum();
            if (names.add(name)) {
                distinct.add(stratum);
            } else {
                fields.fault("strata", "分层重复 / stratum twice: " + name, "合为一个 / keep one of them");
            }
        }
        return distinct;
    }

    private @Nullable Stratum stratum(JsonFields.JsonElement element) {
        var fields = element.fields();
        if (fields == null) {
            return null;
        }
        String name = name(fields, "stratum");
        String ratio = fields.text("ratio");
        Integer size = fields.countOrAbsent("size");
        Integer take = fields.countOrAbsent("take");
        fields.unknown(unknown);
        if (name == null || ratio == null) {
            return null;
        }
        if (!DECIMAL.matcher(ratio).matches() || new BigDecimal(ratio).compareTo(BigDecimal.ONE) > 0) {
            fields.fault(
                    "ratio", "比例须在 0 与 1 之间 / a ratio is a decimal from 0 to 1: " + ratio, "例如 / for example \"0.05\"");
            return null;
        }
        return new Stratum(new PlannedStratum(name, new BigDecimal(ratio)), new RecordedDraw.Counts(name, size, take));
    }

    private Transcript.@Nullable DrawnObject drawnObject(JsonFields.JsonElement element) {
        var fields = element.fields();
        if (fields == null) {
            return null;
        }
        String stratum = fields.text("stratum");
        String code = fields.text("code");
        Json inspectorsJson = fields.required("inspectors");
        Json itemsJson = fields.required("items");
        fields.unknown(unknown);
        var inspectors = inspectorsJson == null ? null : fields.texts("inspectors", inspectorsJson);
        var items = itemsJson == null ? null : fields.texts("items", itemsJson);
        return stratum == null || code == null || inspectors == null || items == null
                ? null
                : new Transcript.DrawnObject(stratum, code, inspectors, items);
    }

    private static @Nullable String name(JsonFields fields, String field) {
        String text = fields.text(field);
        if (text != null && !DrawText.isName(text)) {
            fields.fault(field, "须为一行非空文字，无制表符 / must be one line of text, not empty, without tabs", "改正 / mend it");
            return null;
        }
        return text;
    }

    private static @Nullable String hex(JsonFields fields, String field) {
        String text = fields.text(field);
        if (text != null && !DrawText.isHex32(text)) {
            fields.fault(
                    field,
                    "须为 64 位小写十六进制 / must be 64 lower-case hexadecimal digits",
                    "写成 32 字节的十六进制 / write 32 bytes in hexadecimal");
            return null;
        }
        return text;
    }
}
