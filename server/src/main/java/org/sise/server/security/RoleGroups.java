package org.sise.server.security;

/** Roles that may do the same, by the names of {@link Role}. */
final class RoleGroups {

    static final String[] AUTHORITY = {"REGULATOR", "OFFICER", "POLICY_MAKER", "APPROVER", "DEPARTMENT", "AUDITOR"};
    static final String[] PLANNERS = {"REGULATOR", "APPROVER"};
    static final String[] PROPOSERS = {"REGULATOR", "OFFICER", "DEPARTMENT"};

    static final String[] REPAIR_READERS = {"REGULATOR", "APPROVER", "AUDITOR"};
    static final String[] RULE_MAKERS = {"POLICY_MAKER", "APPROVER"};
    static final String[] FEED_READERS = {"REGULATOR", "POLICY_MAKER", "APPROVER", "DEPARTMENT", "AUDITOR"};
    static final String[] INSPECTING = {"REGULATOR", "OFFICER"};
    static final String[] REPORTING = {"REGULATOR", "OFFICER", "COMPANY"};
    static final String[] TALKING = {"REGULATOR", "OFFICER", "APPROVER"};
    static final String[] FEED_WRITERS = {"REGULATOR", "DEPARTMENT"};

    private RoleGroups() {}
}
