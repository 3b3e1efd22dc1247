package org.sise.integrations.fetch;

import org.sise.core.record.Labelled;

/** Why a pull failed. */
public enum PullReason implements Labelled {
    /** Nobody answers at the address, or the connection was cut. */
    UNREACHABLE("unreachable", "无法连接或连接中断", "unreachable, or the connection was cut"),
    /** The server did not answer in time. */
    TIMEOUT("timeout", "超时", "no answer in time"),
    /** The SFTP server's key is not known, or another than the known one. */
    HOST_KEY("host-key", "主机密钥未知或已改变", "host key unknown or changed"),
    /** The server's certificate is not trusted. */
    CERTIFICATE("certificate", "证书不受信任", "certificate not trusted"),
    /** The login or the token is refused. */
    DENIED("denied", "登录或令牌被拒绝", "login or token refused"),
    /** A secret is not supplied, or readable by others. */
    SECRET("secret", "缺少密钥或密钥文件权限过宽", "secret missing or readable by others"),
    /** What was asked for is not there. */
    NOT_FOUND("not-found", "对象不存在", "not there"),
    /** The server asks to come back later. */
    LIMITED("limited", "对方限流", "rate limited"),
    /** The server answers with an error. */
    STATUS("status", "对方返回错误", "the server answers with an error"),
    /** The answer is no JSON, such as a login page. */
    CONTENT_TYPE("content-type", "返回内容不是JSON", "the answer is no JSON"),
    /** The answer is JSON that is broken, or not of the form that the descriptor says. */
    BODY("body", "返回内容有误", "the answer is broken or of another form"),
    /** The answer says itself that it is an error. */
    NOT_OK("not-ok", "对方报告失败", "the answer reports a failure"),
    /** A page is empty or rows are fewer than the source counts. */
    MISSING_PAGE("missing-page", "缺页", "a page is missing"),
    /** A page is the former one again. */
    REPEATED_PAGE("repeated-page", "重复页", "a page is repeated"),
    /** There is no end of pages. */
    ENDLESS("endless", "分页没有尽头", "pages without end"),
    /** A file changed while it was fetched. */
    CHANGED("changed", "取得过程中文件被改动", "changed while it was fetched"),
    /** The query is refused. */
    QUERY("query", "查询被拒绝", "the query is refused"),
    /** The inbox cannot be written. */
    INBOX("inbox", "收件目录无法写入", "the inbox cannot be written"),
    /** The house's own database is down. */
    DATABASE("database", "本系统数据库不可用", "the house's own database is down"),
    /** The server is being stopped. */
    STOPPED("stopped", "服务停止", "stopped with the server"),
    /** A fault of this program. */
    INTERNAL("internal", "内部错误", "an error of this program");

    private final String token;
    private final String zh;
    private final String en;

    PullReason(String token, String zh, String en) {
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
