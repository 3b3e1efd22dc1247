package org.sise.ledger;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.ledger.record.RecordEntry;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty ledger in a database of its own, and records to put into it. */
public final class LedgerFixture {

    public final DataSource dataSource;
    public final TransactionTemplate transaction;

    public LedgerFixture() {
        TestDatabase database = TestEngines.freshDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        this.dataSource = source;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        Migrations.migrate(source, "ledger");
    }

    /** The n-th fictitious business's code, valid in both checks. */
    public static String code(int n) {
        String body = "FX%06d".formatted(n);
        String first17 = "91210100" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }

    public static RecordEntry registration(String code, String name) {
        return entry(
                RecordKind.REGISTRATION,
                code,
                Map.of(
                        "subject",
                        code,
                        "date",
                        "2020-01-01",
                        "department",
                        "市场监督管理局",
                        "name",
                        name,
                        "status",
                        "operating",
                        "region",
                        "210102",
                        "industry",
                        "6210"));
    }

    public static RecordEntry penalty(String code, String document, String date, String fine) {
        return entry(
                RecordKind.PENALTY,
                document,
                Map.of(
                        "subject",
                        code,
                        "date",
                        date,
                        "document",
                        document,
                        "department",
                        "市场监督管理局",
                        "category",
                        "罚款",
                        "severity",
                        "general",
                        "amount",
                        fine));
    }

    private static RecordEntry entry(RecordKind kind, String key, Map<String, String> texts) {
        return new RecordEntry(RecordShape.of(kind).read(new HashMap<>(texts)), key, 1, "{\"row\":\"" + key + "\"}");
    }
}
