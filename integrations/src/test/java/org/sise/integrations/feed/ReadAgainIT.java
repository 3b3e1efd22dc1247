package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.FeedFormat;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.QuarantinedRow;

/** A refused file that is read once more after its descriptor was mended. */
class ReadAgainIT {

    @TempDir
    private Path folder;

    @Test
    void aRefusedFileLandsWhenItsDescriptorWasMendedAndItIsReadAgain() throws Exception {
        DataSource dataSource = FeedHouse.dataSource(TestEngines.freshDatabase());
        Path inbox = folder.resolve("inbox");
        QuarantinedRow row;
        try (FeedHouse house = new FeedHouse(dataSource, gbkRegister(), inbox, 50).start()) {
            house.deliver(
                    "register",
                    Samples.text(folder.resolve("r.csv"), UTF_8, List.of(Samples.REGISTER, Samples.registered(1))));
            assertThat(house.ended("register", 1).getFirst().state()).isEqualTo(Delivery.State.REFUSED);
            row = house.store.quarantine().find("register", null, null, 0, 1).getFirst();
        }
        try (FeedHouse house = new FeedHouse(dataSource, FeedCatalogue.builtIn(), inbox, 50).start()) {
            RefusedFiles files = new RefusedFiles(house.store, inbox);
            Path namesake = Files.createDirectory(inbox.resolve("register").resolve("r.csv"));
            assertThatThrownBy(() -> files.readAgain(row.id(), "zhangsan")).hasMessageContaining("同名文件");
            assertThat(state(house, row)).isEqualTo(QuarantinedRow.State.OPEN);
            Files.delete(namesake);

            files.readAgain(row.id(), "zhangsan");
            Delivery again = house.ended("register", 2).getLast();
            assertThat(again.state()).isEqualTo(Delivery.State.DONE);
            assertThat(again.fresh()).isEqualTo(2);
            assertThat(state(house, row)).isEqualTo(QuarantinedRow.State.REPLAYED);
            assertThat(house.store.quarantine().history(row.id()))
                    .singleElement()
                    .satisfies(line -> assertThat(line.action()).isEqualTo("read-again"));
            assertThat(house.kept("register", ".refused")).isEmpty();
            assertThatThrownBy(() -> files.readAgain(row.id(), "zhangsan")).isInstanceOf(IllegalStateException.class);
        }
    }

    private static QuarantinedRow.State state(FeedHouse house, QuarantinedRow row) {
        return house.store.quarantine().find(row.id()).orElseThrow().state();
    }

    /** The built-in feeds, the register with a wrong encoding. */
    private static FeedCatalogue gbkRegister() {
        FeedDescriptor register = FeedCatalogue.builtIn().get("register");
        return FeedCatalogue.of(List.of(new FeedDescriptor(
                register.feed(),
                register.title(),
                register.department(),
                register.folder(),
                register.source(),
                new FeedFormat.Csv(Samples.GBK, '\t'),
                register.snapshot(),
                register.watch(),
                register.unknownBusiness(),
                register.missing(),
                register.records(),
                register.checks(),
                register.personal())));
    }
}
