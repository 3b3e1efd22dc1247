package org.sise.engines.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sise.engines.host.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that gives databases to tests.
 *
 * @param url JDBC address of a database from which others may be created
 * @param user may create databases
 * @param password that user's
 * @param outlivesTests whether databases have to be dropped when the JVM ends
 */
record TestServer(String url, String user, String password, boolean outlivesTests) {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^?]*)(\\?.*)?");

    TestServer {
        if (!ADDRESS.matcher(url).matches()) {
            throw new EngineException("Not a PostgreSQL address like jdbc:postgresql://host:5432/postgres: " + url);
        }
    }

    TestDatabase freshDatabase() {
        String name = "sise_test_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        execute(
                "CREATE DATABASE " + name
                        + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
        if (outlivesTests) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
        }
        return new TestDatabase(addressOf(name), user, password);
    }

    private String addressOf(String database) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            throw new IllegalStateException(url);
        }
        String parameters = address.group(3);
        return address.group(1) + database + (parameters == null ? "" : parameters);
    }

    private void drop(String name) {
        try {
            execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (EngineException e) {
            LOG.warn("The test database {} stays behind", name, e);
        }
    }

    private void execute(String command) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(command);
        } catch (SQLException e) {
            throw new EngineException("PostgreSQL at " + url + " refuses: " + command + ": " + e.getMessage(), e);
        }
    }
}
