package org.sise.scoring.read;

import org.sise.scoring.policy.Text;

/** What can be wrong with a policy file, with the sentence and the remedy; {0}, {1} and {2} are filled in. */
public enum FaultCode {
    NOT_UTF8("文件不是UTF-8编码", "the file is not UTF-8", "另存为UTF-8编码", "save it as UTF-8"),
    TOO_LARGE("文件过大：{0}", "the file is too large: {0}", "拆分或精简，不超过{1}", "split or shorten it to {1} at most"),
    TOO_DEEP("嵌套超过{0}层", "nested deeper than {0} levels", "减少嵌套", "nest less deeply"),
    BAD_ALIAS(
            "引用过多或自引用",
            "too many aliases, or one that contains itself",
            "写出内容，少用引用",
            "write it out instead of aliases"),
    SYNTAX("YAML语法错误：{0}", "YAML syntax error: {0}", "检查缩进、冒号、引号和括号", "check indent, colons, quotes and brackets"),
    EMPTY("文件为空", "the file is empty", "写入内容", "write its content"),
    NO_MAPPING("{0}应为“字段: 值”的形式", "{0} should be fields with values", "写成“字段: 值”", "write it as “field: value”"),
    NO_LIST("{0}应为列表", "{0} should be a list", "写成“- 项”或“[项, 项]”", "write “- item” or “[item, item]”"),
    NO_TEXT("{0}应为一个值", "{0} should be one value", "写一个文字或数字", "write one text or number"),
    UNKNOWN_FIELD("未知字段“{0}”", "unknown field “{0}”", "删除或改为其一：{1}", "remove it or use one of: {1}"),
    DUPLICATE_FIELD(
            "字段“{0}”重复", "field “{0}” is given twice", "只保留一个（另见第{1}行）", "keep one of them (the other is in line {1})"),
    MISSING_FIELD("缺少字段“{0}”", "field “{0}” is missing", "补写“{0}”", "add “{0}”"),
    MISSING_BASIS("缺少法律依据", "the legal basis is missing", "补写“basis”，写明法规和条款", "add “basis” with the law and article"),
    NO_NUMBER("“{0}”不是数字", "“{0}” is no number", "写成如 12 或 0.5 的数字", "write a number such as 12 or 0.5"),
    TOO_PRECISE("“{0}”超过三位小数", "“{0}” has more than three decimal places", "最多保留三位小数", "keep three places at most"),
    NO_INTEGER("“{0}”不是整数", "“{0}” is no whole number", "写成整数", "write a whole number"),
    NEGATIVE_MONTHS("月数不能为负：{0}", "months cannot be negative: {0}", "写成0或正整数", "write 0 or more"),
    OUT_OF_RANGE("{0}超出范围", "{0} is out of range", "取{1}至{2}", "take {1} to {2}"),
    NO_DATE("“{0}”不是日期", "“{0}” is no date", "写成如 2026-01-31 的日期", "write a date such as 2026-01-31"),
    NOT_ONE_OF("“{0}”不是可用的值", "“{0}” is not one of the values", "改为其一：{1}", "use one of: {1}"),
    BAD_ID(
            "标识“{0}”不合规",
            "“{0}” is no identifier",
            "用小写字母、数字和连字符，字母开头，最多64字",
            "use lower-case letters, digits and hyphens, a letter first, 64 at most"),
    DUPLICATE_ID("标识“{0}”重复", "“{0}” is used twice", "改用另一标识（另见第{1}行）", "choose another (the other is in line {1})"),
    TOO_MANY("{0}多于{1}项", "more than {1} {0}", "减少到{1}项以内", "keep {1} at most"),
    UNKNOWN_KIND("未知记录种类“{0}”", "unknown kind of record “{0}”", "改为其一：{1}", "use one of: {1}"),
    UNKNOWN_KIND_FIELD(
            "记录种类“{1}”没有字段“{0}”", "records of kind “{1}” have no field “{0}”", "改为其一：{2}", "use one of: {2}"),
    UNKNOWN_VALUE("字段“{1}”没有取值“{0}”", "field “{1}” has no value “{0}”", "改为其一：{2}", "use one of: {2}"),
    WRONG_TYPE("字段“{0}”不是{1}", "field “{0}” is no {1} field", "换一个字段", "take another field"),
    UNKNOWN_PLACE("句中占位“{0}”无法填写", "the place “{0}” of the sentence cannot be filled", "改为其一：{1}", "use one of: {1}"),
    OPEN_PLACE("句中占位缺少“}”", "a place of the sentence lacks its “}”", "补上“}”", "close it with “}”"),
    UNKNOWN_DIMENSION("未知维度“{0}”", "unknown dimension “{0}”", "改为其一：{1}", "use one of: {1}"),
    UNKNOWN_GRADE("未知等级“{0}”", "unknown grade “{0}”", "改为其一：{1}", "use one of: {1}"),
    UNKNOWN_LEVEL("未知档位“{0}”", "unknown level “{0}”", "改为其一：{1}", "use one of: {1}"),
    UNKNOWN_INDICATOR("未知指标“{0}”", "unknown indicator “{0}”", "改为其一：{1}", "use one of: {1}"),
    EMPTY_BAND("区间为空：{0}至{1}", "the band is empty: {0} to {1}", "“to”须大于“from”", "“to” must be more than “from”"),
    BAND_OVERLAP(
            "区间重叠：上一区间到{0}，本区间从{1}",
            "bands overlap: the one before ends at {0}, this one begins at {1}", "改为 from: {0}", "write from: {0}"),
    BAND_GAP("区间有空隙：{0}至{1}", "gap between bands: {0} to {1}", "改为 from: {0}", "write from: {0}"),
    BAND_START("首个区间须从{0}开始", "the first band must begin at {0}", "改为 from: {0}", "write from: {0}"),
    BAND_NO_START("首个区间不能有起点", "the first band must have no beginning", "删除“from”", "remove “from”"),
    BAND_END("末个区间不能有终点", "the last band must not end", "删除“to”", "remove “to”"),
    BAND_ORDER(
            "等级“{0}”排在更差的等级之后",
            "grade “{0}” stands on the worse side of a worse grade", "按分值方向排列等级", "order the grades along the score"),
    ONE_DECISION(
            "“decision”须且只能写“bands”、“matrix”或“table”之一",
            "“decision” needs one of “bands”, “matrix” and “table”",
            "保留其一",
            "write one of them"),
    MATRIX_SAME(
            "矩阵的行与列是同一维度“{0}”",
            "rows and columns are the same dimension “{0}”", "列改用另一维度", "take another dimension for the columns"),
    NO_LEVELS("维度“{0}”没有档位", "dimension “{0}” has no levels", "为该维度补写“levels”", "give the dimension “levels”"),
    MATRIX_IMPROVES(
            "档位变差而等级变好：“{0}”",
            "the grade gets better as the level gets worse: “{0}”",
            "改为不好于前一格的等级",
            "take a grade no better than the cell before"),
    UNREACHABLE_GRADE(
            "等级“{0}”无法达到",
            "grade “{0}” cannot be reached", "在判定或规则中使用，或删除", "use it in the decision or in a rule, or remove it"),
    UNREACHABLE_LEVEL(
            "档位“{0}”无法达到：该维度分值在{1}至{2}之间",
            "band “{0}” cannot be reached: the score lies between {1} and {2}",
            "调整区间、上限或分值",
            "change the band, the caps or the points"),
    NO_EFFECT(
            "规则无效果：“{0}”是最好的等级",
            "the rule has no effect: “{0}” is the best grade", "改用较差的等级或删除", "take a worse grade or remove it"),
    UNUSED_DIMENSION(
            "维度“{0}”没有指标", "dimension “{0}” has no indicator", "补写指标或删除该维度", "give it an indicator or remove it"),
    UNKNOWN_OPERAND("未知的指标、派生量或维度“{0}”", "unknown indicator, figure or dimension “{0}”", "改为其一：{1}", "use one of: {1}"),
    ONE_FORMULA("派生量须且只能写一种算法", "a figure needs one formula", "写其一：{0}", "write one of: {0}"),
    TWO_NUMBERS(
            "“sum”已给出数值，不能再写“value”",
            "“sum” is a number already, there can be no “value”",
            "删除其一",
            "remove one of them"),
    NO_SKIP(
            "该算法不能跳过未知值",
            "this formula cannot skip what is not known",
            "改为 unknown 或一个数字",
            "write unknown or a number"),
    NOT_ASCENDING("未按升序：{0} 在 {1} 之后", "not ascending: {0} after {1}", "按升序排列", "put them in ascending order"),
    EMPTY_GROUPS("没有分组", "there is no group", "至少写一个分组起点", "write where one group begins at least"),
    EMPTY_LIST("“{0}”为空", "“{0}” is empty", "至少写一项", "write one item at least"),
    NO_TEST(
            "条件没有界限，或同时要求未知和界限",
            "the test has no bound, or asks for a bound of what is unknown",
            "写 at-least、at-most、above、below 或 known",
            "write at-least, at-most, above, below or known"),
    CIRCLE("循环计算：{0}", "computed in a circle: {0}", "去掉其中一处引用", "remove one of these references"),
    PEERS_OF_PEERS(
            "百分位“{0}”依赖另一百分位", "percentile “{0}” depends on a percentile", "改为依赖原始量", "let it depend on plain numbers"),
    TABLE_END(
            "判定表末行须无条件，其他行须有条件",
            "the last row of the table must have no tests, all others must",
            "补写或删除“when”",
            "add or remove “when”"),
    NO_MARGIN(
            "判定表不能使用“margin”",
            "a decision by table has no “margin”",
            "删除“margin”，或改用 bands 或 matrix",
            "remove “margin”, or decide by bands or matrix"),
    NO_SHIFT("调整幅度不能为0", "a shift by 0 does nothing", "写 1 至 3 或 -1 至 -3", "write 1 to 3 or -1 to -3"),
    INVALID("内容不成立：{0}", "it does not hold: {0}", "按说明修改", "change it as said");

    private final String zh;
    private final String en;
    private final String remedyZh;
    private final String remedyEn;

    FaultCode(String zh, String en, String remedyZh, String remedyEn) {
        this.zh = zh;
        this.en = en;
        this.remedyZh = remedyZh;
        this.remedyEn = remedyEn;
    }

    Text message(Object... arguments) {
        return new Text(fill(zh, arguments), fill(en, arguments));
    }

    Text remedy(Object... arguments) {
        return new Text(fill(remedyZh, arguments), fill(remedyEn, arguments));
    }

    private static String fill(String pattern, Object[] arguments) {
        String filled = pattern;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }
}
