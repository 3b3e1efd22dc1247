package org.sise.scoring.table;

import org.sise.scoring.policy.Text;

/**
 * One thing wrong with a table.
 *
 * @param file the table's file as it was named
 * @param line the line on which the row begins, from 1; 0 where it is about no row
 * @param column the column's name; empty where it is about no column
 */
public record TableFault(Code code, String file, long line, String column, Text message, Text remedy) {
    /** What can be wrong with a table, with the sentence and the remedy; {0} and {1} are filled in. */
    public enum Code {
        EMPTY_FILE("文件为空", "the file is empty", "首行写列名", "write the columns' names in the first line"),
        MISSING_COLUMN("缺少列“{0}”", "column “{0}” is missing", "在首行补写该列", "add it to the first line"),
        DUPLICATE_COLUMN("列“{0}”重复", "column “{0}” is there twice", "只保留一列", "keep one of them"),
        OPEN_QUOTE("引号未关闭", "a quote stays open", "补上引号；字段中的引号写成两个", "close it; write a quote within a field twice"),
        STRAY_QUOTE(
                "引号位置不对",
                "a quote stands where none may",
                "含引号的字段整体加引号，其中的引号写成两个",
                "quote the whole field and write a quote within it twice"),
        TOO_LONG("一行超过1 MiB", "a row of more than 1 MiB", "检查引号与换行", "check the quotes and line ends"),
        FIELD_COUNT(
                "有{0}个字段，应为{1}个",
                "{0} fields instead of {1}",
                "与首行的列对齐；含逗号的字段加引号",
                "align it with the first line; quote fields with commas"),
        NOT_UTF8("不是UTF-8编码", "not in UTF-8", "另存为UTF-8编码", "save the file as UTF-8"),
        MISSING_VALUE("没有值", "no value", "补写“{0}”", "give its “{0}”"),
        UNKNOWN_KIND("未知记录种类“{0}”", "unknown kind of record “{0}”", "改为其一：{1}", "use one of: {1}"),
        UNKNOWN_STATE("未知状态“{0}”", "unknown state “{0}”", "改为其一：{1}", "use one of: {1}"),
        NO_DATE("“{0}”不是日期", "“{0}” is no date", "写成如 2026-01-31 的日期", "write a date such as 2026-01-31"),
        NO_NUMBER(
                "“{0}”不是数字",
                "“{0}” is no number",
                "写成如 1234.56 的数字，不带千分位和单位",
                "write a plain number such as 1234.56, no separators or units"),
        UNKNOWN_VALUE("没有取值“{0}”", "no value “{0}” is known", "改为其一：{1}", "use one of: {1}"),
        UNKNOWN_GRADE("未知等级“{0}”", "unknown grade “{0}”", "改为其一：{1}", "use one of: {1}"),
        NO_ROW("没有任何一行", "there is no row", "补写“{0}”等列的数据", "give rows with “{0}” and the other columns"),
        NEITHER_TRUE_NOR_FALSE(
                "“{0}”既不是真也不是假",
                "“{0}” is neither true nor false", "写成 true 或 false，1 或 0", "write true or false, 1 or 0"),
        UNKNOWN_PARTY(
                "主体“{0}”既不在主体表也不在记录表中",
                "party “{0}” is neither in the table of parties nor in that of records",
                "核对主体标识，或补入主体表",
                "check its id, or add it to the table of parties"),
        NO_PARTY_KNOWN(
                "没有一个主体在记录表中，如“{0}”",
                "no party of the table is in that of records, such as “{0}”",
                "核对两表的主体标识",
                "check that both tables use the same ids"),
        DUPLICATE_PARTY(
                "主体“{0}”重复", "party “{0}” is there twice", "只保留一行（另见第{1}行）", "keep one row (the other is line {1})"),

        /** Said once a column; the column is passed over. */
        UNKNOWN_COLUMN(
                "没有记录种类有字段“{0}”，本列不读",
                "no kind of record has a field “{0}”; the column is not read", "可删除或改名", "remove or rename it"),
        /** Said once a column; the column is passed over. */
        UNKNOWN_PARTY_COLUMN(
                "主体表不用列“{0}”，本列不读",
                "a table of parties has no use for column “{0}”; it is not read",
                "可删除或改为其一：{1}",
                "remove it or use one of: {1}"),
        /** Said once a column; the column is passed over. */
        UNUSED_COLUMN("不用列“{0}”，本列不读", "column “{0}” is of no use here; it is not read", "可删除", "remove it"),
        /** Said once a column and kind; the values are passed over. */
        FIELD_OF_ANOTHER_KIND(
                "记录种类“{1}”没有字段“{0}”，其值不读",
                "records of kind “{1}” have no field “{0}”; its values there are not read",
                "留空或改列",
                "leave it empty or use another column"),
        /** Said once. */
        PARTY_WITHOUT_RECORD(
                "{0}个主体没有任何记录，如“{1}”；按没有记录评定",
                "{0} parties have no record at all, such as “{1}”; they are graded as parties without records",
                "如属有误，核对主体标识",
                "check their ids if that is a mistake"),
        /** Said once. */
        UNLISTED_PARTY(
                "{0}个主体有记录但不在主体表中，如“{1}”；其行业、地区和登记日期按未知处理",
                "{0} parties have records but are not in the table of parties, such as “{1}”; their industry, region and registration count as unknown",
                "补写主体表",
                "add them to the table of parties");

        private final Text message;
        private final Text remedy;

        Code(String zh, String en, String remedyZh, String remedyEn) {
            message = new Text(zh, en);
            remedy = new Text(remedyZh, remedyEn);
        }

        TableFault at(String file, long line, String column, Object... arguments) {
            return new TableFault(this, file, line, column, fill(message, arguments), fill(remedy, arguments));
        }

        private static Text fill(Text text, Object[] arguments) {
            return new Text(fill(text.zh(), arguments), fill(text.en(), arguments));
        }

        private static String fill(String pattern, Object[] arguments) {
            String filled = pattern;
            for (int i = 0; i < arguments.length; i++) {
                filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
            }
            return filled;
        }
    }

    /** {@code file:line:column 中文 / English（补救 / remedy）}. */
    @Override
    public String toString() {
        String place = file + (line == 0 ? "" : ":" + line) + (column.isEmpty() ? "" : ":" + column);
        return "%s %s / %s（%s / %s）".formatted(place, message.zh(), message.en(), remedy.zh(), remedy.en());
    }
}
