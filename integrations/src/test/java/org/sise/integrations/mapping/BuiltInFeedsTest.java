package org.sise.integrations.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.core.person.PhoneNumber;
import org.sise.integrations.Samples;

/** Rows as departments send them, for the feeds beyond those of the demo city. */
class BuiltInFeedsTest {

    private static final String CODE = Samples.code(1);

    @ParameterizedTest
    @CsvSource({"'', effective", "0, effective", "撤销, withdrawn", "1, withdrawn", "更正, corrected", "已修复, repaired"})
    void aPenaltysStateIsTheDepartmentsWord(String word, String state) {
        MappedRow row = Mapped.row(
                "penalties",
                "CF_XDR_SHXYM",
                CODE,
                "CF_WSH",
                "沈市监处罚〔2026〕1号",
                "CF_JDRQ",
                "2026/3/5",
                "CF_CFLB",
                "警告",
                "CF_ZT",
                word);
        assertThat(row.faults()).isEmpty();
        assertThat(Mapped.record(row)).containsEntry("state", state);
    }

    @Test
    void aPersonalColumnIsKeyedUnderEachOfItsNames() {
        MappedRow row = Mapped.row("penalties", "CF_XDR_ZJHM", "E12345678", "证件号码", "G87654321");
        assertThat(row.original()).doesNotContain("E12345678").doesNotContain("G87654321");
    }

    @Test
    void anUnknownStateWaitsForAPerson() {
        MappedRow row = Mapped.row(
                "penalties-2016",
                "CF_XDR_SHXYM",
                CODE,
                "CF_WSH",
                "1号",
                "CF_JDRQ",
                "2016/03/05",
                "CF_CFLB1",
                "警告",
                "CF_ZT",
                "3");
        assertThat(row.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo("not-in-list");
            assertThat(fault.column()).isEqualTo("CF_ZT");
        });
    }

    @Test
    void thePenaltyColumnsOf2016GiveTheSameRecord() {
        MappedRow row = Mapped.row(
                "penalties-2016",
                "CF_WSH",
                "沈市监处罚（2016）12号",
                "CF_CFMC",
                "销售过期食品案",
                "CF_CFLB1",
                "罚款",
                "CF_CFLB2",
                "没收违法所得",
                "CF_SY",
                "事由",
                "CF_YJ",
                "《食品安全法》",
                "CF_XDR_MC",
                "某某商贸有限公司",
                "CF_XDR_SHXYM",
                CODE,
                "CF_XDR_SFZ",
                Samples.resident(3),
                "CF_FR",
                "张三",
                "CF_JG",
                "没收违法所得100元，罚款人民币0.5万元",
                "CF_JDRQ",
                "2016/03/05",
                "CF_XZJG",
                "沈阳市市场监督管理局",
                "CF_ZT",
                "0",
                "DFBM",
                "210100",
                "SJC",
                "2016/03/08");
        assertThat(row.faults()).isEmpty();
        assertThat(row.original()).doesNotContain(Samples.resident(3));
        assertThat(Mapped.record(row))
                .containsEntry("date", "2016-03-05")
                .containsEntry("document", "沈市监处罚〔2016〕12号")
                .containsEntry("category", "罚款；没收违法所得")
                .containsEntry("amount", "5000.00")
                .containsEntry("severity", "general");
    }

    @Test
    void permitsOfBothSetsAreRead() {
        assertThat(Mapped.record(Mapped.row(
                        "permits",
                        "XK_XDR_SHXYM",
                        CODE,
                        "XK_XKWS",
                        "准予许可决定书",
                        "XK_WSH",
                        "1号",
                        "XK_JDRQ",
                        "2026-03-05",
                        "XK_YXQZ",
                        "2026-03-05",
                        "XK_YXQZI",
                        "2099-12-31",
                        "XK_ZT",
                        "1")))
                .containsEntry("state", "effective")
                .doesNotContainKey("validUntil");
        assertThat(Mapped.record(Mapped.row(
                        "permits-2016",
                        "XK_XDR_SHXYM",
                        CODE,
                        "XK_XMMC",
                        "食品经营许可",
                        "XK_SPLB",
                        "普通",
                        "XK_WSH",
                        "1号",
                        "XK_JDRQ",
                        "2016/03/05",
                        "XK_JZQ",
                        "2021/03/04",
                        "XK_ZT",
                        "0")))
                .containsEntry("name", "食品经营许可")
                .containsEntry("validUntil", "2021-03-04");
    }

    @Test
    void aCommitmentMayBeBroken() {
        assertThat(Mapped.record(Mapped.row(
                        "commitments",
                        "统一社会信用代码",
                        CODE,
                        "承诺类型",
                        "证明事项型",
                        "承诺日期",
                        "2026.1.5",
                        "有效期至",
                        "长期",
                        "履行状态",
                        "违背承诺",
                        "确认日期",
                        "20260301")))
                .containsEntry("type", "证明事项替代型")
                .containsEntry("fulfilment", "breached")
                .containsEntry("confirmedOn", "2026-03-01")
                .doesNotContainKey("validUntil");
    }

    @Test
    void complaintsSayWhetherTheyWereUpheld() {
        MappedRow row = Mapped.row(
                "complaints",
                "统一社会信用代码",
                CODE,
                "登记编号",
                "12102026001",
                "登记时间",
                "2026-03-05 10:21:33",
                "问题类别",
                "食品安全",
                "问题描述",
                "发现异物",
                "是否属实",
                "不属实",
                "投诉人电话",
                "13912345678");
        assertThat(row.original()).doesNotContain("13912345678");
        assertThat(Mapped.record(row)).containsEntry("matter", "食品安全：发现异物").containsEntry("upheld", "false");
        assertThat(Mapped.row("complaints", "登记编号", "1", "登记时间", "20260305", "问题描述", "x")
                        .faults())
                .isNotEmpty();
    }

    @Test
    void aKitchenCamerasAlertIsRead() {
        assertThat(Mapped.record(Mapped.row(
                        "alerts",
                        "merchant.creditCode",
                        CODE,
                        "event.id",
                        "A-1",
                        "event.time",
                        "2026-03-05T18:00:00Z",
                        "event.type",
                        "rodent",
                        "event.level",
                        "3",
                        "event.status",
                        "confirmed")))
                .containsEntry("date", "2026-03-06")
                .containsEntry("matter", "发现老鼠")
                .containsEntry("level", "larger");
        assertThat(Mapped.record(Mapped.row(
                        "alerts",
                        "merchant.creditCode",
                        CODE,
                        "event.id",
                        "A-1",
                        "event.time",
                        "1772640000000",
                        "event.type",
                        "smoking",
                        "event.status",
                        "false-alarm")))
                .containsEntry("state", "withdrawn")
                .containsEntry("level", "general");
    }

    @Test
    void honoursEnforcementsAndArrearsAreRead() {
        assertThat(Mapped.record(
                        Mapped.row("honours", "统一社会信用代码", CODE, "荣誉名称", "守合同重信用企业", "授予日期", "2025年12月1日", "状态", "撤销")))
                .containsEntry("state", "withdrawn")
                .containsEntry("title", "守合同重信用企业");
        assertThat(Mapped.record(Mapped.row(
                        "enforcements",
                        "@caseNo",
                        "(2026)辽0102执1号",
                        "party.creditCode",
                        CODE,
                        "court",
                        "和平区人民法院",
                        "filedOn",
                        "2026-03-05",
                        "amount",
                        "1,234,567.89",
                        "status",
                        "终本",
                        "defaulter",
                        "是")))
                .containsEntry("amount", "1234567.89")
                .containsEntry("state", "effective")
                .containsEntry("defaulter", "true");
        assertThat(Mapped.record(Mapped.row(
                        "arrears",
                        "taxpayerNo",
                        CODE,
                        "confirmDate",
                        "2026-03-05",
                        "itemName",
                        "增值税",
                        "period",
                        "2025Q4",
                        "balance",
                        "100.10",
                        "authority",
                        "沈抚示范区税务局",
                        "paidDate",
                        "2026-04-01")))
                .containsEntry("matter", "增值税 2025Q4")
                .containsEntry("amount", "100.10")
                .containsEntry("paidOn", "2026-04-01");
    }

    @Test
    void peopleInOfficeAreKnownByTheirKeysAlone() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String feed : new String[] {"officers", "legal-representatives"}) {
            MappedRow row = Mapped.row(
                    feed,
                    "统一社会信用代码",
                    CODE,
                    "姓名",
                    "李四",
                    "证件号码",
                    Samples.resident(4),
                    "职务",
                    "监事",
                    "任职日期",
                    "2020-1-1",
                    "离任日期",
                    "永久");
            assertThat(row.faults()).isEmpty();
            assertThat(row.original()).doesNotContain(Samples.resident(4));
            texts.putAll(Mapped.record(row));
            assertThat(texts)
                    .containsEntry(
                            "person",
                            Samples.keys().ofNumber(Samples.resident(4)).hex())
                    .doesNotContainKey("until");
        }
        assertThat(texts).containsEntry("position", "监事");
    }

    @Test
    void aBranchBelongsToItsParentWhetherThatIsKnownOrNot() {
        String[] cells = {"统一社会信用代码", CODE, "隶属企业名称", "某某商贸有限公司", "隶属企业统一社会信用代码", Samples.code(2), "成立日期", "2021/4/1"};
        MappedRow row = Mapped.row("branches", cells);
        assertThat(row.faults()).isEmpty();
        assertThat(row.entries().getFirst().key()).isEqualTo(CODE + "|" + Samples.code(2));
        assertThat(Mapped.record(row))
                .containsEntry("parentCode", Samples.code(2))
                .containsEntry("date", "2021-04-01")
                .doesNotContainKey("until");

        cells[5] = CODE;
        assertThat(Mapped.row("branches", cells).faults())
                .as("a business that is its own branch is kept")
                .isEmpty();
        cells[5] = "2101022000123";
        assertThat(Mapped.reasons(Mapped.row("branches", cells))).containsExactly("parentCode: bad-code");
    }

    @ParameterizedTest
    @CsvSource({"branches, 成立日期, 注销日期", "supplies, 起始日期, 终止日期", "contacts, 登记日期, 停用日期", "concerts, 签署日期, 终止日期"})
    void datesTurnedRoundAreTold(String feed, String from, String until) {
        MappedRow row = Mapped.row(
                feed,
                "统一社会信用代码",
                CODE,
                "隶属企业名称",
                "甲",
                "隶属企业统一社会信用代码",
                Samples.code(2),
                "供应商名称",
                "甲",
                "供应商统一社会信用代码",
                Samples.code(2),
                "联系电话",
                "024-23456789",
                "协议名称",
                "一致行动协议",
                "成员类型",
                "企业",
                "成员名称",
                "甲",
                "成员证照号码",
                Samples.code(2),
                from,
                "2024-01-01",
                until,
                "2023-12-31");
        assertThat(Mapped.reasons(row)).containsExactly("until: date-order");
        assertThat(row.faults().getFirst().message()).contains("2023-12-31").contains(until);
    }

    @Test
    void aSupplyNamesBuyerSupplierAndGoods() {
        MappedRow row = Mapped.row(
                "supplies",
                "统一社会信用代码",
                CODE,
                "供应商名称",
                "某某粮油有限公司",
                "供应商统一社会信用代码",
                Samples.code(3),
                "供应品类",
                "食用油",
                "起始日期",
                "2025年1月1日",
                "终止日期",
                "长期");
        assertThat(row.faults()).isEmpty();
        assertThat(Mapped.record(row))
                .containsEntry("subject", CODE)
                .containsEntry("supplierCode", Samples.code(3))
                .containsEntry("goods", "食用油")
                .doesNotContainKey("until");
    }

    @Test
    void aTelephoneNumberIsKnownByItsKeyAloneWhateverItsNotation() {
        String key = Samples.keys().ofPhone(new PhoneNumber("2423456789")).hex();
        for (String number : new String[] {"024-23456789", "(024)23456789", "+86 24 2345 6789"}) {
            MappedRow row = phone(number);
            assertThat(row.faults()).isEmpty();
            assertThat(row.original()).contains("#" + key).doesNotContain("2345");
            assertThat(Mapped.record(row)).containsEntry("phone", key);
            assertThat(row.entries().getFirst().key()).isEqualTo(CODE + "|" + key);
        }
    }

    @ParameterizedTest
    @CsvSource({"23456789", "024-23456789/13912345678", "12315"})
    void aTextThatIsNoTelephoneNumberWaitsWithoutItsDigits(String number) {
        MappedRow row = phone(number);
        assertThat(Mapped.reasons(row)).containsExactly("phone: bad-text");
        assertThat(row.original()).contains("**").doesNotContain("23");
        assertThat(row.faults().getFirst().message())
                .contains("联系电话")
                .contains("区号")
                .doesNotContain("2345");
    }

    private static MappedRow phone(String number) {
        return Mapped.row("contacts", "统一社会信用代码", CODE, "联系电话", number, "登记日期", "2021-06-01");
    }

    @Test
    void membersOfAConcertAreBusinessesAndPeople() {
        MappedRow person = concert("自然人", "王五", Samples.resident(5));
        assertThat(person.original()).doesNotContain(Samples.resident(5));
        assertThat(Mapped.record(person))
                .containsEntry("agreement", "一致行动协议")
                .containsEntry("memberKind", "person")
                .containsEntry(
                        "memberKey",
                        Samples.keys().ofNumber(Samples.resident(5)).hex());
        assertThat(Mapped.record(concert("合伙企业", "某某合伙企业", Samples.code(4))))
                .containsEntry("memberKind", "business")
                .containsEntry("memberCode", Samples.code(4));
        assertThat(Mapped.reasons(concert("企业", "某某有限公司", ""))).containsExactly("memberCode: bad-code");
        assertThat(concert("企业", "某某有限公司", Samples.code(4)).original()).contains(Samples.code(4));
    }

    private static MappedRow concert(String kind, String name, String number) {
        return Mapped.row(
                "concerts",
                "统一社会信用代码",
                CODE,
                "协议名称",
                "一致行动协议",
                "成员类型",
                kind,
                "成员名称",
                name,
                "成员证照号码",
                number,
                "签署日期",
                "2022-05-06");
    }

    @Test
    void aListedCompanyIsRegisteredWithItsIndustry() {
        MappedRow row = Mapped.row(
                "listed-companies",
                "xydm",
                CODE,
                "gsmc",
                "某某股份有限公司",
                "clrq",
                "1993-10-12",
                "zczb",
                "305398662.0",
                "fddbr",
                "陶某",
                "hydm",
                "D-D44--");
        assertThat(row.entries()).hasSize(2);
        assertThat(Mapped.record(row)).containsEntry("industry", "D44").containsEntry("capital", "305398662.00");
    }
}
