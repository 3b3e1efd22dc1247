package org.sise.supervision.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What roster, revocations and recusals say of officers, kept in memory. A card holds for one count of {@code roster_state},
 * which a scan reads with its other facts: a card of another count is not used, so that none is ever older than the scan's
 * own read, in however many processes. Thread-safe.
 */
final class OfficerCards {

    private static final int MOST = 50_000;

    private static final String READ = """
        select w.certificate, i.name, i.region, i.valid_until,
            (select min(x.revoked_on) from supervision.certificate_revocation x
                where x.certificate = w.certificate) as revoked_on,
            (select array_agg(x.code) from supervision.recusal x where x.certificate = w.certificate) as recused
        from unnest(cast(:certificates as text[])) w (certificate)
        left join lateral (select i.name, i.region, i.valid_until from supervision.inspector i
            where i.certificate = w.certificate order by i.version desc limit 1) i on true\
        """;

    private final JdbcClient jdbc;
    private final Cache<Key, Card> cards =
            Caffeine.newBuilder().maximumSize(MOST).recordStats().build();

    /** Which officer, at which count of the roster's changes. */
    private record Key(long changes, String certificate) {}

    /**
     * An officer.
     *
     * @param name the officer's name, or null when the roster does not have the certificate
     * @param region the division in which the officer works, or null likewise
     * @param validUntil the certificate's last day, or null likewise
     * @param revokedOn the day from which the certificate is revoked, or null
     * @param recused codes of the businesses that the officer may not enter
     */
    private record Card(
            @Nullable String name,
            @Nullable String region,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate revokedOn,
            Set<String> recused) {

        EntryFacts.Officer officer(String certificate, String business, LocalDate day) {
            return new EntryFacts.Officer(
                    certificate,
                    name,
                    region,
                    validUntil,
                    revokedOn != null && !revokedOn.isAfter(day),
                    recused.contains(business));
        }
    }

    OfficerCards(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The officers of these certificates, in their order.
     *
     * @param changes the count of the roster's changes that the caller has read
     */
    List<EntryFacts.Officer> of(long changes, Collection<String> certificates, String business, LocalDate day) {
        List<Key> keys = certificates.stream()
                .map(certificate -> new Key(changes, certificate))
                .toList();
        Map<Key, Card> found = cards.getAll(keys, this::read);
        return keys.stream()
                .map(key -> Objects.requireNonNull(found.get(key), "each certificate has a card")
                        .officer(key.certificate(), business, day))
                .toList();
    }

    /** The cards, for their size and rate of hits. */
    Cache<?, ?> cache() {
        return cards;
    }

    private Map<Key, Card> read(Set<? extends Key> keys) {
        Map<String, Card> byCertificate = new HashMap<>();
        jdbc.sql(READ)
                .param(
                        "certificates",
                        keys.stream().map(Key::certificate).distinct().toArray(String[]::new))
                .query((ResultSet row) -> {
                    byCertificate.put(row.getString("certificate"), card(row));
                });
        Map<Key, Card> read = new HashMap<>();
        keys.forEach(key -> read.put(
                key, Objects.requireNonNull(byCertificate.get(key.certificate()), "each certificate has a row")));
        return read;
    }

    private static Card card(ResultSet row) throws SQLException {
        Array recused = row.getArray("recused");
        return new Card(
                row.getString("name"),
                row.getString("region"),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("revoked_on", LocalDate.class),
                recused == null ? Set.of() : Set.copyOf(Arrays.asList((String[]) recused.getArray())));
    }
}
