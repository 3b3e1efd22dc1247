package org.sise.server.security;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access, {@code sise.*}.
 *
 * @param colourVisibleTo tokens of the roles that may see colours, scores and receipts; {@code company} means a company
 *     account's own business, whoever else is left out
 * @param demo whether the sign-in page lists the demo accounts
 * @param demoPassword the demo accounts' password, shown on that page
 * @param login limits of failed sign-ins
 */
@ConfigurationProperties("sise")
public record AccessSettings(
        @DefaultValue({"regulator", "officer", "policy-maker", "approver", "department", "auditor", "company"})
        List<String> colourVisibleTo,

        @DefaultValue("false") boolean demo,
        @DefaultValue("") String demoPassword,
        @DefaultValue Login login) {

    /**
     * Limits of failed sign-ins.
     *
     * @param failures after how many failures in a row a name is locked
     * @param lock for how long
     */
    public record Login(
            @DefaultValue("5") int failures,
            @DefaultValue("1m") Duration lock) {}

    /** @throws IllegalArgumentException when a role is unknown */
    public AccessSettings {
        colourVisibleTo = List.copyOf(colourVisibleTo);
        roles(colourVisibleTo);
    }

    /** The roles that may see colours. */
    public Set<Role> colourRoles() {
        return roles(colourVisibleTo);
    }

    private static Set<Role> roles(List<String> tokens) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        tokens.forEach(token -> roles.add(Role.ofToken(token)));
        return roles;
    }
}
