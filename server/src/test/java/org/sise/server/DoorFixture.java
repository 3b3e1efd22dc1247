package org.sise.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.server.security.Account;
import org.sise.server.security.Accounts;
import org.sise.server.security.Role;
import org.sise.supervision.entry.BusinessSign;
import org.sise.supervision.entry.Certificates;
import org.sise.supervision.entry.CodeKeys;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers, visits and codes for tests at doors of the demo city's businesses. Every business is given out once. */
final class DoorFixture {

    static final List<String> ITEMS = List.of("CI001", "CI083");

    /** Two officers of the whole province, one whose certificate ended, one whose was taken away, one of another city. */
    static final String FIRST = "E2E-1";

    static final String SECOND = "E2E-2";
    static final String EXPIRED = "E2E-3";
    static final String REVOKED = "E2E-4";
    static final String ELSEWHERE = "E2E-5";

    final ServerFixture server;
    final JdbcClient jdbc;
    final LocalDate today;
    /** A key that has signed for days, so that there can be codes of yesterday. */
    final int key;

    private final Map<Grade, Deque<String>> unused = new EnumMap<>(Grade.class);

    private static DoorFixture shared;

    private DoorFixture(ServerFixture server) {
        this.server = server;
        this.jdbc = JdbcClient.create(server.bean(DataSource.class));
        this.today = LocalDate.ofInstant(server.bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
        this.key = server.bean(CodeKeys.class)
                .rotate(server.bean(Clock.class).instant().minus(Duration.ofDays(3)), Duration.ofDays(30), "test")
                .id();
        server.bean(Inspectors.class)
                .add(
                        List.of(
                                officer(FIRST, "210000", today.plusYears(1)),
                                officer(SECOND, "210000", today.plusYears(1)),
                                officer(EXPIRED, "210000", today.minusDays(1)),
                                officer(REVOKED, "210000", today.plusYears(1)),
                                officer(ELSEWHERE, "210202", today.plusYears(1))),
                        "test");
        server.bean(Certificates.class).revoke(REVOKED, today, "test", "test");
        for (String certificate : List.of(FIRST, SECOND, EXPIRED, REVOKED, ELSEWHERE)) {
            server.bean(Accounts.class)
                    .add(
                            new Account(
                                    accountOf(certificate),
                                    Set.of(Role.OFFICER),
                                    "执法" + certificate,
                                    "Officer " + certificate,
                                    null,
                                    certificate,
                                    true),
                            ServerFixture.PASSWORD);
        }
    }

    /** The one of this JVM. */
    static synchronized DoorFixture on(ServerFixture server) {
        if (shared == null) {
            shared = new DoorFixture(server);
        }
        return shared;
    }

    static String accountOf(String certificate) {
        return certificate.toLowerCase(Locale.ROOT);
    }

    /** A business of the city in operation and of this colour, that nobody has been given. */
    synchronized CreditCode business(Grade grade) {
        Deque<String> codes = unused.computeIfAbsent(
                grade,
                colour -> new ArrayDeque<>(jdbc.sql("""
                                select b.code from ledger.business b join ledger.standing s on s.subject = b.code
                                where b.status = 'operating' and s.colour = :colour and b.region like '21%'
                                    and not exists (select 1 from supervision.visit v where v.business = b.code)
                                order by b.code""")
                        .param("colour", colour.ordinal())
                        .query(String.class)
                        .list()));
        return new CreditCode(codes.removeFirst());
    }

    /** A business that is no longer in operation. */
    CreditCode closedBusiness() {
        return new CreditCode(
                jdbc.sql("select code from ledger.business where status <> 'operating' order by code limit 1")
                        .query(String.class)
                        .single());
    }

    /** A visit of today for a complaint, proposed and approved. */
    Visit approved(CreditCode business, String... officers) {
        Visits visits = server.bean(Visits.class);
        TaskDraft draft = new TaskDraft(
                business,
                VisitKind.CLUE,
                "市场监管",
                null,
                "投诉 12315-9",
                ITEMS,
                List.of(officers),
                new Window(today, lastDay()));
        Visit visit = visits.approve(
                        visits.propose(draft, "proposer").orElseThrow().id(), "approver")
                .visit();
        return Objects.requireNonNull(visit);
    }

    /** A visit as it stands in the table, whatever approval would have said to it. */
    long visit(
            CreditCode business, VisitKind kind, List<String> items, List<String> officers, Window days, String state) {
        return jdbc.sql("""
                        insert into supervision.visit (business, window_from, window_until, kinds, items, officers, state,
                            created_at, opened_at)
                        values (:business, :from, :until, :kinds, :items, :officers, :state, now(),
                            case when :state = 'PLANNED' then null else now() end) returning id""")
                .param("business", business.value())
                .param("from", days.from())
                .param("until", days.until())
                .param("kinds", new String[] {kind.name()})
                .param("items", items.toArray(String[]::new))
                .param("officers", officers.toArray(String[]::new))
                .param("state", state)
                .query(Long.class)
                .single();
    }

    /** A planned visit of today by both officers. */
    long visit(CreditCode business, VisitKind kind) {
        return visit(business, kind, ITEMS, List.of(FIRST, SECOND), new Window(today, lastDay()), "PLANNED");
    }

    LocalDate lastDay() {
        LocalDate end = LocalDate.of(today.getYear(), 12, 31);
        return today.plusDays(2).isAfter(end) ? end : today.plusDays(2);
    }

    static String sign(CreditCode business) {
        return BusinessSign.of(business);
    }

    /** How a visit's code is written, by the description of its form alone, signed by the server's own key. */
    String code(long visit, int issue, CreditCode business, Instant from, Duration validity) {
        String secret = jdbc.sql("select secret from supervision.code_key_secret where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
        try {
            PrivateKey own = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret)));
            return signed(own, key, visit, issue, business, from, validity);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code by somebody else, who names a key. */
    static String forged(int key, long visit, CreditCode business, Instant from) {
        try {
            PrivateKey own =
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            return signed(own, key, visit, 1, business, from, Duration.ofSeconds(90));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(
            PrivateKey own, int key, long visit, int issue, CreditCode business, Instant from, Duration validity)
            throws GeneralSecurityException {
        byte[] content = ByteBuffer.allocate(41)
                .put((byte) 1)
                .putInt(key)
                .putLong(visit)
                .putShort((short) issue)
                .put(business.value().getBytes(StandardCharsets.US_ASCII))
                .putInt((int) from.getEpochSecond())
                .putInt((int) validity.toSeconds())
                .array();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(own);
        signature.update(content);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(105)
                        .put(content)
                        .put(signature.sign())
                        .array());
    }

    private static CertifiedInspector officer(String certificate, String region, LocalDate until) {
        return new CertifiedInspector(certificate, "执法" + certificate, region, "食品", 20, until);
    }
}
