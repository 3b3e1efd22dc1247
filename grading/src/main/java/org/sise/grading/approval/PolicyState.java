package org.sise.grading.approval;

import org.sise.core.record.Labelled;

/** Where a version of a policy stands. */
public enum PolicyState implements Labelled {
    /** 草案: kept, not yet before the approvers. */
    DRAFT("draft", "草案", "draft"),
    /** 待审批: before the approvers, with the day from which it is to be in force. */
    SUBMITTED("submitted", "待审批", "submitted"),
    /** 待生效: approved by two people; its day has not come. */
    SCHEDULED("scheduled", "待生效", "approved, not yet in force"),
    /** 生效中: grades are made by it. */
    IN_FORCE("in-force", "生效中", "in force"),
    /** 已被取代: was in force until another one came. */
    SUPERSEDED("superseded", "已被取代", "superseded"),
    /** 已驳回: refused by an approver, for good. */
    REFUSED("refused", "已驳回", "refused"),
    /** 已撤回: taken back by a policy maker; may be submitted again as it is. */
    WITHDRAWN("withdrawn", "已撤回", "withdrawn");

    private final String token;
    private final String zh;
    private final String en;

    PolicyState(String token, String zh, String en) {
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

    static PolicyState ofToken(String token) {
        for (PolicyState state : values()) {
            if (state.token.equals(token)) {
                return state;
            }
        }
        throw new IllegalStateException("no state of a policy is called " + token);
    }
}
