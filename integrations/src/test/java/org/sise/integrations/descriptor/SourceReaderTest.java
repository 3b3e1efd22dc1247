package org.sise.integrations.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceReaderTest {

    private static final String SFTP = """
            source:
              type: sftp
              host: sftp.example.gov.cn
              user: sise
              password: {secret: MARKET_SFTP}
              host-key: "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              folder: /out
              include: ["*.csv", "*.csv.gz"]
              every: 5m
            """;

    private static final String HTTP = """
            source:
              type: http
              url: https://api.example.gov.cn/penalties
              token: {secret: MARKET_TOKEN}
              rows: data.list
              page: {parameter: page, from: 1, size: {parameter: limit, value: 500}, pages: data.pages}
              since: {parameter: updated, field: updateTime, initial: "2026-01-01"}
              ok: {at: code, in: [0, 200]}
              rate: 5/s
              cron: "*/10 8-18 * * 1-5"
            """;

    private static final String DATABASE = """
            source:
              type: database
              url: jdbc:postgresql://db.example.gov.cn/share
              user: sise
              password: {secret: SHARE_DB}
              view: share.penalty
              watermark: {column: updated_at, initial: 2026-01-01, lag: 10m}
              every: 1h
            """;

    @Test
    void aFolderIsTheUsualSource() {
        assertThat(Sources.read("a: b")).isEqualTo(new FeedSource.Folder());
        assertThat(Sources.read("source: {type: folder}")).isEqualTo(new FeedSource.Folder());
    }

    @Test
    void anSftpSourceIsReadWithItsDefaults() {
        assertThat(Sources.read(SFTP)).isInstanceOfSatisfying(SftpSource.class, source -> {
            assertThat(source.port()).isEqualTo(22);
            assertThat(source.after()).isEqualTo(SftpSource.After.MOVE);
            assertThat(source.login()).isEqualTo(new SftpSource.Login.Password(new Secret("MARKET_SFTP")));
            assertThat(source.include()).containsExactly("*.csv", "*.csv.gz");
            assertThat(source.schedule()).isEqualTo(new Schedule.Every(Duration.ofMinutes(5)));
            assertThat(source.retry()).isEqualTo(RetryRule.USUAL);
        });
    }

    @Test
    void anHttpSourceIsRead() {
        assertThat(Sources.read(HTTP)).isInstanceOfSatisfying(HttpSource.class, source -> {
            assertThat(source.headers())
                    .containsEntry("Authorization", new SourceText.Hidden(new Secret("MARKET_TOKEN"), "Bearer "));
            assertThat(source.rows()).containsExactly("data", "list");
            assertThat(source.paging())
                    .isEqualTo(new HttpSource.Paging.Page("page", 1, "limit", 500, List.of("data", "pages"), null));
            assertThat(source.ok().in()).containsExactly("0", "200");
            assertThat(source.rate()).isEqualTo(5);
        });
    }

    @Test
    void aDatabaseSourceIsRead() {
        assertThat(Sources.read(DATABASE)).isInstanceOfSatisfying(DatabaseSource.class, source -> {
            assertThat(source.query()).isEqualTo("select * from share.penalty");
            assertThat(source.watermark().lag()).isEqualTo(Duration.ofMinutes(10));
        });
    }

    @Test
    void aSecretThatStandsOpenlyIsAFaultThatNamesTheRemedy() {
        told(SFTP.replace("{secret: MARKET_SFTP}", "abc"), "source.password", "SISE_SECRET_NAME");
        told(HTTP.replace("{secret: MARKET_TOKEN}", "abc"), "source.token", "secrets/feeds/NAME");
        told(HTTP.replace("token: {secret: MARKET_TOKEN}", "headers: {X-Api-Key: abc}"), "X-Api-Key", "{secret: NAME}");
        told(HTTP.replace("https://", "https://me:abc@"), "source.url", "{secret: NAME}");
        told(DATABASE.replace("/share\n", "/share?password=abc\n"), "source.url", "{secret: NAME}");
    }

    @Test
    void plainHttpIsAFaultUnlessItIsSaid() {
        String plain = HTTP.replace("https:", "http:");
        told(plain, "source.url", "not encrypted");
        assertThat(Sources.read(plain.replace("  rate", "  insecure: true\n  rate")))
                .isInstanceOf(HttpSource.class);
    }

    @Test
    void aServerWithoutAHostKeyIsAFault() {
        told(SFTP.replaceAll("  host-key.*\n", ""), "source.host-key", "ssh-keygen");
        told(SFTP.replace("SHA256:", "MD5:"), "source.host-key", "43 characters");
    }

    @Test
    void whatContradictsItselfIsAFault() {
        told(SFTP.replace("  every: 5m\n", ""), "source.every", "one of every and cron");
        told(SFTP.replace("every: 5m", "every: often"), "source.every", "30s, 5m");
        told(HTTP.replace("8-18", "8-28"), "source.cron", "cron expression");
        told(HTTP.replace("rate: 5/s", "rate: fast"), "source.rate", "5/s");
        told(HTTP.replace("  rate", "  next-link: next\n  rate"), "source.type", "only one");
        told(DATABASE.replace("view: share.penalty", "query: delete from x"), "source.query", "one SELECT");
        told(DATABASE.replace("2026-01-01", "yesterday"), "source.watermark.initial", "2026-01-01");
        told(DATABASE.replace("type: database", "type: databas"), "source.type", "did you mean 'database'?");
        told("format: {type: csv}\n" + HTTP, "format.type", "write jsonl");
    }

    @Test
    void aCronExpressionIsMetAtItsTimes() {
        assertThat(next("30 2 * * *", "2026-03-01T02:30")).isEqualTo("2026-03-02T02:30");
        assertThat(next("*/20 8-9 * * 1-5", "2026-11-27T09:40")).isEqualTo("2026-11-30T08:00");
        assertThat(next("0 0 29 2 *", "2026-01-01T00:00")).isEqualTo("2028-02-29T00:00");
        assertThat(next("0 12 1 * 7", "2026-11-28T12:00")).isEqualTo("2026-11-29T12:00");
        assertThatThrownBy(() -> Cron.of("0 0 31 2 *")).hasMessageContaining("no day meets it");
        assertThatThrownBy(() -> Cron.of("* * * *")).hasMessageContaining("five fields");
    }

    @Test
    void aPeriodCountsFromTheLastLookAndTimesThatPassedCountOnce() {
        Instant now = Instant.parse("2026-11-28T04:00:00Z");
        Schedule every = new Schedule.Every(Duration.ofHours(1));
        assertThat(every.next(null, now)).isEqualTo(now);
        assertThat(every.next(now.minusSeconds(600), now)).isEqualTo("2026-11-28T04:50:00Z");
        Schedule daily = new Schedule.At(Cron.of("0 2 * * *"));
        assertThat(daily.next(Instant.parse("2026-11-20T00:00:00Z"), now)).isBefore(now);
        assertThat(daily.next(null, now)).isEqualTo("2026-11-28T18:00:00Z");
    }

    private static String next(String cron, String after) {
        return Cron.of(cron)
                .next(java.time.LocalDateTime.parse(after).atZone(Schedule.ZONE))
                .toLocalDateTime()
                .toString();
    }

    private static void told(String yaml, String path, String says) {
        assertThatThrownBy(() -> Sources.read(yaml))
                .isInstanceOfSatisfying(
                        DescriptorException.class,
                        e -> assertThat(e.faults()).anySatisfy(fault -> {
                            assertThat(fault.path()).contains(path);
                            assertThat(fault.message()).contains(says);
                        }));
    }
}
