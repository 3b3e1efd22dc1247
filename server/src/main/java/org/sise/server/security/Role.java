package org.sise.server.security;

import java.util.Locale;
import org.sise.core.record.Labelled;

/** What an account is for. The token is what the account table holds. */
public enum Role implements Labelled {
    /** 监管人员: plans inspections. */
    REGULATOR("regulator", "监管人员", "regulator"),
    /** 执法人员: inspects. */
    OFFICER("officer", "执法人员", "officer"),
    /** 政策制定人员: changes the rules. */
    POLICY_MAKER("policy-maker", "政策制定人员", "policy maker"),
    /** 审批人员: approves plans and policies. */
    APPROVER("approver", "审批人员", "approver"),
    /** 企业: one business, seeing itself. */
    COMPANY("company", "企业用户", "company"),
    /** 部门用户: a department that supplies records. */
    DEPARTMENT("department", "部门用户", "department"),
    /** 审计人员: reads the audit log. */
    AUDITOR("auditor", "审计人员", "auditor");

    private final String token;
    private final String zh;
    private final String en;

    Role(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** The name of this role among Spring Security's authorities. */
    String authority() {
        return "ROLE_" + name();
    }

    /**
     * The role of a token.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role ofToken(String token) {
        for (Role role : values()) {
            if (role.token.equals(token.toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role is called " + token);
    }
}
