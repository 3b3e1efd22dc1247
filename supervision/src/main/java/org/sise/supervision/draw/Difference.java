package org.sise.supervision.draw;

/**
 * Something in a published folder that is not what the draw gives.
 *
 * @param kind what differs
 * @param place where: a file or a JSON path, and the object's code where there is one
 * @param recorded what the folder says; empty where it says nothing
 * @param computed what the draw gives; empty where it gives nothing
 */
public record Difference(Kind kind, String place, String recorded, String computed) {
    /** What can differ. */
    public enum Kind {
        /** A frozen file that cannot be drawn from. */
        FROZEN_FILE("冻结文件有误", "a frozen file does not hold"),
        /** The commitment is not SHA-256 of the secret. */
        COMMITMENT("承诺不是密钥的 SHA-256", "the commitment is not SHA-256 of the secret"),
        /** Object rows were changed, added or removed. */
        OBJECTS_ROOT("对象名单被改动", "object rows were changed, added or removed"),
        /** A stratum has more or fewer objects. */
        SIZE("分层的对象数不同", "the stratum's size differs"),
        /** A stratum's number of drawn objects is not the ceiling of ratio × size. */
        TAKE("抽取数不同", "the number to draw differs"),
        /** The seed differs because of the object rows alone. */
        SEED_BY_OBJECTS("种子因对象名单而不同", "the seed differs because of the object rows"),
        /** Plan id, inspectors, items, recusals, secret or beacon value were changed. */
        SEED(
                "种子不同：计划编号、执法人员、检查事项、回避、密钥或信标值被改动",
                "the seed differs: the plan id, inspectors.csv, items.csv, recusals.csv, the secret or the beacon's value was changed"),
        /** An object is listed that the pool does not have. */
        NOT_IN_POOL("名单中的对象不在对象库", "a listed object is not in objects.csv"),
        /** An object should be listed and is not. */
        MISSING("应抽中而未列出", "an object is drawn and not listed"),
        /** An object is listed and should not be. */
        ADDED("未抽中而被列出", "an object is listed and not drawn"),
        /** An object is listed twice. */
        TWICE("对象列出两次", "an object is listed twice"),
        /** The same objects in another order. */
        ORDER("顺序不同", "another order"),
        /** Other inspectors for an object. */
        INSPECTORS("执法人员不同", "other inspectors"),
        /** Other items for an object. */
        ITEMS("检查事项不同", "other items"),
        /** Other objects without inspectors. */
        UNASSIGNED("无人可派的对象不同", "other objects are unassigned"),
        /** A field that a transcript does not have. */
        UNKNOWN_FIELD("未知字段", "an unknown field"),
        /** The same content in other bytes. */
        BYTES("内容相同而字节不同", "the same content, written in other bytes");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /** The kind in Chinese. */
        public String chinese() {
            return chinese;
        }

        /** The kind in English. */
        public String english() {
            return english;
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder(place + "  " + kind.chinese + " / " + kind.english);
        if (!recorded.isEmpty()) {
            text.append("  记载 recorded: ").append(recorded);
        }
        if (!computed.isEmpty()) {
            text.append("  重算 recomputed: ").append(computed);
        }
        return text.toString();
    }
}
