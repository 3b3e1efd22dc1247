package org.sise.integrations.fetch;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.DatabaseSource;
import org.sise.integrations.landing.Fetch;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One look at a query on a department's database: one statement, so one state of it, streamed into one file. With a
 * watermark only rows from the last one on are read, less the lag; those of them that were read before are known by
 * their content and left out.
 */
final class DatabasePull {

    private static final String AT = "at";
    private static final JsonMapper JSON = new JsonMapper();

    private final String feed;
    private final DatabaseSource source;
    private final Spool spool;
    private final PullTools tools;

    DatabasePull(String feed, DatabaseSource source, Spool spool, PullTools tools) {
        this.feed = feed;
        this.source = source;
        this.spool = spool;
        this.tools = tools;
    }

    void run(Optional<Fetch> former, Gain gain) throws PullFault {
        new Retry(source.retry(), tools.random(), tools.pause()).run(() -> {
            try (Connection connection = connect()) {
                read(connection, former, gain);
            } catch (SQLException e) {
                throw fault(e);
            }
            return true;
        });
    }

    private Connection connect() throws SQLException, PullFault {
        Properties login = new Properties();
        if (source.user() != null) {
            login.setProperty("user", source.user());
        }
        if (source.password() != null) {
            login.setProperty("password", tools.secrets().value(source.password()));
        }
        Connection connection = DriverManager.getConnection(source.url(), login);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(source.timeout().toMillis()));
        } catch (SQLFeatureNotSupportedException e) {
            // Only the statement's own limit holds then.
        }
        return connection;
    }

    private void read(Connection connection, Optional<Fetch> former, Gain gain) throws SQLException, PullFault {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        DatabaseColumns columns = columns(connection);
        DatabaseSource.Watermark rule = source.watermark();
        int place = rule == null ? 0 : place(columns, rule.column());
        DatabaseMark mark = rule == null ? null : new DatabaseMark(rule, columns.kind(place));
        String column = rule == null ? "" : quote + columns.names().get(place - 1) + quote;
        if (rule != null && mark != null && !mark.fits()) {
            throw PullFault.lasting(
                    PullReason.QUERY,
                    "列 %s 不是 watermark.type 所说的类型".formatted(column),
                    "column %s is not of the type that watermark.type says".formatted(column));
        }
        List<String> order = new ArrayList<>(mark == null ? List.of() : List.of(column));
        for (String key : source.key()) {
            order.add(quote + columns.names().get(place(columns, key) - 1) + quote);
        }
        BigDecimal last = mark == null ? null : last(mark, former);
        BigDecimal from = last == null || mark == null ? null : former.isPresent() ? mark.back(last) : last;
        BigDecimal to = mark == null ? null : mark.bound(tools.clock());
        StringBuilder sql = new StringBuilder("select * from (" + source.query() + ") sise_rows");
        if (mark != null) {
            withoutMark(connection, column, gain);
            sql.append(" where ").append(column).append(" is not null");
            sql.append(from == null ? "" : " and " + column + " >= ?");
            sql.append(to == null ? "" : " and " + column + " <= ?");
        }
        sql.append(order.isEmpty() ? "" : " order by " + String.join(", ", order));
        try (PreparedStatement query = connection.prepareStatement(sql.toString());
                Gathering rows = Gathering.begin(spool, feed, former)) {
            query.setFetchSize(source.fetchSize());
            query.setQueryTimeout(Math.toIntExact(source.timeout().toSeconds()));
            int parameter = 1;
            for (BigDecimal bound : new BigDecimal[] {from, to}) {
                if (bound != null && mark != null) {
                    query.setObject(parameter++, mark.parameter(bound));
                }
            }
            try (ResultSet result = query.executeQuery()) {
                gather(result, columns, place, mark, last, rows, gain);
            }
        }
    }

    private void gather(
            ResultSet result,
            DatabaseColumns columns,
            int place,
            @Nullable DatabaseMark mark,
            @Nullable BigDecimal last,
            Gathering rows,
            Gain gain)
            throws SQLException, PullFault {
        RowWindow<BigDecimal> window = new RowWindow<>();
        BigDecimal latest = last;
        while (result.next()) {
            if (rows.read() % source.fetchSize() == 0) {
                tools.pause().pause(Duration.ZERO);
            }
            byte[] digest = rows.add(JSON.writeValueAsBytes(columns.row(result)));
            if (mark != null) {
                BigDecimal at = mark.read(result, place);
                latest = latest == null ? at : latest.max(at);
                window.add(at, digest);
                window.dropBefore(mark.back(latest));
            }
        }
        String position =
                mark == null || latest == null ? "{}" : JSON.writeValueAsString(Map.of(AT, mark.text(latest)));
        rows.end(position, mark == null ? null : window.digests(), gain);
    }

    private DatabaseColumns columns(Connection connection) throws SQLException {
        try (PreparedStatement none =
                        connection.prepareStatement("select * from (" + source.query() + ") sise_rows where 1 = 0");
                ResultSet result = none.executeQuery()) {
            return new DatabaseColumns(result.getMetaData());
        }
    }

    private static int place(DatabaseColumns columns, String name) throws PullFault {
        int place = columns.place(name);
        if (place == 0) {
            throw PullFault.lasting(
                    PullReason.QUERY,
                    "查询没有列 %s, 有: %s".formatted(name, columns.names()),
                    "the query has no column %s but %s".formatted(name, columns.names()));
        }
        return place;
    }

    private static @Nullable BigDecimal last(DatabaseMark mark, Optional<Fetch> former) {
        String at = former.map(fetch -> JSON.readValue(fetch.position(), new TypeReference<Map<String, String>>() {})
                        .get(AT))
                .orElse(mark.rule().initial());
        return at == null ? null : mark.of(at);
    }

    /** A row without a watermark is never read: somebody is to know. */
    private void withoutMark(Connection connection, String column, Gain gain) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                        "select count(*) from (" + source.query() + ") sise_rows where " + column + " is null");
                ResultSet result = count.executeQuery()) {
            if (result.next() && result.getLong(1) > 0) {
                gain.remark("%d行没有 %s, 未取 / rows have no %s and are not fetched"
                        .formatted(result.getLong(1), column, column));
            }
        }
    }

    private static PullFault fault(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        String says = String.valueOf(e.getMessage());
        if (e instanceof SQLTimeoutException || state.equals("57014")) {
            return PullFault.passing(PullReason.TIMEOUT, says, says, e);
        }
        if (state.startsWith("28")) {
            return PullFault.lasting(PullReason.DENIED, "请检查用户与密钥", "check user and secret: " + says, e);
        }
        if (state.matches("(08|40|53|57).*")
                || e instanceof SQLTransientException
                || e instanceof SQLRecoverableException) {
            return PullFault.passing(PullReason.UNREACHABLE, says, says, e);
        }
        return PullFault.lasting(PullReason.QUERY, says, "[%s] %s".formatted(state, says), e);
    }
}
