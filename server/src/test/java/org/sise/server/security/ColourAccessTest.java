package org.sise.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColourAccessTest {

    private static final String OWN = "91210102MA0000001D";
    private static final String OTHER = "91210103MA0000002X";

    private final Account company = account(Role.COMPANY, OWN);
    private final Account officer = account(Role.OFFICER, null);

    @Test
    void a_company_sees_its_own_colour_and_no_other_business() {
        ColourAccess access = access("officer", "company");
        assertThat(access.seesColourOf(company, OWN)).isTrue();
        assertThat(access.seesColourOf(company, OTHER)).isFalse();
        assertThat(access.seesBusiness(company, OTHER)).isFalse();
        assertThat(access.seesColours(company)).isFalse();
    }

    @Test
    void a_role_that_is_not_named_sees_businesses_without_colours() {
        ColourAccess access = access("regulator");
        assertThat(access.seesBusiness(officer, OTHER)).isTrue();
        assertThat(access.seesColours(officer)).isFalse();
        assertThat(access.seesColourOf(company, OWN)).isFalse();
    }

    @Test
    void an_unknown_role_is_refused_at_the_start() {
        assertThatThrownBy(() -> access("king")).hasMessageContaining("king");
    }

    @Test
    void a_company_account_names_its_business() {
        assertThatThrownBy(() -> account(Role.COMPANY, null)).hasMessageContaining("credit code");
    }

    private static ColourAccess access(String... roles) {
        return new ColourAccess(
                new AccessSettings(List.of(roles), false, "", new AccessSettings.Login(5, Duration.ofMinutes(1))));
    }

    private static Account account(Role role, String code) {
        return new Account("a", Set.of(role), "甲", "A", code, true);
    }
}
