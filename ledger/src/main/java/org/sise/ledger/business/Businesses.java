package org.sise.ledger.business;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.ledger.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The businesses of the register as they stand today, with their present grades. */
public final class Businesses {

    private static final String FROM = """
            from ledger.business b left join ledger.standing s on s.subject = b.code
            where (cast(:like as text) is null or b.name ilike :like or b.code like upper(:like))
                and (cast(:colour as smallint) is null or s.colour = :colour)
                and (cast(:regions as text[]) is null or b.region like any(:regions))
                and (cast(:industries as text[]) is null or b.industry like any(:industries))
                and (cast(:status as text) is null or b.status = :status)
            """;

    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Businesses(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The business of a credit code, if the register has it. */
    public Optional<Business> find(String code) {
        return jdbc.sql("""
                        select b.*, s.colour, s.score
                        from ledger.business b left join ledger.standing s on s.subject = b.code
                        where b.code = :code""").param("code", code).query(Businesses::business).optional();
    }

    /** The businesses of the codes, by code; a code that the register does not have is left out. */
    public Map<String, Business> of(Collection<String> codes) {
        Map<String, Business> found = new HashMap<>();
        jdbc.sql("select b.*, s.colour, s.score from ledger.business b"
                        + " left join ledger.standing s on s.subject = b.code where b.code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    Business business = business(row, 0);
                    found.put(business.code(), business);
                });
        return found;
    }

    /** Those of the codes that the register has. */
    public Set<String> known(Collection<String> codes) {
        return new HashSet<>(jdbc.sql("select code from ledger.business where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * A part of the list of businesses.
     *
     * @param cursor null for the first part, else {@link Page#next} of the part before, in the same order
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<Business> page(BusinessFilter filter, BusinessOrder order, @Nullable String cursor, int limit) {
        Cursor after = cursor == null ? null : Cursor.read(cursor);
        List<Cursor> cursors = new ArrayList<>();
        List<Business> items = bind(
                        jdbc.sql("select b.*, s.colour, s.score, " + order.expression() + " as sort_value " + FROM
                                + " and (cast(:value as text) is null or (" + order.expression() + ", b.code) > (cast("
                                + ":value as " + order.type() + "), :code))"
                                + " order by sort_value, b.code limit :limit"),
                        filter)
                .param("value", after == null ? null : after.value())
                .param("code", after == null ? null : after.code())
                .param("limit", limit + 1)
                .query((row, n) -> {
                    cursors.add(new Cursor(row.getString("sort_value"), row.getString("code")));
                    return business(row, n);
                })
                .list();
        boolean more = items.size() > limit;
        return new Page<>(
                more ? items.subList(0, limit) : items,
                more ? cursors.get(limit - 1).write() : null,
                count(filter));
    }

    /** How many businesses there are. */
    public long count(BusinessFilter filter) {
        return bind(jdbc.sql("select count(*) " + FROM), filter)
                .query(Long.class)
                .single();
    }

    /**
     * How many businesses that have a grade there are, by colour and industry.
     *
     * @param except codes that are not counted
     */
    public List<GradedCount> countGraded(BusinessFilter filter, Collection<String> except) {
        return bind(
                        jdbc.sql("select s.colour, b.industry, count(*) as n " + FROM
                                + " and s.colour is not null and not (b.code = any(:except)) group by 1, 2"),
                        filter)
                .param("except", except.toArray(String[]::new))
                .query((row, _) -> new GradedCount(
                        Grade.values()[row.getInt("colour")], row.getString("industry"), row.getLong("n")))
                .list();
    }

    /**
     * The n-th smallest, in the order of unsigned bytes, of the SHA-256 digests of a prefix and the code of each business that
     * has a grade; empty where there are fewer.
     *
     * @param n from 1
     */
    public Optional<byte[]> nthDigestOfGraded(BusinessFilter filter, String prefix, long n) {
        return bind(
                        jdbc.sql("select sha256(convert_to(:prefix || b.code, 'UTF8')) as digest " + FROM
                                + " and s.colour is not null order by digest offset :before limit 1"),
                        filter)
                .param("prefix", prefix)
                .param("before", n - 1)
                .query((row, _) -> row.getBytes("digest"))
                .optional();
    }

    /**
     * Hands over each business that is in operation and has a grade, in the order of the codes. Streams where the caller holds
     * a transaction open: the number of businesses does not matter.
     */
    public void forEachGraded(BusinessFilter filter, Consumer<GradedBusiness> each) {
        bind(
                        jdbc.sql("select b.code, b.industry, s.colour, coalesce(s.urgency, 0) as urgency " + FROM
                                + " and s.colour is not null order by b.code"),
                        filter)
                .withFetchSize(10_000)
                .query(row -> {
                    each.accept(new GradedBusiness(
                            row.getString("code"),
                            Grade.values()[row.getInt("colour")],
                            row.getString("industry"),
                            row.getDouble("urgency")));
                });
    }

    /** Hands over each business in the order. Streams where the caller holds a transaction open. */
    public void forEach(BusinessFilter filter, BusinessOrder order, Consumer<Business> each) {
        bind(
                        jdbc.sql("select b.*, s.colour, s.score, " + order.expression() + " as sort_value " + FROM
                                + " order by sort_value, b.code"),
                        filter)
                .withFetchSize(1_000)
                .query(row -> {
                    each.accept(business(row, 0));
                });
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, BusinessFilter filter) {
        String text = filter.text() == null || filter.text().isBlank()
                ? null
                : "%" + filter.text().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return statement
                .param("like", text)
                .param("colour", filter.grade() == null ? null : filter.grade().ordinal())
                .param("regions", prefixes(filter.regions()))
                .param("industries", prefixes(filter.industries()))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().token());
    }

    private static String @Nullable [] prefixes(List<String> prefixes) {
        return prefixes.isEmpty()
                ? null
                : prefixes.stream().map(prefix -> prefix + "%").toArray(String[]::new);
    }

    private static Business business(ResultSet row, int n) throws SQLException {
        int colour = row.getInt("colour");
        Grade grade = row.wasNull() ? null : Grade.values()[colour];
        return new Business(
                row.getString("code"),
                row.getString("name"),
                row.getString("legal_form"),
                row.getString("legal_representative"),
                row.getBigDecimal("capital"),
                row.getString("capital_text"),
                row.getString("industry"),
                row.getString("region"),
                row.getString("address"),
                row.getString("scope"),
                status(row.getString("status")),
                row.getObject("established", LocalDate.class),
                grade,
                row.getBigDecimal("score"));
    }

    private static BusinessStatus status(String token) {
        for (BusinessStatus status : BusinessStatus.values()) {
            if (status.token().equals(token)) {
                return status;
            }
        }
        throw new IllegalStateException("no state of the register is called " + token);
    }

    private record Cursor(String value, String code) {
        static Cursor read(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
                if (parts.length == 2) {
                    return new Cursor(parts[0], parts[1]);
                }
            } catch (IllegalArgumentException e) {
                // not Base64: told below
            }
            throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors");
        }

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((value + "\n" + code).getBytes(StandardCharsets.UTF_8));
        }
    }
}
