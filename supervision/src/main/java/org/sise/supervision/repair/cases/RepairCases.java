package org.sise.supervision.repair.cases;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.ledger.record.Records;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Material;
import org.sise.supervision.repair.pack.RepairPack;
import org.sise.supervision.repair.pack.RepairPackReader;
import org.sise.supervision.repair.pack.RepairPacks;

/**
 * Cases of credit repair and objections, as they stand. What moves them: {@link Applications} and {@link RepairOffice}. A
 * number of which there is no case throws {@link NoSuchElementException}.
 */
public final class RepairCases {

    /** The outbox's topic for granted repairs; the payload has {@code case}, {@code record} (new) and {@code was}. */
    public static final String GRANTED = "repair-granted";

    /** The outbox's topic for repairs that were undone. */
    public static final String REVERSED = "repair-reversed";

    /** The outbox's topic for records that an objection was right about. */
    public static final String OBJECTION_UPHELD = "objection-upheld";

    /** The outbox's topic of which departments can be told: a case has an outcome. */
    public static final String DECIDED = "repair-decided";

    private final RepairPacks packs;
    private final Materials materials;
    private final HolidayNotices holidays;
    private final CaseRows rows;
    private final Records records;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public RepairCases(
            DataSource dataSource, RepairPacks packs, Materials materials, HolidayNotices holidays, Clock clock) {
        this.packs = packs;
        this.materials = materials;
        this.holidays = holidays;
        this.rows = new CaseRows(dataSource);
        this.records = new Records(dataSource);
        this.clock = clock;
    }

    /** The case of a number. */
    public RepairCase find(long id) {
        return rows.find(id).orElseThrow(() -> missing(id));
    }

    /** The case of a number, where the business is this one. */
    public RepairCase own(long id, String business) {
        return rows.find(id).filter(one -> one.business().equals(business)).orElseThrow(() -> missing(id));
    }

    /** A business's cases, the latest first, those being prepared with them. */
    public List<RepairCase> ofBusiness(String business) {
        return rows.ofBusiness(business);
    }

    /** The objections that are under way, by the kind's token, a space and the key of the record's matter. */
    public Map<String, RepairCase> marks(String business) {
        Map<String, RepairCase> marks = new HashMap<>();
        for (RepairCase one : rows.ofBusiness(business)) {
            if (one.kind().isObjection() && !one.state().isEnd() && one.state() != Step.BEGUN) {
                marks.put(one.recordKind().token() + " " + one.recordKey(), one);
            }
        }
        return marks;
    }

    /** A case with the clock that runs and has to be minded first. */
    public record OnClock(RepairCase one, Clocks.@Nullable Clock next) {
        /** Whether its last day is over. */
        public boolean isOverdue(LocalDate today) {
            return next != null && next.isOverdue(today);
        }
    }

    /** What officials have to do, the nearest last day first; cases whose clock stands come last. */
    public List<OnClock> onClock() {
        Clocks clocks = clocks();
        return rows.open().stream()
                .map(one -> new OnClock(one, clocks.next(one, packOf(one))))
                .sorted(Comparator.comparing((OnClock each) -> each.next() == null ? LocalDate.MAX : due(each.next()))
                        .thenComparing(each -> each.one().id()))
                .toList();
    }

    /** Cases that were handed in, the latest first. */
    public List<RepairCase> page(@Nullable Long before, int limit, @Nullable String business, @Nullable CaseKind kind) {
        return rows.page(before, limit, business, kind);
    }

    /** The rules that govern a case, as they were when it began. */
    public RepairPack packOf(RepairCase one) {
        RepairPack present = packs.byId(one.pack());
        if (present != null && present.digest().equals(one.packDigest())) {
            return present;
        }
        String file = rows.packFile(one.packDigest()).orElseThrow();
        return RepairPackReader.read(file.getBytes(StandardCharsets.UTF_8)).orThrow(one.pack());
    }

    /** Whether the rules have been replaced since the case began; it keeps its own. */
    public boolean rulesHaveChanged(RepairCase one) {
        return records.original(one.recordId())
                .map(original ->
                        packs.governing(original.stored().record(), today()).pack())
                .map(now -> !now.digest().equals(one.packDigest()))
                .orElse(true);
    }

    /** The last day of the ban that a business is under, if it is. */
    public Optional<LocalDate> bannedUntil(String business) {
        return rows.bannedUntil(business, today());
    }

    /** Clocks by the calendar as it is known now. */
    public Clocks clocks() {
        return new Clocks(calendar());
    }

    /** The calendar as it is known now. */
    public WorkingCalendar calendar() {
        return holidays.calendar();
    }

    /** The rules that are known. */
    public RepairPacks packs() {
        return packs;
    }

    /** What a case still lacks before it can be handed in; the promise is not among it. */
    public List<Material> missing(RepairCase one) {
        List<StoredMaterial> have = materials.of(one.id());
        return packOf(one).materials(one.kind()).stream()
                .filter(wanted ->
                        have.stream().noneMatch(file -> file.material().equals(wanted.id())))
                .toList();
    }

    private static LocalDate due(Clocks.Clock clock) {
        LocalDate due = clock.due();
        return due == null ? LocalDate.MAX : due;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有第%d号申请 / there is no case of number %d".formatted(id, id));
    }
}
