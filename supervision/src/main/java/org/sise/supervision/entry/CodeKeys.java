package org.sise.supervision.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of task codes. The youngest that has begun signs. A new key is announced before it begins, so that phones which
 * check codes offline can have it, and the former one is taken until its last codes have ended. Thread-safe.
 */
public final class CodeKeys {

    private static final int ROTATE_LOCK = 0x53494b59;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;
    private final EntryRules rules;

    /** What was read last; another server may have made a key since, so that it is read anew when a code names another. */
    private volatile @Nullable Held held;

    private record Held(Instant readAt, List<CodeKey> keys, CodeVerifier verifier) {}

    private record Signing(int key, Instant until, CodeSigner signer) {}

    private volatile @Nullable Signing signing;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public CodeKeys(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            EntryRules rules,
            Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @param begin from when it signs, taken back to a step of the shown codes
     * @param signs for how long; its codes are taken for the longest validity of a code beyond that
     */
    public CodeKey rotate(Instant begin, Duration signs, String actor) {
        CodeKey made = Objects.requireNonNull(transaction.execute(_ -> {
            lock();
            return make(begin, signs, actor);
        }));
        forget();
        return made;
    }

    /**
     * Makes a key where none signs now, and the next one before the last one ends. Several servers may ask at once.
     *
     * @param signs for how long a new key signs
     * @param ahead how long before the last one's end the next one is announced
     */
    public void keepUp(Duration signs, Duration ahead, String actor) {
        if (!isDue(ahead)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            lock();
            if (isDue(ahead)) {
                Instant end = end();
                make(end == null ? now() : end, signs, actor);
            }
        });
        forget();
    }

    private boolean isDue(Duration ahead) {
        Instant end = end();
        return end == null || !end.minus(ahead).isAfter(now());
    }

    /** Until when the last of the keys that sign now or will signs, or null where there is none. */
    private @Nullable Instant end() {
        return jdbc.sql("""
            select max(taken_until) - make_interval(secs => :longest) as until from supervision.code_key
            where taken_until - make_interval(secs => :longest) > :now\
            """)
                .param("longest", (double) longest().toSeconds())
                .param("now", Timestamp.from(now()))
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("until")))
                .single()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    /** A key's first second lies on a step of the shown codes, so that it covers the code that is shown as it begins. */
    private CodeKey make(Instant begin, Duration signs, String actor) {
        long step = rules.codeStep().toSeconds();
        Instant from = Instant.ofEpochSecond(Math.floorDiv(begin.getEpochSecond(), step) * step);
        Instant until = from.plus(signs).plus(longest());
        CodeSigner.Pair pair = CodeSigner.newPair();
        int id = jdbc.sql("""
            insert into supervision.code_key (public_key, signs_from, taken_until, created_at, created_by)
            values (:key, :from, :until, :at, :actor) returning id\
            """)
                .param("key", pair.publicKey())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("at", Timestamp.from(now()))
                .param("actor", actor)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into supervision.code_key_secret (key, secret) values (:key, :secret)")
                .param("key", id)
                .param("secret", pair.secretKey())
                .update();
        audit.append(
                actor, "code-key-made", "key-" + id, "from=%s; until=%s; %s".formatted(from, until, pair.publicKey()));
        return new CodeKey(id, pair.publicKey(), from, until);
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ROTATE_LOCK)
                .query((_, _) -> true)
                .single();
    }

    private Duration longest() {
        return rules.offlineValid().plus(rules.codeValid());
    }

    private void forget() {
        held = null;
        signing = null;
    }

    /** The public keys, for phones that check codes offline: those that sign now, did or will, and are still taken. */
    public List<CodeKey> published() {
        return jdbc.sql("select * from supervision.code_key where taken_until > :now order by id")
                .param("now", Timestamp.from(now()))
                .query(CodeKeys::key)
                .list();
    }

    /** What checks codes now. A code of a key that is not known yet has the keys read anew, once a second at most. */
    CodeVerifier verifier(String text) {
        Held known = held;
        Integer key = TaskCode.read(text).map(signed -> signed.code().key()).orElse(null);
        boolean unknown = known == null || key != null && known.keys().stream().noneMatch(one -> one.id() == key);
        if (known == null || unknown && known.readAt().plusSeconds(1).isBefore(now())) {
            List<CodeKey> keys = published();
            known = new Held(now(), keys, new CodeVerifier(keys, rules));
            held = known;
        }
        return known.verifier();
    }

    /**
     * What signs codes now.
     *
     * @throws IllegalStateException when no key has begun
     */
    CodeSigner signer() {
        Signing known = signing;
        Instant now = now();
        if (known == null || !now.isBefore(known.until())) {
            known = jdbc.sql("""
                select k.id, s.secret, least(k.taken_until - make_interval(secs => :longest),
                    (select min(n.signs_from) from supervision.code_key n where n.signs_from > :now)) as until
                from supervision.code_key k join supervision.code_key_secret s on s.key = k.id
                where k.signs_from <= :now and k.taken_until - make_interval(secs => :longest) > :now
                order by k.signs_from desc, k.id desc limit 1\
                """)
                    .param("now", Timestamp.from(now))
                    .param("longest", (double) longest().toSeconds())
                    .query((row, _) -> new Signing(
                            row.getInt("id"),
                            row.getTimestamp("until").toInstant(),
                            new CodeSigner(row.getInt("id"), row.getString("secret"))))
                    .optional()
                    .orElseThrow(() -> new IllegalStateException("没有可用的签名密钥，请先生成 / no key signs now: make one first"));
            signing = known;
        }
        return known.signer();
    }

    private static CodeKey key(ResultSet row, int n) throws SQLException {
        return new CodeKey(
                row.getInt("id"),
                row.getString("public_key"),
                row.getTimestamp("signs_from").toInstant(),
                row.getTimestamp("taken_until").toInstant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
