package org.sise.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKey;
import org.sise.core.person.PersonKeys;
import org.sise.core.record.Branch;
import org.sise.core.record.BusinessStatus;
import org.sise.core.record.Concert;
import org.sise.core.record.Contact;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.HolderKind;
import org.sise.core.record.Holding;
import org.sise.core.record.LegalRepresentative;
import org.sise.core.record.Officer;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordState;
import org.sise.core.record.Registration;
import org.sise.core.record.Supply;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.ledger.Migrations;
import org.sise.ledger.record.Appended;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh ledger in PostgreSQL, and short words for the records that relate people and businesses. */
public final class TestLedger {

    public static final LocalDate FOUNDED = LocalDate.of(2020, 1, 2);
    public static final PersonKeys KEYS = new PersonKeys("a secret for tests only".getBytes());

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final Records records;
    private final TransactionTemplate transaction;
    private List<RecordEntry> entries = new ArrayList<>();
    private RecordState state = RecordState.EFFECTIVE;
    private @Nullable LocalDate until;

    public TestLedger() {
        TestDatabase database = TestEngines.freshDatabase();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        Migrations.migrate(dataSource, "ledger");
        records = new Records(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    /** The n-th of a row of valid credit codes. */
    public static CreditCode code(int n) {
        String first = "91210400" + "%09d".formatted(n);
        return new CreditCode(first + CreditCode.checkCharacter(first));
    }

    /** The key of the n-th person with an identity number. */
    public static PersonKey person(int n) {
        return KEYS.ofNumber("person " + n);
    }

    public TestLedger business(int n, String name) {
        return business(n, name, null);
    }

    public TestLedger business(int n, String name, @Nullable String address) {
        return add(
                "registration " + n,
                new Registration(
                        header(n, FOUNDED),
                        name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "210400",
                        address,
                        null,
                        BusinessStatus.OPERATING));
    }

    public TestLedger holds(String matter, int holder, int held, @Nullable String percent) {
        return holding(matter, HolderKind.BUSINESS, "企业" + holder, holder, null, held, percent);
    }

    public TestLedger holds(String matter, String person, @Nullable PersonKey key, int held, @Nullable String percent) {
        return holding(matter, HolderKind.PERSON, person, null, key, held, percent);
    }

    public TestLedger bodyHolds(String matter, String body, int held, @Nullable String percent) {
        return holding(matter, HolderKind.OTHER, body, null, null, held, percent);
    }

    public TestLedger represents(String matter, String person, @Nullable PersonKey key, int business) {
        return add(matter, new LegalRepresentative(header(business, FOUNDED), person, key, until));
    }

    public TestLedger officer(
            String matter, String person, @Nullable PersonKey key, int business, @Nullable String position) {
        return add(matter, new Officer(header(business, FOUNDED), person, key, position, until));
    }

    public TestLedger branch(String matter, int branch, int parent) {
        return add(matter, new Branch(header(branch, FOUNDED), "企业" + parent, code(parent), until));
    }

    public TestLedger supplies(String matter, int supplier, int customer, @Nullable String goods) {
        return add(matter, new Supply(header(customer, FOUNDED), "企业" + supplier, code(supplier), goods, until));
    }

    /** The n-th telephone number is a business's. */
    public TestLedger phone(String matter, int n, int business) {
        return add(matter, new Contact(header(business, FOUNDED), KEYS.ofNumber("phone " + n), until));
    }

    public TestLedger concert(String matter, String person, @Nullable PersonKey key, int business, String agreement) {
        return add(
                matter, new Concert(header(business, FOUNDED), agreement, HolderKind.PERSON, person, null, key, until));
    }

    public TestLedger concert(String matter, int member, int business, String agreement) {
        return add(
                matter,
                new Concert(
                        header(business, FOUNDED),
                        agreement,
                        HolderKind.BUSINESS,
                        "企业" + member,
                        code(member),
                        null,
                        until));
    }

    /** Until the next call, records are of this state. */
    public TestLedger state(RecordState next) {
        this.state = next;
        return this;
    }

    /** Until the next call, relations end on this day. */
    public TestLedger until(@Nullable LocalDate last) {
        this.until = last;
        return this;
    }

    /** Appends what was said since the last call, in a transaction of its own. */
    public Appended append() {
        return transaction.execute(_ -> appendHere());
    }

    /** Appends what was said since the last call, in the transaction that the caller has begun. */
    public Appended appendHere() {
        List<RecordEntry> said = entries;
        entries = new ArrayList<>();
        return records.append("test", 1, said);
    }

    private TestLedger holding(
            String matter,
            HolderKind kind,
            String name,
            @Nullable Integer code,
            @Nullable PersonKey key,
            int held,
            @Nullable String percent) {
        return add(
                matter,
                new Holding(
                        header(held, FOUNDED),
                        kind,
                        name,
                        code == null ? null : code(code),
                        key,
                        percent == null ? null : new BigDecimal(percent),
                        until));
    }

    private RecordHeader header(int subject, LocalDate date) {
        return new RecordHeader(code(subject), date, null, "市场监管局", state, null, null, null, null);
    }

    private TestLedger add(String matter, CreditRecord record) {
        entries.add(new RecordEntry(record, matter, entries.size() + 1, "{}"));
        return this;
    }
}
