package org.sise.server.web;

import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.Role;

/** Who looks at a page, and what a page may offer. */
public final class Me {

    private final Account account;
    private final ColourAccess colours;

    Me(Account account, ColourAccess colours) {
        this.account = account;
        this.colours = colours;
    }

    /** The account. */
    public Account account() {
        return account;
    }

    /** Whether colours of all businesses may be shown. */
    public boolean seesColours() {
        return colours.seesColours(account);
    }

    /** Whether lists of businesses and plans may be shown. */
    public boolean isAuthority() {
        return account.isAuthority();
    }

    /** Whether new plans may be made. */
    public boolean makesPlans() {
        return account.has(Role.REGULATOR);
    }

    /** Whether plans may be committed, drawn and cancelled. */
    public boolean decidesPlans() {
        return account.has(Role.REGULATOR, Role.APPROVER);
    }

    /** Whether findings may be exempted, and corrections ordered and looked at. */
    public boolean inspects() {
        return account.has(Role.REGULATOR, Role.OFFICER);
    }

    /** Whether results may be published, and modes of supervision decided on. */
    public boolean regulates() {
        return account.has(Role.REGULATOR);
    }

    /** Whether policies may be drafted, submitted and taken back. */
    public boolean makesPolicies() {
        return account.has(Role.POLICY_MAKER);
    }

    /** Whether policies may be approved and refused. */
    public boolean approvesPolicies() {
        return account.has(Role.APPROVER);
    }

    /** Whether policies may be tried on the ledger. */
    public boolean triesPolicies() {
        return account.has(Role.POLICY_MAKER, Role.APPROVER);
    }

    /** Whether deliveries and the quarantine may be shown. */
    public boolean readsFeeds() {
        return account.has(Role.REGULATOR, Role.POLICY_MAKER, Role.APPROVER, Role.DEPARTMENT, Role.AUDITOR);
    }

    /** Whether quarantined rows may be replayed. */
    public boolean replaysRows() {
        return account.has(Role.REGULATOR, Role.DEPARTMENT);
    }

    /** Whether notices may be sent again and passed over. */
    public boolean sendsNotices() {
        return account.has(Role.REGULATOR);
    }

    /** Whether codes may be scanned and shown, and findings written down. */
    public boolean scans() {
        return account.has(Role.OFFICER);
    }

    /** Whether tasks may be proposed. */
    public boolean proposesTasks() {
        return account.has(Role.REGULATOR, Role.OFFICER, Role.DEPARTMENT);
    }

    /** Whether cases of credit repair may be shown. */
    public boolean readsRepairs() {
        return account.has(Role.REGULATOR, Role.APPROVER, Role.AUDITOR);
    }

    /** Whether it speaks for a business, which has a desk of its own. */
    public boolean hasDesk() {
        return account.has(Role.COMPANY);
    }

    /** Whether measures, listings and commitments may be moved on. */
    public boolean movesMeasures() {
        return account.has(Role.REGULATOR, Role.APPROVER);
    }

    /** Whether talks may be led and cases be reviewed. */
    public boolean talks() {
        return account.has(Role.REGULATOR, Role.OFFICER, Role.APPROVER);
    }

    /** Whether measures may be acknowledged and carried out. */
    public boolean carriesOutMeasures() {
        return account.has(Role.REGULATOR, Role.DEPARTMENT);
    }

    /** Whether the audit log may be shown. */
    public boolean audits() {
        return account.has(Role.AUDITOR);
    }
}
