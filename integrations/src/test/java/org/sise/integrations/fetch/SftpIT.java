package org.sise.integrations.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.landing.Pull;

class SftpIT {

    private static final String PASSWORD = "password: {secret: SFTP}";

    @TempDir
    private Path folder;

    private KeyPair user;
    private SftpHost host;
    private FetchHouse house;

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        user = generator.generateKeyPair();
        host = new SftpHost(folder.resolve("remote"), user.getPublic());
        house = new FetchHouse(FetchHouse.dataSource(TestEngines.freshDatabase()), folder.resolve("data"));
        house.secret("SFTP", SftpHost.PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    @Test
    void filesAreFetchedOldestFirstAndMovedAway() throws Exception {
        host.put("b.csv", "later", 2);
        host.put("a.csv", "first", 1);
        host.put("c.csv.part", "unfinished", 0);
        Pull pull = house.with(host.source(PASSWORD)).pull();
        assertThat(pull.state()).isEqualTo(Pull.State.OK);
        assertThat(pull.files()).isEqualTo(2);
        assertThat(pull.bytes()).isEqualTo(10);
        assertThat(house.texts()).containsExactly("first", "later");
        assertThat(remote("a.csv")).doesNotExist();
        assertThat(remote(".done/a.csv")).hasContent("first");
        assertThat(remote("c.csv.part")).exists();
        assertThat(house.pull().state()).isEqualTo(Pull.State.EMPTY);
        assertThat(house.store.pulls().latest(FetchHouse.FEED, 10)).hasSize(2);
    }

    @Test
    void aNameThatComesAgainIsFetchedAgainAndBothAreKept() throws Exception {
        house.with(host.source(PASSWORD));
        host.put("day.csv", "one", 1);
        house.pull();
        host.put("day.csv", "one", 1);
        house.pull();
        assertThat(house.texts()).containsExactly("one", "one");
        try (var done = Files.list(remote(".done"))) {
            assertThat(done).hasSize(2);
        }
    }

    @Test
    void aFileThatIsKeptIsFetchedOnceAndAgainWhenItChanges() throws Exception {
        house.with(host.source(PASSWORD) + "  after: keep\n  include: [\"*.csv\"]\n");
        host.put("a.csv", "one", 1);
        host.put("b.txt", "not wanted", 1);
        assertThat(house.pull().files()).isEqualTo(1);
        assertThat(house.pull().files()).isZero();
        host.put("a.csv", "two", 2);
        assertThat(house.pull().files()).isEqualTo(1);
        assertThat(house.texts()).containsExactly("one", "two");
        assertThat(remote("a.csv")).exists();
    }

    @Test
    void aFileIsDeletedWhereThatIsSaid() throws Exception {
        host.put("a*.csv", "one", 1);
        host.put("ab.csv", "two", 2);
        house.with(host.source(PASSWORD) + "  after: delete\n  include: [\"a[*].csv\", \"a*.csv\"]\n")
                .pull();
        assertThat(house.texts()).containsExactly("one", "two");
        assertThat(remote("a*.csv")).doesNotExist();
        assertThat(remote("ab.csv")).doesNotExist();
    }

    @Test
    void aPrivateKeyOpensTheServerToo() throws Exception {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        OpenSSHKeyEncryptionContext locked = new OpenSSHKeyEncryptionContext();
        locked.setPassword("open sesame");
        locked.setCipherName("AES");
        locked.setCipherMode("CTR");
        locked.setCipherType("256");
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(user, "test", locked, key);
        house.secret("KEY", key.toString(StandardCharsets.UTF_8));
        house.secret("PHRASE", "open sesame");
        host.put("a.csv", "one", 1);
        Pull pull = house.with(host.source("key: {secret: KEY}\n  passphrase: {secret: PHRASE}"))
                .pull();
        assertThat(pull.message()).isNull();
        assertThat(house.texts()).containsExactly("one");
    }

    @Test
    void aChangedHostKeyIsRefusedAndTheKeyThatWasSeenIsTold() throws Exception {
        host.put("a.csv", "one", 1);
        String before = host.source(PASSWORD);
        host.changeHostKey();
        Pull pull = house.with(before).pull();
        assertThat(pull.state()).isEqualTo(Pull.State.FAILED);
        assertThat(pull.reason()).isEqualTo("host-key");
        assertThat(pull.message()).contains(host.fingerprint(), "nothing is fetched");
        assertThat(house.waits).as("no attempt betters it").isEmpty();
        assertThat(house.names()).isEmpty();
        assertThat(house.with(host.source(PASSWORD)).pull().state()).isEqualTo(Pull.State.OK);
    }

    @Test
    void aFileOfKnownHostsIsLookedAtAndNeverWritten() throws Exception {
        host.put("a.csv", "one", 1);
        Path known = Files.writeString(folder.resolve("data").resolve("known"), "");
        String yaml = host.source(PASSWORD).replaceAll("host-key: .*", "known-hosts: known");
        assertThat(house.with(yaml).pull().reason()).isEqualTo("host-key");
        assertThat(known).isEmptyFile();
        Files.writeString(known, "[127.0.0.1]:%d %s\n".formatted(host.port(), PublicKeyEntry.toString(host.key())));
        assertThat(house.with(yaml).pull().state()).isEqualTo(Pull.State.OK);
        host.changeHostKey();
        host.put("b.csv", "two", 2);
        assertThat(house.pull().reason()).isEqualTo("host-key");
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        house.secret("SFTP", "battery staple");
        Pull pull = house.with(host.source(PASSWORD)).pull();
        assertThat(pull.reason()).isEqualTo("denied");
        assertThat(pull.message()).contains("refuses the login of sise").doesNotContain("battery");
        assertThat(house.waits).isEmpty();
    }

    @Test
    void aMissingSecretStopsTheFeedAndIsToldWithItsRemedy() {
        Pull pull = house.with(host.source("password: {secret: OTHER}")).pull();
        assertThat(pull.reason()).isEqualTo("secret");
        assertThat(pull.message()).contains("SISE_SECRET_OTHER");
    }

    @Test
    void aConnectionCutInTheMiddleOfAFileIsTakenUpAgainAndNothingHalfLands() throws Exception {
        String large = Base64.getEncoder().encodeToString(new byte[900_000]);
        host.put("large.csv", large, 1);
        host.cutAt.set(400_000);
        Pull pull = house.with(host.source(PASSWORD)).pull();
        assertThat(host.cutAt.get()).as("it was cut").isEqualTo(Long.MAX_VALUE);
        assertThat(pull.state()).isEqualTo(Pull.State.OK);
        assertThat(house.waits).contains(Duration.ofSeconds(2)).hasSizeGreaterThan(2);
        assertThat(house.texts()).containsExactly(large);
        assertThat(house.names()).hasSize(1);
    }

    @Test
    void aFileThatStillChangesWaitsForTheNextPull() throws Exception {
        host.put("a.csv", "half", 1);
        house.pause = time -> {
            try {
                host.put("a.csv", "half and half", 2);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        house.with(host.source(PASSWORD));
        assertThat(house.pull().state()).isEqualTo(Pull.State.EMPTY);
        house.pause = _ -> {};
        assertThat(house.pull().state()).isEqualTo(Pull.State.OK);
        assertThat(house.texts()).containsExactly("half and half");
    }

    @Test
    void aServerThatIsDownIsTriedAgainThenRecorded() throws Exception {
        String yaml = host.source(PASSWORD);
        host.close();
        Pull pull = house.with(yaml).pull();
        assertThat(pull.reason()).isEqualTo("unreachable");
        assertThat(house.waits).hasSize(2);
        assertThat(house.waits.getLast()).isGreaterThan(house.waits.getFirst());
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Pull pull = house.with(host.source(PASSWORD) + "  folder: nowhere\n").pull();
        assertThat(pull.reason()).isEqualTo("not-found");
        assertThat(pull.message()).contains("nowhere");
    }

    private Path remote(String name) {
        return folder.resolve("remote").resolve(name);
    }
}
