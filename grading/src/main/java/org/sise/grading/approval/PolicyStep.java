package org.sise.grading.approval;

import org.sise.core.record.Labelled;

/** What can happen to a version of a policy. The token is what the event table holds. */
public enum PolicyStep implements Labelled {
    /** 起草: the file was kept. */
    DRAFTED("drafted", "起草", "drafted"),
    /** 提交: put before the approvers. */
    SUBMITTED("submitted", "提交审批", "submitted"),
    /** 批准: one approver agreed. */
    APPROVED("approved", "批准", "approved"),
    /** 确定生效日: the last approval set the day. */
    SCHEDULED("scheduled", "确定生效日", "day set"),
    /** 生效: the day came, all businesses entered the regrade queue. */
    IN_FORCE("in-force", "生效", "in force"),
    /** 被取代: another version came into force. */
    SUPERSEDED("superseded", "被取代", "superseded"),
    /** 驳回: an approver refused it. */
    REFUSED("refused", "驳回", "refused"),
    /** 撤回: a policy maker took it back. */
    WITHDRAWN("withdrawn", "撤回", "withdrawn");

    private final String token;
    private final String zh;
    private final String en;

    PolicyStep(String token, String zh, String en) {
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

    static PolicyStep ofToken(String token) {
        for (PolicyStep step : values()) {
            if (step.token.equals(token)) {
                return step;
            }
        }
        throw new IllegalStateException("no step of a policy is called " + token);
    }
}
