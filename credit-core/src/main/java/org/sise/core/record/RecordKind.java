package org.sise.core.record;

/** The kinds of records. The number is what the ledger stores; it never changes. */
public enum RecordKind implements Labelled {
    /** {@link Registration}. */
    REGISTRATION(1, "registration", "登记注册", "registration", Registration.class),
    /** {@link Penalty}. */
    PENALTY(2, "penalty", "行政处罚", "administrative penalty", Penalty.class),
    /** {@link Permit}. */
    PERMIT(3, "permit", "行政许可", "administrative permit", Permit.class),
    /** {@link Inspection}. */
    INSPECTION(4, "inspection", "抽查检查结果", "inspection result", Inspection.class),
    /** {@link Commitment}. */
    COMMITMENT(5, "commitment", "信用承诺", "credit commitment", Commitment.class),
    /** {@link DishonestyListing}. */
    DISHONESTY_LISTING(6, "dishonesty-listing", "严重失信主体名单", "serious-dishonesty listing", DishonestyListing.class),
    /** {@link AbnormalListing}. */
    ABNORMAL_LISTING(7, "abnormal-listing", "经营异常名录", "abnormal-operation listing", AbnormalListing.class),
    /** {@link SafetyAssessment}. */
    SAFETY_ASSESSMENT(8, "safety-assessment", "安全风险评估", "safety assessment", SafetyAssessment.class),
    /** {@link Complaint}. */
    COMPLAINT(9, "complaint", "投诉举报", "complaint or clue", Complaint.class),
    /** {@link Alert}. */
    ALERT(10, "alert", "非现场预警", "off-site alert", Alert.class),
    /** {@link Honour}. */
    HONOUR(11, "honour", "守信激励", "honour", Honour.class),
    /** {@link Enforcement}. */
    ENFORCEMENT(12, "enforcement", "司法执行", "court enforcement", Enforcement.class),
    /** {@link Arrears}. */
    ARREARS(13, "arrears", "欠缴信息", "arrears", Arrears.class),
    /** {@link Holding}. */
    HOLDING(14, "holding", "股权", "holding", Holding.class),
    /** {@link LegalRepresentative}. */
    LEGAL_REPRESENTATIVE(15, "legal-representative", "法定代表人", "legal representative", LegalRepresentative.class),
    /** {@link Officer}. */
    OFFICER(16, "officer", "董监高", "director, supervisor or senior manager", Officer.class),
    /** {@link Branch}. */
    BRANCH(17, "branch", "分支机构", "branch", Branch.class),
    /** {@link Supply}. */
    SUPPLY(18, "supply", "供应关系", "supply", Supply.class),
    /** {@link Contact}. */
    CONTACT(19, "contact", "联系电话", "telephone number", Contact.class),
    /** {@link Concert}. */
    CONCERT(20, "concert", "一致行动", "acting in concert", Concert.class),
    /** {@link RelatedRisk}. */
    RELATED_RISK(21, "related-risk", "关联风险", "risk of a related party", RelatedRisk.class);

    private static final RecordKind[] BY_NUMBER = byNumber();

    private final int number;
    private final String token;
    private final String zh;
    private final String en;
    private final Class<? extends CreditRecord> type;

    RecordKind(int number, String token, String zh, String en, Class<? extends CreditRecord> type) {
        this.number = number;
        this.token = token;
        this.zh = zh;
        this.en = en;
        this.type = type;
    }

    /** The number under which the ledger stores this kind. */
    public int number() {
        return number;
    }

    /** The record class of this kind. */
    public Class<? extends CreditRecord> type() {
        return type;
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

    /**
     * The kind of a number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static RecordKind ofNumber(int number) {
        if (number < 1 || number >= BY_NUMBER.length) {
            throw new IllegalArgumentException("there is no kind of records with number " + number);
        }
        return BY_NUMBER[number];
    }

    private static RecordKind[] byNumber() {
        RecordKind[] kinds = new RecordKind[values().length + 1];
        for (RecordKind kind : values()) {
            kinds[kind.number] = kind;
        }
        return kinds;
    }
}
