package org.sise.grading.approval;

import org.jspecify.annotations.Nullable;

/** Why a step of a policy's approval is refused, with what to do about it. */
public enum PolicyRefusal {
    /** The very same bytes are there already. */
    SAME_FILE(
            "file", true, "相同的文件已存在：{0}（{1}）。请直接使用该版本", "the same file is there already: {0} ({1}); use that version"),
    /** Another file has this id and version. */
    SAME_NAME(
            "file",
            true,
            "{0} 已有内容不同的文件。已保存的版本不能修改，请改写“version”后作为新版本上传",
            "{0} is there with another content; a version is never changed, write another “version” and upload it as new"),
    /** A grade of the policy stands for no colour. */
    NO_COLOUR(
            "file",
            false,
            "等级“{0}”没有对应颜色，不能用于四色评级。请为每个等级写明“colour”",
            "grade “{0}” stands for no colour and cannot grade businesses; give every grade its “colour”"),
    /** What was asked does not go with the present state. */
    WRONG_STATE(null, true, "{0} 为“{1}”，不能{2}", "{0} is {3}; it cannot be {4} now"),
    /** The approver wrote or submitted it. */
    OWN_WORK(
            null,
            true,
            "{0} 由 {1} 起草或提交，须由其他人批准",
            "{0} was written or submitted by {1}; somebody else must approve it"),
    /** The approver has approved it before. */
    TWICE(null, true, "{1} 已批准过 {0}，还须另一人批准", "{1} has approved {0} already; another person must approve it"),
    /** There is no finished what-if of this file against the policy in force. */
    NO_WHAT_IF(
            null,
            true,
            "{0} 还没有与现行规则（{1}）对比的全量推演。请先推演，再批准",
            "{0} has no finished what-if against the policy in force ({1}); run it before approving"),
    /** The day has passed and not everybody has agreed to that. */
    DAY_PAST(
            "inForceFrom",
            false,
            "生效日 {0} 早于今天（{1}）。请改为今天或以后；确需追溯的，提交人和每位批准人都须明示同意",
            "the day {0} is before today ({1}); take today or later, or let the submitter and each approver agree to it expressly"),
    /** Another version is in force from the same day. */
    DAY_TAKEN("inForceFrom", true, "{1} 也自 {0} 起生效，请另选一天", "{1} is in force from {0} as well; choose another day"),
    /** The day is before that of the version in force. */
    DAY_TOO_EARLY(
            "inForceFrom",
            false,
            "生效日 {0} 早于现行版本 {1} 的生效日 {2}，请选其后的一天",
            "the day {0} is before {2}, from which {1} is in force; choose a later one"),
    /** The day is before that which the file names. */
    DAY_BEFORE_FILE(
            "inForceFrom",
            false,
            "生效日 {0} 早于文件所写的“in-force-from”（{1}），请选该日或以后",
            "the day {0} is before the file's own “in-force-from” ({1}); take that day or later"),
    /** No reason was given. */
    NO_REASON("reason", false, "请填写理由", "a reason is needed");

    private final @Nullable String field;
    private final boolean conflict;
    private final String zh;
    private final String en;

    PolicyRefusal(@Nullable String field, boolean conflict, String zh, String en) {
        this.field = field;
        this.conflict = conflict;
        this.zh = zh;
        this.en = en;
    }

    /** What was given wrongly: {@code file}, {@code inForceFrom}, {@code reason}; null where nothing was. */
    public @Nullable String field() {
        return field;
    }

    /** Whether it is the present state that stands against it, and not what was given. */
    public boolean isConflict() {
        return conflict;
    }

    String message(Object... arguments) {
        String both = zh + " / " + en;
        for (int i = 0; i < arguments.length; i++) {
            both = both.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return both;
    }
}
