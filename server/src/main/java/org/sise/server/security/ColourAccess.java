package org.sise.server.security;

import java.util.Set;

/** Who may see which business and its colour; by the setting {@code sise.colour-visible-to}. */
public final class ColourAccess {

    private final Set<Role> roles;

    ColourAccess(AccessSettings settings) {
        this.roles = settings.colourRoles();
    }

    /** Whether the account may see colours of businesses other than its own: in lists, sums and filters. */
    public boolean seesColours(Account account) {
        return account.roles().stream().anyMatch(role -> role != Role.COMPANY && roles.contains(role));
    }

    /** Whether the account may see this business's colour, score, reasons and receipt. */
    public boolean seesColourOf(Account account, String creditCode) {
        boolean own = account.has(Role.COMPANY) && creditCode.equals(account.creditCode());
        return seesColours(account) || (own && roles.contains(Role.COMPANY));
    }

    /** Whether the account may see this business at all. */
    public boolean seesBusiness(Account account, String creditCode) {
        return account.isAuthority() || creditCode.equals(account.creditCode());
    }
}
