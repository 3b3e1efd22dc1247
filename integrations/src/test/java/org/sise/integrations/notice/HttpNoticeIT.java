package org.sise.integrations.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.feed.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices pushed to a department's server that is down, slow, refuses, cuts. */
class HttpNoticeIT {

    @TempDir
    private Path folder;

    private Receiver receiver;
    private NoticeHouse house;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        house = new NoticeHouse(
                NoticeHouse.dataSource(TestEngines.freshDatabase()),
                folder,
                NoticeHouse.HTTP.formatted(receiver.url()));
    }

    @AfterEach
    void stop() {
        house.close();
        receiver.close();
    }

    @Test
    void aChangedColourArrivesSignedWithItsBusiness() throws Exception {
        house.register(1, "210102", "5211");
        house.changed(1);
        house.start();
        Notice notice = one(NoticeState.SENT);
        assertThat(receiver.got()).singleElement().satisfies(got -> {
            assertThat(got.signed()).isTrue();
            assertThat(got.key()).isEqualTo(notice.key().toString());
            assertThat(got.body()).isEqualTo(notice.body());
        });
        JsonNode body = JsonMapper.builder().build().readTree(notice.body());
        assertThat(body.path("specversion").asString()).isEqualTo("1.0");
        assertThat(body.path("type").asString()).isEqualTo("grade-changed");
        assertThat(body.path("subject").asString()).isEqualTo(Samples.code(1));
        assertThat(body.path("time").asString()).endsWith("+08:00");
        assertThat(body.path("sequence").asString()).isEqualTo("0000000000000000001");
        assertThat(body.path("data").path("before").asString()).isEqualTo("blue");
        assertThat(body.path("data").path("after").asString()).isEqualTo("red");
        assertThat(body.path("data").path("business").path("name").asString()).isEqualTo("第1号商贸有限公司");
    }

    @Test
    void aDepartmentThatWasDownGetsEverythingInOrderAfterwards() throws Exception {
        receiver.down();
        IntStream.rangeClosed(1, 50).forEach(house::changed);
        house.start();
        SubscriberState failing =
                Await.until(() -> house.store.subscribers().all().getFirst(), state -> state.failures() >= 3);
        assertThat(failing.condition()).isEqualTo(SubscriberState.Condition.FAILING);
        assertThat(failing.lastError()).contains("unreachable");
        IntStream.rangeClosed(51, 60).forEach(house::changed);
        receiver.up();
        Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 60);
        assertThat(receiver.got())
                .extracting(Receiver.Got::body)
                .containsExactlyElementsOf(
                        house.notices().stream().map(Notice::body).toList());
        assertThat(house.notices()).extracting(Notice::number).containsExactlyElementsOf(range(60));
        SubscriberState well = house.store.subscribers().all().getFirst();
        assertThat(well.condition()).isEqualTo(SubscriberState.Condition.OK);
        assertThat(well.failures()).isZero();
    }

    @Test
    void whateverGoesWrongOnTheWayNothingOvertakes() throws Exception {
        receiver.next(
                Receiver.Answer.of(500),
                Receiver.Answer.of(204),
                Receiver.Answer.of(0),
                Receiver.Answer.of(-1),
                new Receiver.Answer(429, "slow down", Map.of("Retry-After", "1")),
                new Receiver.Answer(302, "", Map.of("Location", "http://127.0.0.1:9/elsewhere")),
                Receiver.Answer.of(404),
                new Receiver.Answer(200, "x".repeat(70_000), Map.of()),
                new Receiver.Answer(200, "not json", Map.of()));
        IntStream.rangeClosed(1, 5).forEach(house::changed);
        house.start();
        Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 5);
        assertThat(receiver.effects().stream().distinct().toList())
                .containsExactlyElementsOf(
                        house.notices().stream().map(Notice::body).toList());
        assertThat(receiver.got()).allMatch(Receiver.Got::signed);
        assertThat(house.notices()).extracting(Notice::attempts).containsExactly(2, 7, 1, 1, 1);
    }

    @Test
    void theWaitThatTheReceiverAsksForIsKept() throws Exception {
        receiver.next(new Receiver.Answer(503, "", Map.of("Retry-After", "3600")));
        house.changed(1);
        house.start();
        SubscriberState state =
                Await.until(() -> house.store.subscribers().all().getFirst(), s -> s.nextAttempt() != null);
        assertThat(state.nextAttempt()).isAfter(java.time.Instant.now().plusSeconds(3_000));
        house.store.notices().pass(house.notices().getFirst().key(), "somebody");
        house.changed(2);
        Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 1);
    }

    @Test
    void aRefusedNoticeIsPutAsideAndTheOthersGoOn() throws Exception {
        receiver.next(new Receiver.Answer(409, "{\"error\":\"no such business\"}", Map.of()), Receiver.Answer.of(422));
        IntStream.rangeClosed(1, 3).forEach(house::changed);
        house.start();
        Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 2);
        Notice refused = one(NoticeState.REFUSED);
        assertThat(refused.number()).isEqualTo(1);
        assertThat(refused.attempts()).isEqualTo(2);
        assertThat(house.store.notices().attempts(refused, 10))
                .extracting(Notices.Attempt::outcome)
                .containsExactly("refused", "refused");
        assertThat(house.store.notices().attempts(refused, 10).getLast().message())
                .contains("no such business");

        house.store.notices().sendAgain(refused.key(), "regulator");
        Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 3);
        assertThat(receiver.got().getLast().key()).isEqualTo(refused.key().toString());
        assertThat(house.store.notices().attempts(refused, 10))
                .extracting(Notices.Attempt::outcome)
                .containsExactly("sent", "again", "refused", "refused");
        assertThatThrownBy(() -> house.store.notices().pass(refused.key(), "regulator"))
                .hasMessageContaining("cannot be done");
    }

    @Test
    void whenOneAfterTheOtherIsRefusedTheQueueWaits() throws Exception {
        receiver.usually(Receiver.Answer.of(400));
        IntStream.rangeClosed(1, 20).forEach(house::changed);
        house.start();
        Await.until(
                () -> house.store.subscribers().all().getFirst(),
                state -> state.failures() > 3 && state.count(NoticeState.REFUSED) == 3);
        assertThat(house.count(NoticeState.PENDING)).isEqualTo(17);
        receiver.usually(Receiver.Answer.of(204));
        Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 17);
    }

    @Test
    void anAcknowledgementIsFeedbackAndAnEvent() throws Exception {
        receiver.usually(new Receiver.Answer(200, "{\"acknowledged\":true,\"reference\":\"HS-7\"}", Map.of()));
        house.changed(1);
        house.start();
        Notice notice = one(NoticeState.ACKNOWLEDGED);
        assertThat(notice.reference()).isEqualTo("HS-7");
        assertThat(notice.answer()).isEqualTo(FeedbackState.RECEIVED);

        Feedback acted = Feedback.of("acted", "已约谈", "2026-11-28", null);
        assertThat(house.store.feedback().take(notice.key(), "housing", acted, FeedbackWay.API, "housing-1"))
                .isTrue();
        assertThat(house.store.feedback().take(notice.key(), "housing", acted, FeedbackWay.FILE, "housing"))
                .isFalse();
        assertThatThrownBy(() -> house.store.feedback().take(notice.key(), "tax", acted, FeedbackWay.API, "tax-1"))
                .isInstanceOf(UnknownNoticeException.class);
        assertThat(house.store.notices().answers(notice))
                .extracting(answer -> answer.state() + " " + answer.by())
                .containsExactly("ACTED housing-1", "RECEIVED housing");
        assertThat(house.events(FeedbackStore.GIVEN))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"state\": \"acted\"", "\"date\": \"2026-11-28\"", "\"subscriber\": \"housing\"");
        assertThatThrownBy(() -> house.jdbc
                        .sql("delete from integrations.notice_feedback")
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> house.jdbc
                        .sql("update integrations.notice set body = 'x'")
                        .update())
                .hasMessageContaining("keeps what was told");
    }

    @Test
    void aSubscriptionFromNowOnIsNotToldOfThePast() throws Exception {
        house.close();
        house.changed(1);
        try (NoticeHouse now = new NoticeHouse(
                        house.dataSource,
                        folder,
                        NoticeHouse.HTTP.formatted(receiver.url()).replace("from: start", "from: now"))
                .start()) {
            Await.until(
                    () -> now.jdbc
                            .sql("select count(*) from integrations.subscriber")
                            .query(Long.class)
                            .single(),
                    n -> n == 1);
            now.changed(2);
            Await.until(() -> now.count(NoticeState.SENT), sent -> sent == 1);
            assertThat(now.notices()).extracting(Notice::subject).containsExactly(Samples.code(2));
        }
    }

    @Test
    void onlyWhatWasAskedForIsTold() throws Exception {
        house.close();
        house.register(1, "210102", "6210");
        house.register(2, "210202", "6210");
        house.register(3, "210103", "5211");
        IntStream.rangeClosed(1, 4).forEach(house::changed);
        house.outbox.add("grade-changed", Samples.code(1), "{\"before\":0,\"after\":1,\"grade\":9}");
        house.outbox.add("measure-lifted", Samples.code(1), "{}");
        String where = "where: {region: \"2101\", grade: [red], industry: [H]}\nfrom: start";
        try (NoticeHouse choosy = new NoticeHouse(
                        house.dataSource,
                        folder,
                        NoticeHouse.HTTP.formatted(receiver.url()).replace("from: start", where))
                .start()) {
            Await.until(() -> choosy.count(NoticeState.SENT), sent -> sent == 1);
            Await.until(() -> choosy.store.subscribers().all().getFirst(), state -> state.uncollected() == 0);
            assertThat(choosy.notices()).extracting(Notice::subject).containsExactly(Samples.code(1));
        }
    }

    private Notice one(NoticeState state) throws InterruptedException {
        return Await.until(
                        () -> house.notices().stream()
                                .filter(notice -> notice.state() == state)
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static List<Long> range(long last) {
        return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
    }
}
