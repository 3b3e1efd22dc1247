package org.sise.server.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sise.graph.control.ControlAnswer;
import org.sise.graph.control.ControlPath;
import org.sise.graph.control.Missing;
import org.sise.graph.control.Stake;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.Share;
import org.sise.scoring.receipt.JsonWriter;

/** Answers on control as lines of text and as JSON. */
final class ControlWords {

    private static final int DECIMALS = 8;
    private static final int HOLDERS = 20;

    private final Parties parties;

    ControlWords(Parties parties) {
        this.parties = parties;
    }

    /** {@code business TAB controller TAB percent TAB paths}, or {@code business TAB not determinable TAB TAB why}. */
    String line(ControlAnswer answer) {
        ControlAnswer.Controller controller = answer.controller();
        String business = plain(parties.id(answer.business()));
        if (controller == null) {
            return business + "\tnot determinable\t\t"
                    + answer.missing().stream()
                            .map(missing -> zh(missing) + " / " + en(missing))
                            .collect(Collectors.joining("; "));
        }
        return "%s\t%s\t%s\t%s"
                .formatted(
                        business,
                        plain(controller.name()),
                        percent(controller.share()),
                        answer.paths().stream().map(this::path).collect(Collectors.joining("; ")));
    }

    /** One object. */
    JsonWriter json(ControlAnswer answer) {
        ControlAnswer.Controller controller = answer.controller();
        JsonWriter json = new JsonWriter().object().field("business", parties.id(answer.business()));
        json.field("controller", controller == null ? null : controller.name());
        json.name("percent").raw(controller == null ? "null" : percent(controller.share()));
        json.name("determinable").raw(Boolean.toString(controller != null));
        json.field("basis", controller == null ? null : controller.basis().token());
        json.name("holders_of_controller_unknown")
                .raw(Boolean.toString(controller != null && controller.endOfRecord()));
        json.field("decides", answer.decides());
        json.name("paths").array();
        answer.paths().forEach(path -> path(path, json));
        json.endArray().name("missing").array();
        for (Missing missing : answer.missing()) {
            json.object()
                    .field("kind", kind(missing))
                    .field("zh", zh(missing))
                    .field("en", en(missing))
                    .endObject();
        }
        json.endArray().name("holders").array();
        for (Stake stake : answer.holders().stream().limit(HOLDERS).toList()) {
            json.object().field("holder", stake.role() == Stake.Role.UNKNOWN ? null : stake.name());
            json.field("role", stake.role().name().toLowerCase(Locale.ROOT));
            if (stake.role() == Stake.Role.UNKNOWN) {
                json.field("unknown_in", stake.name());
            }
            json.name("percent").raw(percent(stake.share())).endObject();
        }
        json.endArray().name("recorded_percent").raw(percent(answer.held()));
        json.name("own_percent").raw(percent(answer.heldByItself()));
        return json.endObject();
    }

    private void path(ControlPath path, JsonWriter json) {
        json.object().name("percent").raw(percent(path.share())).name("parties").array();
        json.value(parties.id(path.steps().getFirst().holder()));
        path.steps().forEach(step -> json.value(parties.id(step.held())));
        json.endArray().name("steps").array();
        for (ControlPath.Step step : path.steps()) {
            json.object().field("holder", parties.id(step.holder())).field("held", parties.id(step.held()));
            json.name("percent").raw(percent(step.share())).name("lines").array();
            step.records().forEach(line -> json.raw(Long.toString(line)));
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private String path(ControlPath path) {
        StringBuilder text =
                new StringBuilder(plain(parties.id(path.steps().getFirst().holder())));
        for (ControlPath.Step step : path.steps()) {
            text.append(" -").append(percent(step.share())).append("%-> ").append(plain(parties.id(step.held())));
        }
        return text.append(" (").append(percent(path.share())).append("%)").toString();
    }

    private static String kind(Missing missing) {
        return switch (missing) {
            case Missing.NoHolder _ -> "no-holder";
            case Missing.HoldersUnknown _ -> "holders-unknown";
            case Missing.ShareNotGiven _ -> "share-not-given";
            case Missing.HolderWithoutIdentity _ -> "holder-without-identity";
            case Missing.HeldForOthers _ -> "held-for-others";
            case Missing.Deadlock _ -> "deadlock";
            case Missing.Several _ -> "several";
            case Missing.WidelyHeld _ -> "widely-held";
            case Missing.Circle _ -> "circle";
        };
    }

    private String zh(Missing missing) {
        return switch (missing) {
            case Missing.NoHolder none -> "“%s”没有股东记录".formatted(parties.id(none.business()));
            case Missing.HoldersUnknown part ->
                "“%s”的股东只知%s%%".formatted(parties.id(part.business()), percent(part.known()));
            case Missing.ShareNotGiven none ->
                "“%s”在“%s”的持股比例未知".formatted(parties.id(none.holder()), parties.id(none.business()));
            case Missing.HolderWithoutIdentity holder -> "持有%s%%的股东身份不明".formatted(percent(holder.share()));
            case Missing.HeldForOthers held ->
                "“%s”为他人或众多主体持有%s%%"
                        .formatted(held.stake().name(), percent(held.stake().share()));
            case Missing.Deadlock level -> "股权相等, 无人过半: " + names(level.stakes());
            case Missing.Several several -> "不止一方超过控制比例: " + names(several.stakes());
            case Missing.WidelyHeld widely -> "股权分散, 最大为" + names(List.of(widely.largest()));
            case Missing.Circle circle -> "“%s”所在的循环持股自成一体或相互矛盾".formatted(parties.id(circle.business()));
        };
    }

    private String en(Missing missing) {
        return switch (missing) {
            case Missing.NoHolder none -> "no holder of “%s” is recorded".formatted(parties.id(none.business()));
            case Missing.HoldersUnknown part ->
                "holders of “%s” are known only to %s%%".formatted(parties.id(part.business()), percent(part.known()));
            case Missing.ShareNotGiven none ->
                "the share of “%s” in “%s” is not given"
                        .formatted(parties.id(none.holder()), parties.id(none.business()));
            case Missing.HolderWithoutIdentity holder ->
                "the holder of %s%% has no identity".formatted(percent(holder.share()));
            case Missing.HeldForOthers held ->
                "“%s” holds %s%% for others or in very many"
                        .formatted(held.stake().name(), percent(held.stake().share()));
            case Missing.Deadlock level -> "equal shares, nobody above the threshold: " + names(level.stakes());
            case Missing.Several several -> "more than one above the threshold: " + names(several.stakes());
            case Missing.WidelyHeld widely ->
                "widely held, nobody above the threshold, the largest is " + names(List.of(widely.largest()));
            case Missing.Circle circle ->
                "the circle of holdings at “%s” owns itself or contradicts itself"
                        .formatted(parties.id(circle.business()));
        };
    }

    private static String names(List<Stake> stakes) {
        return stakes.stream()
                .limit(HOLDERS)
                .map(stake -> "%s %s%%".formatted(stake.name(), percent(stake.share())))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return decimal(BigDecimal.valueOf(share).movePointRight(2));
    }

    private static String percent(long share) {
        return decimal(Share.percent(share));
    }

    private static String decimal(BigDecimal percent) {
        BigDecimal rounded = percent.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    private static String plain(String id) {
        return id.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
    }
}
