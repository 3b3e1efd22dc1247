package org.sise.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a module's own schema up to date: schema {@code x} from the class path folder {@code db/x}. */
public final class Migrations {

    private Migrations() {}

    /**
     * Creates the schema where it is missing and runs what has not run yet.
     *
     * @throws org.flywaydb.core.api.FlywayException when a migration fails or an earlier one was altered
     */
    public static void migrate(DataSource dataSource, String schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
    }
}
