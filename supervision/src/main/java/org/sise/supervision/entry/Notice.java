package org.sise.supervision.entry;

/** Something that an answer tells beside its verdict. */
public enum Notice {
    /** Checked by signature alone: whether the visit was taken back meanwhile is not known. */
    OFFLINE(
            "离线核验：只验证了签名和时间，任务此后是否撤销须联网确认",
            "offline: signature and time alone were checked; whether the task was taken back since needs a network"),
    /** The yearly cap is passed by a check that it does not stop; the supervisor is told. */
    BEYOND_CAP(
            "已超年度上限，本次检查不受限制，已告知监督机构", "beyond the yearly cap, which does not stop this check; the supervisor is told"),
    /** The cap rests on a proposal that the authority has not confirmed. */
    CAP_UNCONFIRMED("年度上限为建议值，待主管部门确认", "the yearly cap is a proposal that the authority has to confirm"),
    /** Fewer officers than needed are in yet. */
    WAITING_FOR_COLLEAGUE("另一名执法人员尚未扫码，检查须两人以上在场", "a colleague has not scanned yet; two have to be present"),
    /** Entered without approval. */
    EMERGENCY("紧急入企，须事后审查", "an emergency, to be reviewed afterwards");

    private final String zh;
    private final String en;

    Notice(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The notice in Chinese. */
    public String zh() {
        return zh;
    }

    /** The notice in English. */
    public String en() {
        return en;
    }
}
