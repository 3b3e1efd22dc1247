package org.sise.scoring.difference;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.Ruling;
import org.sise.scoring.grade.Weightless;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Text;

/** Says changes in words. */
final class Wording {

    private Wording() {}

    static Change scope(Text was, Text is) {
        return new Change(
                Change.Type.SCOPE,
                "",
                null,
                null,
                null,
                new Text(
                        "不适用的原因由“%s”变为“%s”".formatted(was.zh(), is.zh()),
                        "not applicable for another reason: first “%s”, now “%s”".formatted(was.en(), is.en())));
    }

    static Change enters(Text reason) {
        return new Change(
                Change.Type.SCOPE,
                "",
                null,
                null,
                null,
                new Text(
                        "原不适用（%s），现纳入评定".formatted(reason.zh()),
                        "not graded before (%s), now graded".formatted(reason.en())));
    }

    static Change leaves(Text reason) {
        return new Change(
                Change.Type.SCOPE,
                "",
                null,
                null,
                null,
                new Text("不再评定：%s".formatted(reason.zh()), "no longer graded: %s".formatted(reason.en())));
    }

    static Change rulingAppeared(Ruling ruling) {
        return ruling(Change.Type.RULE_APPEARED, ruling, "新适用规则（%s）：%s", "a rule applies now (%s): %s");
    }

    static Change rulingVanished(Ruling ruling) {
        return ruling(Change.Type.RULE_VANISHED, ruling, "不再适用规则（原%s）：%s", "a rule no longer applies (before: %s): %s");
    }

    static Change rulingChanged(Ruling ruling) {
        return ruling(Change.Type.RULE_CHANGED, ruling, "规则结果改变（现%s）：%s", "a rule leads elsewhere (now: %s): %s");
    }

    private static Change ruling(Change.Type type, Ruling ruling, String zh, String en) {
        Text effect = effect(ruling);
        Text text = ruling.text();
        return new Change(
                type,
                ruling.rule().id(),
                ruling.facts().isEmpty() ? null : ruling.facts().getLast(),
                null,
                null,
                new Text(zh.formatted(effect.zh(), text.zh()), en.formatted(effect.en(), text.en())));
    }

    private static Text effect(Ruling ruling) {
        Text grade = ruling.grade().label();
        boolean bounds = switch (ruling.rule()) {
            case Rule.Veto ignored -> true;
            case Rule.Floor ignored -> true;
            case Rule.MinimumData ignored -> true;
            case Rule.NewBusiness ignored -> true;
            case Rule.Dormant ignored -> true;
            case Rule.Shift ignored -> false;
            case Rule.Exposure ignored -> false;
            case Rule.Steadiness ignored -> false;
        };
        return bounds
                ? new Text("不优于" + grade.zh(), grade.en() + " at best")
                : new Text("调整为" + grade.zh(), "to " + grade.en());
    }

    static Change figure(Figure figure, @Nullable Points was, @Nullable Points is) {
        Text label = figure.label();
        return new Change(
                Change.Type.FIGURE,
                figure.id(),
                null,
                was,
                is,
                new Text(
                        "%s由%s变为%s".formatted(label.zh(), was == null ? "未知" : was, is == null ? "未知" : is),
                        "%s from %s to %s"
                                .formatted(label.en(), was == null ? "unknown" : was, is == null ? "unknown" : is)));
    }

    static Change appeared(Contribution one, Points points) {
        Text text = reason(one);
        return new Change(
                Change.Type.POINTS_APPEARED,
                one.rule(),
                one.fact(),
                null,
                points,
                new Text(
                        "新计%s分：%s".formatted(points, text.zh()),
                        "%s points more than before: %s".formatted(points, text.en())));
    }

    static Change vanished(Contribution one, Points points, Weightless.@Nullable Reason reason) {
        Text text = reason(one);
        return new Change(
                Change.Type.POINTS_VANISHED,
                one.rule(),
                one.fact(),
                points,
                null,
                new Text(
                        "不再计%s分：%s%s"
                                .formatted(
                                        points,
                                        text.zh(),
                                        reason == null
                                                ? ""
                                                : "（" + reason.text().zh() + "）"),
                        "%s points no longer: %s%s"
                                .formatted(
                                        points,
                                        text.en(),
                                        reason == null
                                                ? ""
                                                : " (" + reason.text().en() + ")")));
    }

    static Change changed(Contribution one, Points was, Points is) {
        Text text = reason(one);
        return new Change(
                Change.Type.POINTS_CHANGED,
                one.rule(),
                one.fact(),
                was,
                is,
                new Text(
                        "由%s分变为%s分：%s".formatted(was, is, text.zh()),
                        "from %s to %s points: %s".formatted(was, is, text.en())));
    }

    static Change score(Points was, Points is) {
        return new Change(
                Change.Type.SCORE,
                "",
                null,
                was,
                is,
                new Text("总分由%s变为%s".formatted(was, is), "score from %s to %s".formatted(was, is)));
    }

    /** @param score the score where both sides have the same */
    static Change base(String grade, Text was, Text is, @Nullable Points score) {
        Text text = score == null
                ? new Text(
                        "按分数由%s变为%s".formatted(was.zh(), is.zh()),
                        "by score from %s to %s".formatted(was.en(), is.en()))
                : new Text(
                        "总分同为%s，但等级划分不同：由%s变为%s".formatted(score, was.zh(), is.zh()),
                        "the score is %s on both sides, but the grades are drawn differently: from %s to %s"
                                .formatted(score, was.en(), is.en()));
        return new Change(Change.Type.BASE, grade, null, null, null, text);
    }

    /** A contribution's own sentence; one without a record names its rule. */
    private static Text reason(Contribution one) {
        Text text = one.text();
        return one.fact() != null
                ? text
                : new Text("%s（%s）".formatted(text.zh(), one.rule()), "%s (%s)".formatted(text.en(), one.rule()));
    }
}
