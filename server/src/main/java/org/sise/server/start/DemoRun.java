package org.sise.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;
import org.sise.server.demo.CityFeed;
import org.sise.server.demo.DemoCity;
import org.sise.server.demo.DemoInspector;
import org.sise.server.house.HouseSettings;
import org.sise.server.security.AccessSettings;
import org.sise.server.security.Accounts;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Puts the demo city through the real feeds. The departments' files are written beside the inbox and then delivered, the
 * register first; a run that was broken off goes on with the files that are still there.
 */
@Component
@ConditionalOnBooleanProperty("sise.demo")
public class DemoRun {

    private final HouseSettings settings;
    private final AccessSettings access;
    private final Businesses businesses;
    private final Inspectors inspectors;
    private final Accounts accounts;
    private final Clock clock;

    DemoRun(
            HouseSettings settings,
            AccessSettings access,
            Businesses businesses,
            Inspectors inspectors,
            Accounts accounts,
            Clock clock) {
        this.settings = settings;
        this.access = access;
        this.businesses = businesses;
        this.inspectors = inspectors;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Writes the city's files, where the ledger is empty and no earlier run has.
     *
     * @param progress is told the number of businesses done
     * @return whether there is anything to deliver
     */
    public boolean prepare(IntConsumer progress) throws IOException {
        accounts.addDemoAccounts(access.demoPassword(), null);
        if (!Files.exists(ready())) {
            if (businesses.count(BusinessFilter.ALL) > 0) {
                return false;
            }
            LocalDate today = LocalDate.now(clock);
            DemoCity city = new DemoCity(settings.seed(), settings.businesses(), today);
            city.write(files(), progress);
            inspectors.add(
                    city.inspectors().stream()
                            .map(each -> certified(each, today))
                            .toList(),
                    "demo");
            Files.createFile(ready());
        }
        return true;
    }

    /** Hands the register's files to its feed. */
    public void deliverRegister() throws IOException {
        deliver(CityFeed.REGISTER);
    }

    /** Hands all other files to their feeds. */
    public void deliverOthers() throws IOException {
        for (CityFeed feed : CityFeed.values()) {
            deliver(feed);
        }
    }

    /**
     * Gives the demo company account the worst business, the one with the most to repair, and the demo officers the
     * certificates of two inspectors of its division.
     */
    public void bindCompany() {
        businesses.page(BusinessFilter.ALL, BusinessOrder.WORST, null, 1).items().stream()
                .findFirst()
                .ifPresent(worst -> accounts.addDemoAccounts(access.demoPassword(), worst.code(), officersOf(worst)));
    }

    private List<String> officersOf(Business business) {
        List<String> regions = business.region() == null ? List.of() : List.of(business.region());
        return inspectors.eligible(regions, LocalDate.now(clock)).stream()
                .map(CertifiedInspector::certificate)
                .limit(2)
                .toList();
    }

    private void deliver(CityFeed feed) throws IOException {
        Path from = files().resolve(feed.folder());
        if (!Files.isDirectory(from)) {
            return;
        }
        Path to = Files.createDirectories(settings.inbox().resolve(feed.folder()));
        List<Path> whole;
        try (Stream<Path> listed = Files.list(from)) {
            whole = listed.sorted().toList();
        }
        for (Path file : whole) {
            Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static CertifiedInspector certified(DemoInspector inspector, LocalDate today) {
        return new CertifiedInspector(
                inspector.certificate(),
                inspector.name(),
                inspector.district(),
                inspector.field(),
                inspector.maxLoad(),
                today.plusYears(3));
    }

    private Path files() {
        return settings.data().resolve("demo-city");
    }

    private Path ready() {
        return files().resolve("written");
    }
}
