package org.sise.engines.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL database of one test class.
 *
 * @param jdbcUrl its address, without user and password
 * @param user a user who may do everything in it
 * @param password that user's password, possibly empty
 */
public record TestDatabase(String jdbcUrl, String user, String password) {

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }
}
