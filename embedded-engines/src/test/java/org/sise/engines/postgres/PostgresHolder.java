package org.sise.engines.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A program that starts PostgreSQL and commits one row after the other until it is killed. */
final class PostgresHolder {

    private PostgresHolder() {}

    public static void main(String[] args) throws Exception {
        PostgresEngine engine = PostgresEngine.start(Path.of(args[0]));
        System.out.println("server " + engine.pid());
        try (var connection = DriverManager.getConnection(engine.jdbcUrl(), engine.user(), engine.password());
                var sql = connection.createStatement()) {
            sql.execute("CREATE TABLE IF NOT EXISTS committed (n bigint PRIMARY KEY)");
            for (long n = 1; ; n++) {
                sql.execute("INSERT INTO committed VALUES (" + n + ")");
                System.out.println("committed " + n);
            }
        }
    }
}
