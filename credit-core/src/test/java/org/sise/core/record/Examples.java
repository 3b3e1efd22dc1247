package org.sise.core.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.sise.core.code.CreditCode;
import org.sise.core.money.Yuan;
import org.sise.core.person.PersonKey;

/** An example of each kind of records, with every field filled. */
final class Examples {

    static final CreditCode BUSINESS = new CreditCode("91000000FX0000018K");
    static final CreditCode OTHER_BUSINESS = new CreditCode("91330203674737244W");
    static final PersonKey PERSON = new PersonKey("0123456789abcdef".repeat(4));
    static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    static final LocalDate LATER = LocalDate.of(2027, 3, 11);

    private Examples() {}

    static RecordHeader header() {
        return new RecordHeader(
                BUSINESS,
                DAY,
                "沈市监处罚〔2026〕12号",
                "沈抚示范区市场监督管理局",
                RecordState.REPAIRED,
                Severity.GENERAL,
                new Yuan(new BigDecimal("5000")),
                DAY,
                LATER);
    }

    static CreditRecord of(RecordKind kind) {
        return switch (kind) {
            case REGISTRATION ->
                new Registration(
                        header(),
                        "某某餐饮有限公司",
                        "有限责任公司",
                        "张三",
                        new Yuan(new BigDecimal("1000000")),
                        "100万人民币",
                        "6210",
                        "211500",
                        "沈抚新区金枫街1号",
                        "餐饮服务",
                        BusinessStatus.OPERATING);
            case PENALTY ->
                new Penalty(header(), "罚款", "标签不符合规定", "事实", "食品安全法 第125条", "罚款五千元", new Yuan(new BigDecimal("12.34")));
            case PERMIT -> new Permit(header(), "准予许可决定书", "普通", "JY001", "热食类食品制售", DAY, LATER);
            case INSPECTION ->
                new Inspection(header(), "P1", "年度计划", "T1", "餐饮抽查", "定向", InspectionResult.CORRECTED_ON_ORDER);
            case COMMITMENT -> new Commitment(header(), "审批替代型", "食品经营许可", "内容", LATER, Fulfilment.BREACHED, LATER);
            case DISHONESTY_LISTING -> new DishonestyListing(header(), "严重违法失信名单", "事由", LATER);
            case ABNORMAL_LISTING -> new AbnormalListing(header(), "未按期公示年度报告", LATER);
            case SAFETY_ASSESSMENT -> new SafetyAssessment(header(), SafetyLevel.LARGER, new BigDecimal("61.5"));
            case COMPLAINT -> new Complaint(header(), "食品变质", true);
            case ALERT -> new Alert(header(), "厨师未戴帽", SafetyLevel.GENERAL);
            case HONOUR -> new Honour(header(), "守合同重信用");
            case ENFORCEMENT -> new Enforcement(header(), "沈抚新区人民法院", false);
            case ARREARS -> new Arrears(header(), "社会保险费", LATER);
            case HOLDING ->
                new Holding(
                        header(), HolderKind.BUSINESS, "某某集团", OTHER_BUSINESS, PERSON, new BigDecimal("35.5"), LATER);
            case LEGAL_REPRESENTATIVE -> new LegalRepresentative(header(), "张三", PERSON, LATER);
            case OFFICER -> new Officer(header(), "李四", PERSON, "监事", LATER);
            case BRANCH -> new Branch(header(), "某某集团", OTHER_BUSINESS, LATER);
            case SUPPLY -> new Supply(header(), "某某粮油", OTHER_BUSINESS, "食用油", LATER);
            case CONTACT -> new Contact(header(), PERSON, LATER);
            case CONCERT -> new Concert(header(), "一致行动协议", HolderKind.BUSINESS, "某某集团", OTHER_BUSINESS, PERSON, LATER);
            case RELATED_RISK ->
                new RelatedRisk(
                        header(),
                        "某某集团",
                        OTHER_BUSINESS,
                        RelatedBy.SHAREHOLDER,
                        RelatedFinding.RED_GRADE,
                        new BigDecimal("0.8"),
                        new BigDecimal("1"),
                        "某某集团 → 某某餐饮有限公司");
        };
    }
}
