package org.sise.server.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts, in the table {@code server.account}. Passwords are kept as hashes only. */
public final class Accounts {

    private static final String SECOND_APPROVER = "approver2";
    private static final String SECOND_OFFICER = "officer2";

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;

    /** Brings the schema {@code server} up to date. */
    public Accounts(DataSource dataSource, PasswordEncoder encoder) {
        Migrations.migrate(dataSource, "server");
        this.jdbc = JdbcClient.create(dataSource);
        this.encoder = encoder;
    }

    /** Adds an account, or gives the one of that name these values and this password. */
    public void add(Account account, String password) {
        jdbc.sql("""
                        insert into server.account (name, password, roles, zh, en, credit_code, certificate, enabled)
                        values (:name, :password, :roles, :zh, :en, :code, :certificate, :enabled)
                        on conflict (name) do update set password = excluded.password, roles = excluded.roles,
                            zh = excluded.zh, en = excluded.en, credit_code = excluded.credit_code,
                            certificate = excluded.certificate, enabled = excluded.enabled""")
                .param("name", account.name())
                .param("password", encoder.encode(password))
                .param(
                        "roles",
                        account.roles().stream().map(Role::token).sorted().toArray(String[]::new))
                .param("zh", account.zh())
                .param("en", account.en())
                .param("code", account.creditCode())
                .param("certificate", account.certificate())
                .param("enabled", account.enabled())
                .update();
    }

    /** The account of a name, if there is one. */
    public Optional<Account> find(String name) {
        return jdbc.sql("select * from server.account where name = :name")
                .param("name", name)
                .query(Accounts::account)
                .optional();
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return jdbc.sql("select * from server.account order by name")
                .query(Accounts::account)
                .list();
    }

    /**
     * Adds one account a role, all with one password: {@code regulator}, {@code officer}, {@code policymaker}, {@code
     * approver}, {@code department}, {@code auditor}, {@code company} where a business is given, {@code approver2}, since a
     * policy takes two people's approval, and {@code officer2}, since a visit takes two officers. For demonstrations.
     *
     * @param creditCode the business of the company account, or null for no such account
     */
    public void addDemoAccounts(String password, @Nullable String creditCode) {
        addDemoAccounts(password, creditCode, List.of());
    }

    /**
     * Adds the demo accounts, as {@link #addDemoAccounts(String, String)}.
     *
     * @param certificates those of the officers, in the order of {@code officer} and {@code officer2}; none for officers
     *     who cannot scan yet
     */
    public void addDemoAccounts(String password, @Nullable String creditCode, List<String> certificates) {
        for (Role role : Role.values()) {
            if (role != Role.COMPANY || creditCode != null) {
                add(
                        new Account(
                                demoName(role),
                                EnumSet.of(role),
                                "演示" + role.zh(),
                                "Demo " + role.en(),
                                role == Role.COMPANY ? creditCode : null,
                                role == Role.OFFICER && !certificates.isEmpty() ? certificates.getFirst() : null,
                                true),
                        password);
            }
        }
        add(
                new Account(
                        SECOND_APPROVER,
                        EnumSet.of(Role.APPROVER),
                        "演示" + Role.APPROVER.zh() + "二",
                        "Demo second " + Role.APPROVER.en(),
                        null,
                        true),
                password);
        add(
                new Account(
                        SECOND_OFFICER,
                        EnumSet.of(Role.OFFICER),
                        "演示" + Role.OFFICER.zh() + "二",
                        "Demo second " + Role.OFFICER.en(),
                        null,
                        certificates.size() > 1 ? certificates.get(1) : null,
                        true),
                password);
    }

    /** The demo accounts that there are and that may sign in, in the order of the roles. */
    public List<Account> demoAccounts() {
        List<Account> demo = new ArrayList<>();
        for (Role role : Role.values()) {
            find(demoName(role)).filter(Account::enabled).ifPresent(demo::add);
            if (role == Role.APPROVER || role == Role.OFFICER) {
                find(role == Role.APPROVER ? SECOND_APPROVER : SECOND_OFFICER)
                        .filter(Account::enabled)
                        .ifPresent(demo::add);
            }
        }
        return demo;
    }

    private static String demoName(Role role) {
        return role.token().replace("-", "");
    }

    /** The stored hash of an account's password. */
    Optional<String> passwordOf(String name) {
        return jdbc.sql("select password from server.account where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Object token : (Object[]) row.getArray("roles").getArray()) {
            roles.add(Role.ofToken((String) token));
        }
        return new Account(
                row.getString("name"),
                roles,
                row.getString("zh"),
                row.getString("en"),
                row.getString("credit_code"),
                row.getString("certificate"),
                row.getBoolean("enabled"));
    }
}
