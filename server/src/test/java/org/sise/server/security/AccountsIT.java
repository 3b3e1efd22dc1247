package org.sise.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountsIT {

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private Accounts accounts;

    @BeforeEach
    void database() {
        TestDatabase database = TestEngines.freshDatabase();
        accounts = new Accounts(
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()), encoder);
    }

    @Test
    void an_account_comes_back_as_it_was_added_and_its_password_only_as_a_hash() {
        Account account = new Account("li.si", Set.of(Role.OFFICER, Role.REGULATOR), "李四", "Li Si", null, true);
        accounts.add(account, "correct horse");
        assertThat(accounts.find("li.si")).contains(account);
        assertThat(accounts.passwordOf("li.si"))
                .hasValueSatisfying(hash -> assertThat(hash)
                        .startsWith("{bcrypt}")
                        .doesNotContain("correct horse")
                        .matches(stored -> encoder.matches("correct horse", stored)));
    }

    @Test
    void the_demo_has_one_account_a_role_a_second_approver_and_a_company_only_with_its_business() {
        accounts.addDemoAccounts("demo", null);
        assertThat(accounts.all())
                .extracting(Account::name)
                .containsExactly(
                        "approver",
                        "approver2",
                        "auditor",
                        "department",
                        "officer",
                        "officer2",
                        "policymaker",
                        "regulator");
        accounts.addDemoAccounts("demo", "91210102MA0000001D");
        assertThat(accounts.find("company").orElseThrow().creditCode()).isEqualTo("91210102MA0000001D");
    }

    @Test
    void two_officers_of_the_demo_stand_for_certificates_and_a_certificate_has_one_account() {
        accounts.addDemoAccounts("demo", null, List.of("LN-1", "LN-2"));
        assertThat(accounts.find("officer").orElseThrow().certificate()).isEqualTo("LN-1");
        assertThat(accounts.find("officer2").orElseThrow().certificate()).isEqualTo("LN-2");
        assertThat(accounts.find("regulator").orElseThrow().certificate()).isNull();
        Account third = new Account("third", Set.of(Role.OFFICER), "三", "Third", null, "LN-1", true);
        assertThatThrownBy(() -> accounts.add(third, "x")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_name_has_a_plain_form() {
        Account account = new Account("Li Si", Set.of(Role.OFFICER), "李四", "Li Si", null, true);
        assertThatThrownBy(() -> accounts.add(account, "x")).isInstanceOf(DataIntegrityViolationException.class);
    }
}
