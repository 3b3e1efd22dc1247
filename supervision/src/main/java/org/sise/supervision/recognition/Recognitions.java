package org.sise.supervision.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.digest.Sha256;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.StoredGrade;
import org.sise.supervision.form.FormImport;
import org.sise.supervision.step.RuleFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mutual recognition: signs grades of this city with their receipts, and takes in those of others by a table. A foreign grade
 * is shown beside the own one and enters none.
 */
public final class Recognitions {

    /** The scheme of a signed grade. */
    public static final String SCHEME = "sise-grade/1";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LOCK = 0x5349524b;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Grades grades;
    private final String city;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param city the region code of this city, in whose name it signs
     */
    public Recognitions(
            DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, String city, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.grades = new Grades(dataSource);
        this.city = city;
        this.clock = clock;
    }

    /**
     * Signs the present grade of a business with its receipt, for another city.
     *
     * @return a compact signed text by RFC 7515
     * @throws IllegalArgumentException when the business has no grade
     */
    public String issue(CreditCode business, String actor) {
        StoredGrade grade = grades.present(business.value())
                .orElseThrow(
                        () -> new IllegalArgumentException("该企业尚无评级 / the business has no grade: " + business.value()));
        Key key = key();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("scheme", SCHEME);
        payload.put("city", city);
        payload.put("business", business.value());
        payload.put("level", grade.entry().grade().name().toLowerCase(Locale.ROOT));
        payload.put("as_of", grade.entry().asOf().toString());
        payload.put(
                "valid_until",
                today().plusDays(RuleFigures.standard().number("recognition_valid_days"))
                        .toString());
        payload.put("issued_at", now().toString());
        payload.put("policy", grade.entry().policy() + "@" + grade.entry().policyVersion());
        payload.put("policy_sha256", grade.entry().policyDigest());
        payload.put("receipt_sha256", grade.entry().receiptDigest());
        payload.put("receipt", grade.entry().receipt());
        String header = JsonMapper.shared().writeValueAsString(Map.of("alg", "EdDSA", "kid", city + "-" + key.id()));
        String signed = Jws.sign(header, JsonMapper.shared().writeValueAsString(payload), key.secret());
        transaction.executeWithoutResult(_ -> audit.append(
                actor, "grade-signed-out", business.value(), "grade=%d; key=%d".formatted(grade.id(), key.id())));
        return signed;
    }

    /**
     * Takes in a grade that another city signed. The same text twice is one.
     *
     * @throws IllegalArgumentException that names what is wrong with it
     */
    public ForeignGrade accept(String text, String actor) {
        Jws.Parts parts = Jws.parts(text);
        if (parts == null) {
            throw refused("不是签名文本（RFC 7515） / not a signed text by RFC 7515");
        }
        JsonNode header = json(parts.header());
        JsonNode payload = json(parts.payload());
        if (!"EdDSA".equals(text(header, "alg")) || !SCHEME.equals(text(payload, "scheme"))) {
            throw refused("不是本格式的评级 / not a grade of scheme " + SCHEME);
        }
        String from = Objects.requireNonNullElse(text(payload, "city"), "");
        List<Partner> partners = partners().stream()
                .filter(partner -> partner.city().equals(from))
                .toList();
        if (partners.isEmpty()) {
            throw refused("没有与该市的互认约定：" + from + " / there is no agreement with the city " + from);
        }
        if (partners.stream().noneMatch(partner -> Jws.isSignedBy(parts, partner.publicKey()))) {
            throw refused("签名与该市公钥不符 / it is not signed by the key of the city");
        }
        String level = Objects.requireNonNullElse(text(payload, "level"), "");
        Partner partner = partners.stream()
                .filter(one -> one.level().equals(level))
                .findFirst()
                .orElseThrow(() -> refused("约定中没有对方等级：" + level + " / the agreement has no level " + level));
        CreditCode business = business(text(payload, "business"));
        LocalDate asOf = day(payload, "as_of");
        LocalDate until = day(payload, "valid_until");
        if (asOf.isAfter(today()) || until.isBefore(asOf)) {
            throw refused("日期颠倒或在将来 / its days are turned round or to come");
        }
        if (until.isBefore(today())) {
            throw refused("已于 %s 失效 / it ended on %s".formatted(until, until));
        }
        return Objects.requireNonNull(transaction.execute(_ -> keep(new ForeignGrade(
                0, business.value(), from, level, partner.colour(), asOf, until, text.strip(), now(), actor))));
    }

    /** The grades of other cities that are good for a business today, the last one of each city. */
    public List<ForeignGrade> of(String business) {
        return jdbc.sql("""
                        select distinct on (city) * from supervision.foreign_grade
                        where business = :business and valid_until >= :today order by city, as_of desc, id desc""")
                .param("business", business)
                .param("today", today())
                .query(Recognitions::grade)
                .list();
    }

    /** The grades that were taken in, the newest first, behind the one of a number. */
    public List<ForeignGrade> page(@Nullable Long before, int limit) {
        return jdbc.sql("""
                        select * from supervision.foreign_grade
                        where cast(:before as bigint) is null or id < :before order by id desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(Recognitions::grade)
                .list();
    }

    /** What the levels of other cities are here, by city and level. */
    public List<Partner> partners() {
        return jdbc.sql("select distinct on (city, level) * from supervision.recognition_partner"
                        + " order by city, level, version desc")
                .query(Recognitions::partner)
                .list();
    }

    /** Takes a file with the columns of {@link PartnerFile#COLUMNS}: XLSX, or CSV in UTF-8 or GB18030. */
    public FormImport importPartners(byte[] file, String actor) {
        PartnerFile.Reading reading = PartnerFile.read(file);
        Integer changed = transaction.execute(_ -> {
            lock();
            List<Partner> before = partners();
            int count = 0;
            for (Partner partner : reading.partners()) {
                if (!before.contains(partner)) {
                    insert(partner, actor);
                    count++;
                }
            }
            if (count > 0) {
                audit.append(actor, "recognition-partners-recorded", "partners", "versions=" + count);
            }
            return count;
        });
        int taken = changed == null ? 0 : changed;
        return new FormImport(taken, reading.partners().size() - taken, reading.faults());
    }

    /** The key by which other cities check what this one signs: the member x of RFC 8037. */
    public String publicKey() {
        return key().publicKey();
    }

    private record Key(int id, String publicKey, String secret) {}

    /** The key that signs, made when it is first asked for. */
    private Key key() {
        return present()
                .orElseGet(() -> Objects.requireNonNull(transaction.execute(_ -> {
                    lock();
                    return present().orElseGet(this::make);
                })));
    }

    private Optional<Key> present() {
        return jdbc.sql("select k.id, k.public_key, s.secret from supervision.recognition_key k"
                        + " join supervision.recognition_key_secret s on s.key = k.id order by k.id desc limit 1")
                .query((row, _) -> new Key(row.getInt("id"), row.getString("public_key"), row.getString("secret")))
                .optional();
    }

    private Key make() {
        Jws.Pair pair = Jws.newPair();
        int id = jdbc.sql(
                        "insert into supervision.recognition_key (public_key, created_at) values (:key, :at) returning id")
                .param("key", pair.publicKey())
                .param("at", Timestamp.from(now()))
                .query(Integer.class)
                .single();
        jdbc.sql("insert into supervision.recognition_key_secret (key, secret) values (:key, :secret)")
                .param("key", id)
                .param("secret", pair.secret())
                .update();
        audit.append("system", "recognition-key-made", "key-" + id, pair.publicKey());
        return new Key(id, pair.publicKey(), pair.secret());
    }

    private ForeignGrade keep(ForeignGrade grade) {
        String digest = Sha256.hex(grade.statement());
        int added = jdbc.sql("""
                        insert into supervision.foreign_grade (business, city, level, colour, as_of, valid_until,
                            statement, digest, accepted_at, actor)
                        values (:business, :city, :level, :colour, :asOf, :until, :statement, :digest, :at, :actor)
                        on conflict (digest) do nothing""")
                .param("business", grade.business())
                .param("city", grade.city())
                .param("level", grade.level())
                .param("colour", grade.colour().name())
                .param("asOf", grade.asOf())
                .param("until", grade.validUntil())
                .param("statement", grade.statement())
                .param("digest", digest)
                .param("at", Timestamp.from(grade.acceptedAt()))
                .param("actor", grade.actor())
                .update();
        if (added > 0) {
            audit.append(
                    grade.actor(),
                    "foreign-grade-accepted",
                    grade.business(),
                    "city=%s; level=%s; colour=%s; sha256=%s"
                            .formatted(grade.city(), grade.level(), grade.colour(), digest));
        }
        return jdbc.sql("select * from supervision.foreign_grade where digest = :digest")
                .param("digest", digest)
                .query(Recognitions::grade)
                .single();
    }

    private void insert(Partner partner, String actor) {
        jdbc.sql("""
                        insert into supervision.recognition_partner (city, level, version, name, public_key, colour, source,
                            confidence, recorded_at, actor)
                        select :city, :level, coalesce(max(version), 0) + 1, :name, :key, :colour, :source, :confidence,
                            :at, :actor
                        from supervision.recognition_partner where city = :city and level = :level""")
                .param("city", partner.city())
                .param("level", partner.level())
                .param("name", partner.name())
                .param("key", partner.publicKey())
                .param("colour", partner.colour().name())
                .param("source", partner.source())
                .param("confidence", partner.confidence())
                .param("at", Timestamp.from(now()))
                .param("actor", actor)
                .update();
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw refused("不是 JSON / it is no JSON");
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isString() ? null : value.asString();
    }

    private static CreditCode business(@Nullable String code) {
        try {
            return new CreditCode(Objects.requireNonNullElse(code, ""));
        } catch (IllegalArgumentException e) {
            throw refused("统一社会信用代码有误 / its credit code is none: " + code);
        }
    }

    private static LocalDate day(JsonNode node, String field) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(text(node, field), ""));
        } catch (DateTimeParseException e) {
            throw refused("缺少日期 " + field + " / a day is missing: " + field);
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("text: " + why);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static Partner partner(ResultSet row, int n) throws SQLException {
        return new Partner(
                row.getString("city"),
                row.getString("name"),
                row.getString("public_key"),
                row.getString("level"),
                Grade.valueOf(row.getString("colour")),
                row.getString("source"),
                row.getString("confidence"));
    }

    private static ForeignGrade grade(ResultSet row, int n) throws SQLException {
        return new ForeignGrade(
                row.getLong("id"),
                row.getString("business"),
                row.getString("city"),
                row.getString("level"),
                Grade.valueOf(row.getString("colour")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("statement"),
                row.getTimestamp("accepted_at").toInstant(),
                row.getString("actor"));
    }
}
