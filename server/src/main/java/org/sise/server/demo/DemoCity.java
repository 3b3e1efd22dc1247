package org.sise.server.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * A city of businesses that do not exist, for the first run and for tests: the same seed, size and day give the same
 * files, byte for byte. Codes and identity numbers are true in their checks and lie in ranges that nobody is given.
 *
 * @param seed what everything is drawn from
 * @param businesses the number of businesses, from 100 to 3 200 000
 * @param today the day up to which departments have recorded
 */
public record DemoCity(long seed, int businesses, LocalDate today) {

    private static final int FEWEST = 100;
    private static final int MOST = 3_200_000;
    private static final int INSPECTORS = 60;

    /** Those that record a business when it is registered, and not only when something happens. */
    private static final Set<CityFeed> KNOW_WHAT_IS_NEW =
            Set.of(CityFeed.REGISTER, CityFeed.PERMITS, CityFeed.HOLDINGS, CityFeed.OFFICERS, CityFeed.CONTACTS);

    private static final List<String> FIELDS = List.of("食品", "餐饮", "信用", "价监竞争", "广告", "质量", "特设", "计量", "消保", "应急");

    /** @throws IllegalArgumentException when there are too few or too many businesses */
    public DemoCity {
        if (businesses < FEWEST || businesses > MOST) {
            throw new IllegalArgumentException(
                    "a demo city has from %d to %d businesses, not %d".formatted(FEWEST, MOST, businesses));
        }
    }

    /** Writes the departments' files, as {@link #write(Path, IntConsumer)} without telling the progress. */
    public CitySummary write(Path inbox) throws IOException {
        return write(inbox, _ -> {});
    }

    /**
     * Writes the departments' files into an inbox, a folder a feed. A file has the suffix {@code .part} until it is
     * whole. Memory does not grow with the number of businesses.
     *
     * @param inbox the folder, which is made if it is not there
     * @param progress is told the number of businesses done, from time to time
     */
    public CitySummary write(Path inbox, IntConsumer progress) throws IOException {
        Population population = new Population(seed, businesses, today);
        FaultyRows faultyRows = new FaultyRows(businesses, today, population);
        List<Department> departments = departments(population);
        List<FeedFolder> folders = new ArrayList<>();
        try {
            for (Department department : departments) {
                folders.add(new FeedFolder(department.feed(), inbox, DateTimeFormatter.BASIC_ISO_DATE.format(today)));
            }
            for (int index = 0; index < businesses; index++) {
                Business business = population.business(index);
                for (int i = 0; i < folders.size(); i++) {
                    if (!population.isNew(index)
                            || KNOW_WHAT_IS_NEW.contains(folders.get(i).feed())) {
                        departments.get(i).write(business, folders.get(i));
                    }
                    faultyRows.write(business, departments.get(i), folders.get(i));
                }
                if (index % 1_000 == 0) {
                    progress.accept(index);
                }
            }
        } finally {
            for (FeedFolder folder : folders) {
                folder.close();
            }
        }
        progress.accept(businesses);
        return summary(folders);
    }

    /** The city's certified inspectors. */
    public List<DemoInspector> inspectors() {
        Population population = new Population(seed, businesses, today);
        List<District> districts = population.districts();
        List<DemoInspector> inspectors = new ArrayList<>();
        for (int i = 0; i < INSPECTORS; i++) {
            Dice dice = new Dice(seed, "inspector", i);
            District district = districts.get(i % districts.size());
            inspectors.add(new DemoInspector(
                    "LN-%s-%03d".formatted(district.code(), i + 1),
                    population.person(population.inspector(i)).name(),
                    district.code(),
                    FIELDS.get(i / districts.size() * 2 % FIELDS.size() + dice.below(2)),
                    dice.between(8, 20)));
        }
        return List.copyOf(inspectors);
    }

    private List<Department> departments(Population population) {
        return List.of(
                new Register(),
                new PenaltyOffice(seed, today, population.numbers()),
                new PermitOffice(seed, today, population),
                new InspectionOffice(seed, today),
                new CommitmentOffice(seed, today),
                new HoldingOffice(seed, businesses, today, population),
                new DishonestyList(seed, today),
                new AbnormalList(seed, today),
                new SafetyOffice(seed, today),
                new OfficerOffice(seed, population),
                new BranchOffice(population),
                new SupplyOffice(seed, businesses, today, population),
                new ContactOffice(seed, population),
                new ConcertOffice(population));
    }

    private CitySummary summary(List<FeedFolder> folders) {
        Map<CityFeed, Long> rows = new EnumMap<>(CityFeed.class);
        Map<CityFeed, Map<CityFault, Integer>> faulty = new EnumMap<>(CityFeed.class);
        Map<CityFeed, Integer> files = new EnumMap<>(CityFeed.class);
        for (FeedFolder folder : folders) {
            rows.put(folder.feed(), folder.rows());
            faulty.put(folder.feed(), folder.faulty());
            files.put(folder.feed(), folder.files());
        }
        return new CitySummary(businesses, rows, faulty, files);
    }
}
