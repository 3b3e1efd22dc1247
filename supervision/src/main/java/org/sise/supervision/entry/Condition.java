package org.sise.supervision.entry;

/** A condition of entry that can fail, with what to do about it. */
public enum Condition {
    /** The scanned text is no code of ours. */
    CODE_UNREADABLE("不是本系统的码", "not a code of this system", "重新扫描完整的码", "scan the whole code again"),
    /** Its key is unknown or was not in use then. */
    CODE_KEY_UNKNOWN(
            "码的签名密钥未知或已停用",
            "the code's key is unknown or no longer in use",
            "联网更新密钥后再扫",
            "update the keys and scan again"),
    /** The signature does not hold. */
    CODE_FORGED("码系伪造", "the code is forged", "拒绝入内，拨打监督电话", "refuse entry and call the supervisor"),
    /** It was shown too long ago, such as a photograph of yesterday. */
    CODE_EXPIRED("码已过期", "the code has expired", "请执法人员当场刷新任务码", "ask the officer to refresh the code on the spot"),
    /** Its time has not come: one of the clocks is wrong. */
    CODE_FROM_THE_FUTURE("码的时间尚未到", "the code's time has not come", "核对双方手机时间", "compare the two phones' clocks"),
    /** It was used already. */
    CODE_REPLAYED("码已被使用过", "the code was used before", "请执法人员刷新任务码", "ask the officer to refresh the code"),
    /** It was revoked. */
    CODE_REVOKED("码已作废", "the code was revoked", "请执法人员重新取码", "ask the officer to fetch a new code"),
    /** There is no approved task for this business and officer. */
    NO_APPROVED_TASK(
            "没有已批准的检查任务",
            "no approved task",
            "先报批；紧急情况说明理由后走紧急入企",
            "have a task approved first, or state the reason of an emergency"),
    /** The officer does not belong to the visit. */
    NOT_ASSIGNED(
            "该执法人员不在任务名单内",
            "the officer does not belong to the visit",
            "由任务列明的人员入企，或报批换人",
            "the officers named in the task enter, or a change is approved"),
    /** An item is not in the published catalogue. */
    ITEM_UNPUBLISHED("检查事项未公布", "an item is not in the published list", "只检查清单内的事项", "check published items only"),
    /** Fewer certified officers than needed can come. */
    TOO_FEW_OFFICERS(
            "持证执法人员不足两人", "fewer than two certified officers", "补足两名持证人员后再入企", "complete the team before entering"),
    /** A certificate has ended. */
    CERTIFICATE_EXPIRED("执法证已过期", "a certificate has ended", "换证或换人", "renew the certificate or change the officer"),
    /** A certificate was revoked. */
    CERTIFICATE_REVOKED("执法证已被吊销", "a certificate was revoked", "换人", "change the officer"),
    /** An officer is recused from the business. */
    RECUSED("执法人员应当回避", "an officer is recused", "换人", "change the officer"),
    /** An officer's division is not the business's. */
    WRONG_DISTRICT(
            "超出管辖区域",
            "outside of the officer's division",
            "由属地人员检查，或办理异地检查手续",
            "officers of the place check, or the procedure across divisions is followed"),
    /** The visit is of another business. */
    WRONG_BUSINESS("不是任务列明的企业", "not the business of the task", "核对企业名称和地址", "check the business's name and address"),
    /** Today lies outside of the approved days. */
    OUTSIDE_WINDOW(
            "不在批准的检查时段内",
            "outside of the approved days",
            "在批准的时段内入企，或重新报批",
            "come within the approved days or have it approved anew"),
    /** The yearly cap is reached and the visit is on own initiative. */
    CAP_REACHED(
            "已达年度检查频次上限",
            "the yearly cap is reached",
            "本年度不再主动检查；有线索的按线索核查办理",
            "no more checks on own initiative this year; clues are checked as such"),
    /** The business is blue and the visit on own initiative. */
    BLUE_UNCALLED(
            "蓝色企业无事不扰",
            "a blue business is not visited without cause",
            "有投诉举报的按线索核查办理",
            "complaints are checked as clues"),
    /** The business is no longer in operation. */
    BUSINESS_CLOSED("企业已注销或吊销", "the business is no longer in operation", "撤销任务", "take the task back"),
    /** The register does not have it. */
    BUSINESS_UNKNOWN("登记库中没有该企业", "the register has no such business", "核对统一社会信用代码", "check the credit code"),
    /** This officer is in already. */
    ALREADY_IN("该执法人员已扫码入企", "the officer has scanned in already", "无需重复扫码", "no second scan is needed"),
    /** The visit is over. */
    VISIT_OVER("本次检查已结束", "the visit is over", "再次检查须另行报批", "another check needs its own approval");

    private final String zh;
    private final String en;
    private final String remedyZh;
    private final String remedyEn;

    Condition(String zh, String en, String remedyZh, String remedyEn) {
        this.zh = zh;
        this.en = en;
        this.remedyZh = remedyZh;
        this.remedyEn = remedyEn;
    }

    /** What failed, in Chinese. */
    public String zh() {
        return zh;
    }

    /** What failed, in English. */
    public String en() {
        return en;
    }

    /** What to do, in Chinese. */
    public String remedyZh() {
        return remedyZh;
    }

    /** What to do, in English. */
    public String remedyEn() {
        return remedyEn;
    }
}
