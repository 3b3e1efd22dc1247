package org.sise.supervision.repair.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.CreditRecord;
import org.sise.scoring.policy.Text;
import org.sise.scoring.read.Faults;
import org.sise.scoring.read.Section;
import org.sise.scoring.read.YamlFile;

/** The packs that this installation knows, and which of them governs a record on a day. Immutable. */
public final class RepairPacks {

    private static final String FOLDER = "/rules/repair/";
    private static final List<String> FILES =
            List.of("ndrc-58.yaml", "ndrc-36.yaml", "samr-2021.yaml", "samr-107.yaml");

    private record Words(Publisher publisher, Text title, List<String> words, Grounds grounds) {}

    private final List<RepairPack> packs;
    private final List<Words> publishers;

    private RepairPacks(List<RepairPack> packs, List<Words> publishers) {
        this.packs = List.copyOf(packs);
        this.publishers = List.copyOf(publishers);
    }

    /** The packs that ship with the product. */
    public static RepairPacks standard() {
        return new RepairPacks(
                FILES.stream()
                        .map(file -> RepairPackReader.read(bytes(file)).orThrow(file))
                        .toList(),
                publishers(bytes("publishers.yaml")));
    }

    /**
     * These packs, with further ones that stand in the place of those of the same word.
     *
     * @throws IllegalArgumentException where two packs of one publisher govern the same day
     */
    public RepairPacks with(List<RepairPack> further) {
        List<RepairPack> all = new ArrayList<>(packs);
        for (RepairPack pack : further) {
            all.removeIf(one -> one.id().equals(pack.id()));
            for (RepairPack other : all) {
                if (other.publisher() == pack.publisher() && overlap(other, pack)) {
                    throw new IllegalArgumentException("规则包“%s”与“%s”的适用日期重叠 / packs “%s” and “%s” govern the same days"
                            .formatted(pack.id(), other.id(), pack.id(), other.id()));
                }
            }
            all.add(pack);
        }
        return new RepairPacks(all, publishers);
    }

    /** All packs, in the order of their beginning. */
    public List<RepairPack> all() {
        return packs;
    }

    /** The pack of a word, or null. */
    public @Nullable RepairPack byId(String id) {
        return packs.stream().filter(pack -> pack.id().equals(id)).findFirst().orElse(null);
    }

    /** Which pack governs an application for a record on a day, and why. */
    public Governing governing(CreditRecord record, LocalDate day) {
        String department = record.header().department();
        List<Reason> reasons = new ArrayList<>();
        Words publisher = publisher(department);
        reasons.add(Reason.of(
                "由%s认定，公示于%s，适用其修复规则".formatted(department, publisher.title().zh()),
                "determined by %s and public on the %s, whose rules of repair apply"
                        .formatted(department, publisher.title().en()),
                publisher.grounds()));
        RepairPack pack = packs.stream()
                .filter(one -> one.publisher() == publisher.publisher() && one.covers(day))
                .findFirst()
                .orElse(null);
        if (pack == null) {
            reasons.add(Reason.of("%s没有已知的修复规则".formatted(day), "no rules are known for " + day, null));
            return new Governing(null, publisher.publisher(), reasons);
        }
        String untilZh = pack.until() == null ? "至今" : "至" + pack.until();
        String untilEn = pack.until() == null ? "on" : "to " + pack.until();
        reasons.add(Reason.of(
                "申请日%s，适用%s（%s起%s的申请）".formatted(day, pack.title().zh(), pack.from(), untilZh),
                "the day of application is %s: %s (applications from %s %s)"
                        .formatted(day, pack.title().en(), pack.from(), untilEn),
                pack.grounds()));
        LocalDate date = record.header().date();
        if (date.isBefore(pack.from())) {
            reasons.add(Reason.of(
                    "记录日期%s早于该规则施行，仍按申请日适用".formatted(date),
                    "the record of %s is older than these rules; the day of application decides all the same"
                            .formatted(date),
                    new Grounds("survey 2026-11 section 0 (pick by application date)", "medium")));
        }
        return new Governing(pack, publisher.publisher(), reasons);
    }

    private Words publisher(String department) {
        for (Words one : publishers) {
            if (one.words().isEmpty() || one.words().stream().anyMatch(department::contains)) {
                return one;
            }
        }
        throw new IllegalStateException("the last publisher takes the rest");
    }

    private static boolean overlap(RepairPack one, RepairPack other) {
        return one.covers(other.from()) || other.covers(one.from());
    }

    private static List<Words> publishers(byte[] yaml) {
        Faults faults = new Faults();
        List<Words> read = new ArrayList<>();
        Section root = YamlFile.read(yaml, faults);
        if (root != null) {
            root.oneOf("format", List.of("sise-repair-publishers/1"));
            for (Section row : root.sections("publishers", true, Publisher.values().length)) {
                String token = row.oneOf(
                        "publisher",
                        Stream.of(Publisher.values()).map(Publisher::token).toList());
                Section title = Objects.requireNonNull(row.section("title"));
                String words = row.optionalText("words");
                read.add(new Words(
                        Stream.of(Publisher.values())
                                .filter(one -> one.token().equals(token))
                                .findFirst()
                                .orElseThrow(),
                        new Text(title.text("zh"), title.text("en")),
                        words == null ? List.of() : List.of(words.split(" ", -1)),
                        new Grounds(row.text("source"), row.text("confidence"))));
                title.end();
                row.end();
            }
            root.end();
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("publishers.yaml: " + faults.sorted());
        }
        return read;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = RepairPacks.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
