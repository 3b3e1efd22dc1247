package org.sise.supervision.list;

import java.util.List;

/** The columns of an inspection list. */
final class ListColumns {

    static final List<String> HEADERS =
            List.of("序号", "统一社会信用代码", "企业名称", "等级", "行业", "区划", "住所", "检查人员及证号", "检查事项及依据", "产生方式");

    /** Column widths in characters. */
    static final List<Integer> WIDTHS = List.of(8, 22, 36, 8, 24, 20, 44, 36, 60, 12);

    /** Between the parts of one cell. */
    static final String SEPARATOR = "；";

    private ListColumns() {}

    /** The cells of a row behind its number. */
    static List<String> texts(ListRow row) {
        return List.of(
                row.code(),
                row.name(),
                row.grade(),
                row.industry(),
                row.region(),
                row.address(),
                row.inspectors().isEmpty() ? "未派员" : String.join(SEPARATOR, row.inspectors()),
                String.join(SEPARATOR, row.items()),
                row.selection().zh());
    }
}
