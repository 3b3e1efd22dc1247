package org.sise.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The departments' feeds: the folder of each, its form and its columns, which the feeds' descriptors name. */
public enum CityFeed {
    /** 登记注册. */
    REGISTER(
            "register",
            Form.CSV_UTF8,
            "yyyy-MM-dd",
            "成立日期",
            null,
            "统一社会信用代码,企业名称,企业类型,法定代表人,法定代表人证件号码,注册资本(万元),成立日期,登记状态,行业代码,行政区划代码,住所,经营范围"),
    /** 行政处罚, the columns of 双公示. */
    PENALTIES(
            "penalties",
            Form.CSV_GBK,
            "yyyy/MM/dd",
            "CF_JDRQ",
            "CF_NR_FK",
            "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,CF_XDR_SHZZ,CF_FRDB,"
                    + "CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,"
                    + "CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ"),
    /** 行政许可, the columns of 双公示. */
    PERMITS(
            "permits",
            Form.XLSX,
            "yyyy-MM-dd",
            "XK_JDRQ",
            null,
            "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XDR_GSZC,XK_XDR_ZZJG,XK_XDR_SWDJ,XK_XDR_SYDW,XK_XDR_SHZZ,XK_FRDB,"
                    + "XK_FR_ZJLX,XK_FR_SFZH,XK_XDR_ZJLX,XK_XDR_ZJHM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,"
                    + "XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJG,XK_XKJGDM,XK_ZT,XK_LYDW,XK_LYDWDM,BZ"),
    /** 双随机抽查结果. */
    INSPECTIONS(
            "inspections",
            Form.CSV_UTF8_BOM,
            "yyyy-MM-dd",
            "完成日期",
            null,
            "统一社会信用代码,企业名称,计划编号,计划名称,任务编号,任务名称,抽查类型,抽查机关,完成日期,结果"),
    /** 信用承诺. */
    COMMITMENTS(
            "commitments",
            Form.XLSX,
            "yyyy-MM-dd",
            "承诺日期",
            null,
            "统一社会信用代码,承诺主体,承诺类型,承诺事由,承诺内容,承诺日期,有效期至,受理单位,履行状态,确认日期"),
    /** 股权. */
    HOLDINGS("holdings", Form.CSV_UTF8, "yyyy-MM-dd", "起始日期", null, "统一社会信用代码,股东名称,股东类型,股东证照号码,持股比例,起始日期,终止日期"),
    /** 严重失信主体名单. */
    DISHONESTY_LISTINGS(
            "dishonesty-listings",
            Form.CSV_UTF8,
            "yyyy-MM-dd",
            "列入日期",
            null,
            "统一社会信用代码,企业名称,名单名称,列入事由,列入文号,列入机关,列入日期,移出日期"),
    /** 经营异常名录. */
    ABNORMAL_LISTINGS(
            "abnormal-listings", Form.CSV_GBK, "yyyy-MM-dd", "列入日期", null, "统一社会信用代码,企业名称,列入事由,列入文号,列入机关,列入日期,移出日期"),
    /** 安全风险评估. */
    SAFETY_ASSESSMENTS(
            "safety-assessments", Form.XLSX, "yyyy-MM-dd", "评估日期", null, "统一社会信用代码,企业名称,评估编号,风险等级,评估得分,评估机关,评估日期"),
    /** 董事监事高级管理人员. */
    OFFICERS("officers", Form.CSV_UTF8, "yyyy-MM-dd", "任职日期", null, "统一社会信用代码,姓名,证件号码,职务,任职日期,离任日期"),
    /** 分支机构. */
    BRANCHES(
            "branches", Form.CSV_UTF8_BOM, "yyyy-MM-dd", "成立日期", null, "统一社会信用代码,分支机构名称,隶属企业名称,隶属企业统一社会信用代码,成立日期,注销日期"),
    /** 供应关系. */
    SUPPLIES("supplies", Form.CSV_UTF8, "yyyy/MM/dd", "起始日期", null, "统一社会信用代码,企业名称,供应商名称,供应商统一社会信用代码,供应品类,起始日期,终止日期"),
    /** 联系电话. */
    CONTACTS("contacts", Form.CSV_UTF8, "yyyy-MM-dd", "登记日期", null, "统一社会信用代码,企业名称,联系电话,登记日期,停用日期"),
    /** 一致行动人. */
    CONCERTS("concerts", Form.CSV_UTF8, "yyyy-MM-dd", "签署日期", null, "统一社会信用代码,企业名称,协议名称,成员类型,成员名称,成员证照号码,签署日期,终止日期");

    /** The forms of files. */
    enum Form {
        /** CSV in UTF-8. */
        CSV_UTF8("csv", StandardCharsets.UTF_8),
        /** CSV in UTF-8 behind a byte order mark, as Excel saves it. */
        CSV_UTF8_BOM("csv", StandardCharsets.UTF_8),
        /** CSV in GBK. */
        CSV_GBK("csv", Charset.forName("GBK")),
        /** Office Open XML. */
        XLSX("xlsx", StandardCharsets.UTF_8);

        private final String extension;
        private final Charset charset;

        Form(String extension, Charset charset) {
            this.extension = extension;
            this.charset = charset;
        }

        String extension() {
            return extension;
        }

        Charset charset() {
            return charset;
        }
    }

    private final String folder;
    private final Form form;
    private final DateTimeFormatter dates;
    private final List<String> columns;
    private final int codeColumn;
    private final int dateColumn;
    private final int amountColumn;

    CityFeed(String folder, Form form, String dates, String dateColumn, @Nullable String amountColumn, String columns) {
        this.folder = folder;
        this.form = form;
        this.dates = DateTimeFormatter.ofPattern(dates);
        this.columns = List.of(columns.split(","));
        int code = this.columns.indexOf("统一社会信用代码");
        this.codeColumn = code >= 0 ? code : 2;
        this.dateColumn = this.columns.indexOf(dateColumn);
        this.amountColumn = amountColumn == null ? -1 : this.columns.indexOf(amountColumn);
    }

    /** The feed's folder in the inbox. */
    public String folder() {
        return folder;
    }

    /** The names of the columns, in their order. */
    public List<String> columns() {
        return columns;
    }

    Form form() {
        return form;
    }

    /** How the department writes dates. */
    DateTimeFormatter dates() {
        return dates;
    }

    int codeColumn() {
        return codeColumn;
    }

    int dateColumn() {
        return dateColumn;
    }

    /** The column of the amount, or -1. */
    int amountColumn() {
        return amountColumn;
    }
}
