package org.sise.server.security;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param name by which it signs in: lower-case letters, digits, {@code . _ -}
 * @param roles what it is for, at least one
 * @param zh its name in Chinese, as shown
 * @param en its name in English, as shown
 * @param creditCode the business that a company account speaks for, or null
 * @param certificate the enforcement certificate in whose name an officer scans, or null
 * @param enabled whether it may sign in
 */
public record Account(
        String name,
        Set<Role> roles,
        String zh,
        String en,
        @Nullable String creditCode,
        @Nullable String certificate,
        boolean enabled)
        implements Serializable {

    /** @throws IllegalArgumentException when there is no role, or a company account names no business */
    public Account {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("account " + name + " needs a role");
        }
        if (roles.contains(Role.COMPANY) && creditCode == null) {
            throw new IllegalArgumentException("company account " + name + " needs the credit code of its business");
        }
        roles = Set.copyOf(EnumSet.copyOf(roles));
    }

    /** An account without a certificate. */
    public Account(String name, Set<Role> roles, String zh, String en, @Nullable String creditCode, boolean enabled) {
        this(name, roles, zh, en, creditCode, null, enabled);
    }

    /** Whether it has one of these roles. */
    public boolean has(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has a role of the authority, that is, any role but {@link Role#COMPANY}. */
    public boolean isAuthority() {
        return roles.stream().anyMatch(role -> role != Role.COMPANY);
    }
}
