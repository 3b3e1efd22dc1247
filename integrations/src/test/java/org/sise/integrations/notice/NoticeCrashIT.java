package org.sise.integrations.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.feed.Await;

/** A process that is killed between every two steps of a dispatch, and what the department holds after the next one. */
class NoticeCrashIT {

    private static final String FOLDER = """
            subscriber: tax
            title: {zh: 税务, en: Tax}
            department: 税务局
            topics: [grade-changed]
            from: start
            to: {type: folder, folder: tax, at-most: 3, every: 0s}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(DispatchSteps.Step.class)
    void pushedNoticesHaveOneEffectInOrderWhereverTheProcessIsKilled(DispatchSteps.Step step) throws Exception {
        TestDatabase database = TestEngines.freshDatabase();
        try (Receiver receiver = new Receiver()) {
            String subscription = NoticeHouse.HTTP.formatted(receiver.url());
            NoticeHouse house = new NoticeHouse(NoticeHouse.dataSource(database), folder, subscription);
            IntStream.rangeClosed(1, 8).forEach(house::changed);
            killAt(database, subscription, step, 1);
            killAt(database, subscription, step, step == DispatchSteps.Step.COLLECTED ? 0 : 2);
            IntStream.rangeClosed(9, 12).forEach(house::changed);
            house.start();
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 12);
            house.close();
            List<String> told = house.notices().stream().map(Notice::body).toList();
            assertThat(receiver.effects()).containsExactlyElementsOf(told);
            assertThat(receiver.got())
                    .extracting(Receiver.Got::body)
                    .hasSize(step == DispatchSteps.Step.SENT ? 14 : 12);
        }
    }

    @ParameterizedTest
    @EnumSource(DispatchSteps.Step.class)
    void filesAreWrittenAgainUnderTheirNamesWhereverTheProcessIsKilled(DispatchSteps.Step step) throws Exception {
        TestDatabase database = TestEngines.freshDatabase();
        NoticeHouse house = new NoticeHouse(NoticeHouse.dataSource(database), folder, FOLDER);
        IntStream.rangeClosed(1, 4).forEach(house::changed);
        killAt(database, FOLDER, step, 1);
        IntStream.rangeClosed(5, 7).forEach(house::changed);
        house.start();
        Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 7);
        house.close();
        Path drop = folder.resolve("outgoing/tax");
        assertThat(FolderNoticeIT.lines(drop))
                .containsExactlyElementsOf(
                        house.notices().stream().map(Notice::body).toList());
        assertThat(FolderNoticeIT.names(drop)).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void twoProcessesDoNotSendAtOnce() throws Exception {
        TestDatabase database = TestEngines.freshDatabase();
        try (Receiver receiver = new Receiver()) {
            String subscription = NoticeHouse.HTTP.formatted(receiver.url());
            try (NoticeHouse first = new NoticeHouse(NoticeHouse.dataSource(database), folder, subscription).start();
                    NoticeHouse second = new NoticeHouse(NoticeHouse.dataSource(database), folder, subscription)) {
                Await.until(
                        () -> first.jdbc
                                .sql("select count(*) from integrations.subscriber")
                                .query(Long.class)
                                .single(),
                        n -> n == 1);
                second.start();
                IntStream.rangeClosed(1, 100).forEach(first::changed);
                Await.until(() -> first.count(NoticeState.SENT), sent -> sent == 100);
                assertThat(receiver.got()).hasSize(100);
                first.close();
                first.changed(101);
                Await.until(() -> second.count(NoticeState.SENT), sent -> sent == 101);
            }
        }
    }

    /** Runs the dispatch in a process of its own until it has done a step so many times; 0 is no run. */
    private void killAt(TestDatabase database, String subscription, DispatchSteps.Step step, int times)
            throws Exception {
        if (times == 0) {
            return;
        }
        Path log = Files.createTempFile(folder, "process", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DispatchProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        folder.toString(),
                        subscription,
                        step.name(),
                        Integer.toString(times))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES))
                    .as(Files.readString(log))
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(DispatchProcess.KILLED);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
