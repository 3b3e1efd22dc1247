package org.sise.supervision.repair.pack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.core.record.Labelled;
import org.sise.core.record.RecordKind;
import org.sise.core.record.Severity;
import org.sise.scoring.policy.Text;
import org.sise.scoring.read.Faults;
import org.sise.scoring.read.Section;
import org.sise.scoring.read.YamlFile;

/** Reads a rule pack of credit repair, checking all of it; every fault has its line and its remedy. */
public final class RepairPackReader {

    /** The version of the file's form. */
    public static final String FORMAT = "sise-repair-pack/1";

    private static final int MOST = 200;
    private static final int MOST_MONTHS = 600;
    private static final int MOST_DAYS = 250;
    private static final List<String> CONFIDENCES = List.of("source-read", "high", "medium", "low");
    private static final List<RecordKind> LISTED = List.of(
            RecordKind.DISHONESTY_LISTING,
            RecordKind.ABNORMAL_LISTING,
            RecordKind.INSPECTION,
            RecordKind.ENFORCEMENT,
            RecordKind.ARREARS,
            RecordKind.COMMITMENT);

    private final Faults faults = new Faults();

    /** What a file holds; no pack where there are faults. */
    public record Reading(@Nullable RepairPack pack, Faults faults) {
        /** @throws IllegalArgumentException with every fault, one a line */
        public RepairPack orThrow(String file) {
            if (pack == null) {
                throw new IllegalArgumentException(file + ":\n"
                        + String.join(
                                "\n",
                                faults.sorted().stream().map(Object::toString).toList()));
            }
            return pack;
        }
    }

    private RepairPackReader() {}

    /** Reads a file. */
    public static Reading read(byte[] yaml) {
        RepairPackReader reader = new RepairPackReader();
        Section root = YamlFile.read(yaml, reader.faults);
        RepairPack pack =
                root == null ? null : reader.pack(root, Sha256.hex(yaml), new String(yaml, StandardCharsets.UTF_8));
        return new Reading(reader.faults.isEmpty() ? pack : null, reader.faults);
    }

    private @Nullable RepairPack pack(Section root, String digest, String file) {
        root.oneOf("format", List.of(FORMAT));
        String id = root.text("pack");
        Text title = title(root);
        Publisher publisher = word(root, "publisher", Publisher.values());
        Section days = root.section("applications");
        LocalDate from = days == null ? LocalDate.EPOCH : days.date("from");
        LocalDate until = days == null ? null : days.optionalDate("until");
        if (days != null) {
            if (until != null && until.isBefore(from)) {
                days.wrong("applications: 止日%s早于起日%s / until %s is before from %s".formatted(until, from, until, from));
            }
            days.end();
        }
        boolean fromPublication =
                root.oneOf("starts", List.of("decision", "publication")).equals("publication");
        Grounds starts = new Grounds(root.text("starts-source"), root.oneOf("confidence", CONFIDENCES));
        String basis = root.text("basis");
        Grounds grounds = grounds(root);
        Map<Severity, Period> classes = classes(root);
        List<PenaltyRule> penalties = penalties(root);
        Section unlisted = root.section("unlisted");
        Severity otherwise = unlisted == null ? Severity.GENERAL : word(unlisted, "class", Severity.values());
        Grounds otherwiseGrounds = unlisted == null ? grounds : grounds(unlisted);
        end(unlisted);
        Map<RecordKind, ListingRule> listings = listings(root);
        List<SectorRule> sectors = sectors(root);
        Map<RecordKind, Elsewhere> elsewhere = elsewhere(root);
        Section decides = root.section("decides");
        Text decidedBy = decides == null ? new Text("?", "?") : text(decides);
        boolean second = decides != null && isYes(decides, "second-person");
        Grounds decidesGrounds = decides == null ? grounds : grounds(decides);
        end(decides);
        Map<Limit, WorkingDays> limits = limits(root);
        List<Material> materials = materials(root);
        Section promise = root.section("promise");
        Text promiseText = promise == null ? new Text("?", "?") : text(promise);
        Grounds promiseGrounds = promise == null ? grounds : grounds(promise);
        end(promise);
        List<Refusal> refusals = refusals(root);
        Section falsePromise = root.section("false-promise");
        int ban = falsePromise == null ? 1 : falsePromise.integer("ban-years", 1, 20);
        Grounds banGrounds = falsePromise == null ? grounds : grounds(falsePromise);
        end(falsePromise);
        Section bankruptcy = root.section("bankruptcy");
        boolean temporary = bankruptcy != null && isYes(bankruptcy, "temporary") && isYes(bankruptcy, "final");
        Grounds bankruptcyGrounds = bankruptcy == null ? grounds : grounds(bankruptcy);
        end(bankruptcy);
        root.end();
        return faults.make(
                root,
                () -> new RepairPack(
                        id,
                        title,
                        publisher,
                        from,
                        until,
                        fromPublication,
                        starts,
                        basis,
                        grounds,
                        classes,
                        penalties,
                        otherwise,
                        otherwiseGrounds,
                        listings,
                        sectors,
                        elsewhere,
                        decidedBy,
                        second,
                        decidesGrounds,
                        limits,
                        materials,
                        promiseText,
                        promiseGrounds,
                        refusals,
                        ban,
                        banGrounds,
                        temporary,
                        bankruptcyGrounds,
                        digest,
                        file));
    }

    private Map<Severity, Period> classes(Section root) {
        Map<Severity, Period> classes = new EnumMap<>(Severity.class);
        for (Section row : root.sections("classes", true, MOST)) {
            Severity severity = word(row, "class", Severity.values());
            Period period = period(row);
            row.end();
            if (period != null && classes.put(severity, period) != null) {
                row.wrong("class: “%s”重复 / “%s” is given twice".formatted(severity.zh(), severity.token()));
            }
        }
        for (Severity severity : Severity.values()) {
            if (!classes.containsKey(severity) && faults.isEmpty()) {
                root.wrong("classes: 缺少“%s” / “%s” is missing".formatted(severity.zh(), severity.token()));
            }
        }
        return classes;
    }

    private List<PenaltyRule> penalties(Section root) {
        List<PenaltyRule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Section row : root.sections("penalties", true, MOST)) {
            Integer from = row.optionalInteger("from", 0, Integer.MAX_VALUE);
            Integer below = row.optionalInteger("below", 1, Integer.MAX_VALUE);
            if (from != null && below != null && from >= below) {
                row.wrong("below: 须大于from / must be more than from");
            }
            PenaltyRule rule = new PenaltyRule(
                    row.text("code"),
                    text(row),
                    words(row),
                    from,
                    below,
                    word(row, "class", Severity.values()),
                    row.has("published") ? word(row, "published", Publicity.values()) : null,
                    grounds(row));
            row.end();
            if (!codes.add(rule.code())) {
                row.wrong("code: “%s”重复 / “%s” is given twice".formatted(rule.code(), rule.code()));
            }
            rules.add(rule);
        }
        return rules;
    }

    private Map<RecordKind, ListingRule> listings(Section root) {
        Map<RecordKind, ListingRule> listings = new EnumMap<>(RecordKind.class);
        for (Section row : root.sections("listings", true, MOST)) {
            RecordKind kind = kind(row, LISTED);
            Severity severity = word(row, "class", Severity.values());
            Period period = period(row);
            row.end();
            if (period != null && listings.put(kind, new ListingRule(kind, severity, period)) != null) {
                row.wrong("record: “%s”重复 / “%s” is given twice".formatted(kind.zh(), kind.token()));
            }
        }
        return listings;
    }

    private List<SectorRule> sectors(Section root) {
        List<SectorRule> sectors = new ArrayList<>();
        for (Section row : root.sections("sectors", false, MOST)) {
            String classes = row.optionalText("classes");
            Set<Severity> concerned = EnumSet.noneOf(Severity.class);
            for (Severity severity : Severity.values()) {
                if (classes == null || Arrays.asList(classes.split(" ", -1)).contains(severity.token())) {
                    concerned.add(severity);
                }
            }
            if (concerned.isEmpty()) {
                row.wrong("classes: 应为minor、general、serious / should be of minor, general, serious");
            }
            String sector = row.text("sector");
            Text label = text(row);
            RecordKind kind = kind(
                    row,
                    Stream.concat(Stream.of(RecordKind.PENALTY), LISTED.stream())
                            .toList());
            List<String> words = words(row);
            Integer earliest = row.optionalInteger("earliest", 0, MOST_MONTHS);
            Integer longest = row.optionalInteger("longest", 0, MOST_MONTHS);
            Application application = word(row, "application", Application.values());
            Grounds grounds = grounds(row);
            row.end();
            Period period = faults.make(
                    row,
                    () -> new Period(Publicity.YES, earliest == null ? 0 : earliest, longest, application, grounds));
            if (period != null) {
                sectors.add(new SectorRule(sector, label, kind, concerned, words, period));
            }
        }
        return sectors;
    }

    private Map<RecordKind, Elsewhere> elsewhere(Section root) {
        Map<RecordKind, Elsewhere> elsewhere = new EnumMap<>(RecordKind.class);
        for (Section row : root.sections("elsewhere", false, MOST)) {
            RecordKind kind = kind(row, LISTED);
            elsewhere.put(kind, new Elsewhere(kind, text(row), grounds(row)));
            row.end();
        }
        return elsewhere;
    }

    private Map<Limit, WorkingDays> limits(Section root) {
        Map<Limit, WorkingDays> limits = new EnumMap<>(Limit.class);
        Section section = root.section("limits");
        if (section == null) {
            return limits;
        }
        for (Limit limit : Limit.values()) {
            Section row = section.optionalSection(limit.token());
            if (row != null) {
                limits.put(limit, new WorkingDays(row.integer("days", 1, MOST_DAYS), grounds(row)));
                row.end();
            }
        }
        section.end();
        for (Limit limit : List.of(Limit.ACCEPT, Limit.DECIDE, Limit.RETURN, Limit.OBJECTION)) {
            if (!limits.containsKey(limit)) {
                section.wrong("limits: 缺少“%s” / “%s” is missing".formatted(limit.zh(), limit.token()));
            }
        }
        return limits;
    }

    private List<Material> materials(Section root) {
        List<Material> materials = new ArrayList<>();
        List<String> cases =
                Stream.of(CaseKind.values()).map(CaseKind::material).distinct().toList();
        for (Section row : root.sections("materials", true, MOST)) {
            materials.add(new Material(row.text("material"), text(row), row.oneOf("for", cases), grounds(row)));
            row.end();
        }
        return materials;
    }

    private List<Refusal> refusals(Section root) {
        List<Refusal> refusals = new ArrayList<>();
        for (Section row : root.sections("refusals", true, MOST)) {
            refusals.add(new Refusal(row.text("refusal"), text(row), grounds(row)));
            row.end();
        }
        return refusals;
    }

    private @Nullable Period period(Section row) {
        Publicity publicity = word(row, "published", Publicity.values());
        int earliest = row.integer("earliest", 0, MOST_MONTHS);
        Integer longest = row.optionalInteger("longest", 0, MOST_MONTHS);
        Application application = word(row, "application", Application.values());
        Grounds grounds = grounds(row);
        return faults.make(row, () -> new Period(publicity, earliest, longest, application, grounds));
    }

    private static List<String> words(Section row) {
        return List.of(row.text("words").split(" ", -1));
    }

    private static Text title(Section root) {
        Section title = root.section("title");
        if (title == null) {
            return new Text("?", "?");
        }
        Text text = text(title);
        title.end();
        return text;
    }

    private static Text text(Section row) {
        return new Text(row.text("zh"), row.text("en"));
    }

    private static Grounds grounds(Section row) {
        return new Grounds(row.text("source"), row.oneOf("confidence", CONFIDENCES));
    }

    private static boolean isYes(Section row, String field) {
        return row.oneOf(field, List.of("yes", "no")).equals("yes");
    }

    private static RecordKind kind(Section row, List<RecordKind> kinds) {
        return word(row, "record", kinds.toArray(RecordKind[]::new));
    }

    private static <E extends Labelled> E word(Section row, String field, E[] words) {
        String token = row.oneOf(field, Stream.of(words).map(Labelled::token).toList());
        for (E word : words) {
            if (word.token().equals(token)) {
                return word;
            }
        }
        return words[0];
    }

    private static void end(@Nullable Section section) {
        if (section != null) {
            section.end();
        }
    }
}
