package org.sise.integrations.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.feed.Await;

/** Notices dropped as files, and feedback read from files. */
class FolderNoticeIT {

    private static final String TAX = """
            subscriber: tax
            title: {zh: 税务, en: Tax}
            department: 税务局
            topics: [grade-changed]
            from: start
            retry: {first: 20ms, longest: 100ms}
            to: {type: folder, folder: "%s", format: %s, at-most: 20, every: %s}
            """;

    @TempDir
    private Path folder;

    @Test
    void filesHoldTheNoticesInOrderAndAreFilledOrDue() throws Exception {
        try (NoticeHouse house = house(TAX.formatted("tax", "jsonl", "1h"))) {
            IntStream.rangeClosed(1, 45).forEach(house::changed);
            house.start();
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 40);
            Path drop = folder.resolve("outgoing/tax");
            assertThat(names(drop))
                    .containsExactly("tax-000000000001-000000000020.jsonl", "tax-000000000021-000000000040.jsonl");
            assertThat(lines(drop))
                    .containsExactlyElementsOf(
                            house.notices().stream().limit(40).map(Notice::body).toList());
            assertThat(house.store.subscribers().all().getFirst().condition()).isEqualTo(SubscriberState.Condition.OK);
        }
        try (NoticeHouse due = new NoticeHouse(
                NoticeHouse.dataSource(TestEngines.freshDatabase()),
                folder.resolve("b"),
                TAX.formatted("tax", "csv", "0s"))) {
            due.register(1, "210102", "5211");
            due.changed(1);
            due.start();
            Await.until(() -> due.count(NoticeState.SENT), sent -> sent == 1);
            List<String> table = Files.readAllLines(folder.resolve("b/outgoing/tax/tax-000000000001-000000000001.csv"));
            assertThat(table.getFirst()).startsWith("\uFEFFnumber,key,topic,subject,name");
            assertThat(table.get(1)).startsWith("1,").contains("第1号商贸有限公司", "blue,red");
        }
    }

    @Test
    void aMountThatIsAwayIsAwaited() throws Exception {
        Path mount = folder.resolve("mount");
        try (NoticeHouse house = house(TAX.formatted(mount, "jsonl", "0s"))) {
            house.changed(1);
            house.start();
            Await.until(() -> house.store.subscribers().all().getFirst(), state -> state.failures() > 1);
            assertThat(house.store.subscribers().all().getFirst().lastError()).contains("mount or make");
            Files.createDirectories(mount);
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 1);
        }
    }

    @Test
    void feedbackIsReadFromFilesOnceAndFaultyLinesAreKept() throws Exception {
        try (NoticeHouse house = house(TAX.formatted("tax", "jsonl", "0s"))) {
            IntStream.rangeClosed(1, 2).forEach(house::changed);
            house.start();
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 2);
            UUID first = house.notices().get(0).key();
            UUID second = house.notices().get(1).key();
            Path inbox = Files.createDirectories(folder.resolve("outgoing/tax/feedback"));
            put(
                    inbox,
                    "a.csv",
                    List.of(
                            "\uFEFFkey,state,text,date,reference",
                            first + ",acted,\"已处理, 完毕\",2026-11-28,T-1",
                            first + ",done,,,",
                            new UUID(1, 2) + ",received,,,"));
            put(
                    inbox,
                    "b.jsonl",
                    List.of(
                            "{\"key\":\"%s\",\"state\":\"refused\",\"text\":\"非本局管辖\"}".formatted(second),
                            "{\"key\":\"%s\",\"state\":\"refused\"}".formatted(second),
                            "no json"));
            Await.until(() -> names(inbox.resolve(".done")), done -> done.size() == 2);
            assertThat(house.notices())
                    .extracting(Notice::answer)
                    .containsExactly(FeedbackState.ACTED, FeedbackState.REFUSED);
            assertThat(house.store
                            .notices()
                            .answers(house.notices().getFirst())
                            .getFirst()
                            .text())
                    .isEqualTo("已处理, 完毕");
            assertThat(house.jdbc
                            .sql("select origin || ' ' || place || ' ' || message from"
                                    + " integrations.notice_feedback_fault order by id")
                            .query(String.class)
                            .list())
                    .hasSize(4)
                    .anyMatch(fault -> fault.startsWith("a.csv") && fault.contains("state:"))
                    .anyMatch(fault -> fault.startsWith("a.csv") && fault.contains("there is no notice"))
                    .anyMatch(fault -> fault.contains("say why it is refused"))
                    .anyMatch(fault -> fault.contains("is no JSON"));

            Files.move(inbox.resolve(".done/b.jsonl"), inbox.resolve("b.jsonl"));
            Await.until(() -> names(inbox.resolve(".done")), done -> done.size() == 2);
            assertThat(house.events(FeedbackStore.GIVEN)).hasSize(2);
            assertThat(house.jdbc
                            .sql("select count(*) from integrations.notice_feedback_fault")
                            .query(Long.class)
                            .single())
                    .isEqualTo(4);
        }
    }

    private NoticeHouse house(String subscription) {
        return new NoticeHouse(NoticeHouse.dataSource(TestEngines.freshDatabase()), folder, subscription);
    }

    private static void put(Path inbox, String name, List<String> lines) throws IOException {
        Path part = Files.write(inbox.resolve(name + ".part"), lines);
        Files.move(part, inbox.resolve(name));
    }

    static List<String> lines(Path drop) {
        return names(drop).stream()
                .flatMap(name -> {
                    try {
                        return Files.readAllLines(drop.resolve(name)).stream();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    static List<String> names(Path drop) {
        if (!Files.isDirectory(drop)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(drop)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
