package org.sise.scoring.grade;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Text;

/**
 * A record that weighed nothing, and why.
 *
 * @param rule the indicator for which it weighed nothing; null: for the whole policy
 */
public record Weightless(Fact fact, @Nullable String rule, Reason reason) {
    /** Why a record weighs nothing. */
    public enum Reason {
        WITHDRAWN("记录已撤销，不计入", "the record is withdrawn"),
        REPAIRED("已完成信用修复，不计入", "the record is repaired"),
        EXPIRED("公示期已满，不计入", "its publicity has expired"),
        SUPERSEDED("已被新版本取代，不计入", "a later version has replaced it"),
        FUTURE("晚于评定日期，不计入", "it is dated after the as-of date"),
        ENDED("效力期已届满，不计入", "its effect has ended"),
        TOO_OLD("超出计算期限，不计入", "it is older than the rule looks back"),
        NOT_LATEST("仅以最近一条记录计算", "only the newest record counts"),
        NOT_LARGEST("仅以分值最高的一条记录计算", "only the record with the most points counts"),
        COUNTED_ONCE("同一事项只计一次", "the same matter counts only once"),
        EXEMPT("属首违轻微不计清单，不计入", "a first minor violation of the exemption list"),
        TOO_FEW("数量未达到规则要求", "fewer than the rule asks for"),
        UNUSED("本政策没有涉及该记录的规则", "no rule of the policy looks at it");

        private final Text text;

        Reason(String zh, String en) {
            this.text = new Text(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
