package org.sise.integrations.row;

import org.sise.core.record.Labelled;

/** Why a file or a row is refused, beyond what can be wrong with a single field. */
public enum Reason implements Labelled {
    /** The file holds nothing. */
    EMPTY_FILE("empty-file", "空文件", "empty file"),
    /** The file is cut off or damaged. */
    DAMAGED_FILE("damaged-file", "文件损坏或不完整", "damaged or cut off"),
    /** The file is not of the feed's format. */
    WRONG_FORMAT("wrong-format", "文件格式不符", "not of the feed's format"),
    /** The file is not in the feed's encoding. */
    WRONG_CHARSET("wrong-charset", "字符编码不符", "not in the feed's encoding"),
    /** The file lacks a column. */
    MISSING_COLUMN("missing-column", "缺少列", "missing column"),
    /** The file has a column twice. */
    DUPLICATE_COLUMN("duplicate-column", "列重复", "duplicate column"),
    /** The file, or what it unpacks to, is too large. */
    TOO_LARGE("too-large", "文件过大", "too large"),
    /** The file changed while it was read. */
    CHANGED_FILE("changed-file", "读取过程中文件被改动", "changed while it was read"),
    /** A person looked at the file and refused it. */
    DECLINED("declined", "经人工审看退回", "refused by a person"),
    /** Another file of the same name took the place of a held one. */
    REPLACED("replaced", "已由同名文件替换", "replaced by a file of its name"),
    /** The row has too many or too few cells. */
    CELL_COUNT("cell-count", "列数不符", "wrong number of cells"),
    /** The row has bytes that are no characters. */
    UNDECODABLE("undecodable", "含无法解码的字节", "bytes that are no characters"),
    /** A quote is opened and not closed. */
    UNCLOSED_QUOTE("unclosed-quote", "引号未闭合", "unclosed quote"),
    /** A quote stands where none may stand. */
    BAD_QUOTE("bad-quote", "引号位置有误", "misplaced quote"),
    /** The row is longer than a row may be. */
    TOO_LONG("too-long", "行过长", "too long"),
    /** The row is not of the feed's format. */
    MALFORMED("malformed", "格式有误", "malformed"),
    /** A statement refers to a record that the file does not have. */
    UNKNOWN_RECORD("unknown-record", "引用的记录不存在", "refers to a record that is not there"),
    /** A statement says that a party is not disclosed or not known. */
    UNSPECIFIED_PARTY("unspecified-party", "当事方未披露", "a party is not disclosed"),
    /** A statement of a relationship says nothing of it. */
    NO_INTEREST("no-interest", "未说明任何权益", "states no interest"),
    /** What a statement says contradicts itself or another. */
    CONTRADICTION("contradiction", "前后矛盾", "contradicts itself or another"),
    /** The row fails a check of the feed. */
    CHECK("check", "未通过来源的检查", "fails a check of the feed"),
    /** No region, or several, of that name. */
    BAD_REGION("bad-region", "行政区划名称有误", "bad region"),
    /** The business has no registration in the ledger. */
    UNKNOWN_BUSINESS("unknown-business", "主体未登记", "business not registered");

    private final String token;
    private final String zh;
    private final String en;

    Reason(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
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
}
