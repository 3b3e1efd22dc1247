package org.sise.supervision.repair.pack;

import org.sise.core.record.Labelled;

/** Whether and from when repair of a record may be applied for. */
public enum Application implements Labelled {
    /** Publicity ends by itself; there is nothing to apply for. */
    NOT_NEEDED("not-needed", "到期自动停止公示，无需申请", "ends by itself, no application"),
    /** As soon as the duties are done. */
    AT_ONCE("at-once", "履行义务后即可申请", "as soon as the duties are done"),
    /** Once the least period of publicity is over. */
    AFTER_EARLIEST("after-earliest", "满最短公示期后可申请", "once the least period is over"),
    /** Together with the penalty or listing that it led to. */
    WITH_PENALTY("with-penalty", "随相关处罚或列入决定一并修复", "together with the linked penalty or listing"),
    /** Not before its end. */
    NONE("none", "不得提前停止公示", "no early end");

    private final String token;
    private final String zh;
    private final String en;

    Application(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    /** Whether somebody may apply at all. */
    public boolean isOpen() {
        return switch (this) {
            case AT_ONCE, AFTER_EARLIEST, WITH_PENALTY -> true;
            case NOT_NEEDED, NONE -> false;
        };
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
