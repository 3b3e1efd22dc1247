package org.sise.graph.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.Relation;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

/** Holdings in words, for tests: whoever begins with a small letter is a person. */
final class Holdings {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Parties parties = new Parties();
    private final Relations relations = new Relations(parties);
    private final List<ConcertParty> concerts = new ArrayList<>();
    private ControlRules rules = new ControlRules(new BigDecimal(50), List.of("香港中央结算"), 1000, 5, 20, 3);
    private int eliminated = 500;
    private @Nullable Control control;

    Holdings holds(String holder, String held, @Nullable String percent) {
        relations.add(Relation.holding(
                party(holder),
                party(held),
                percent == null ? Share.UNKNOWN : Share.ofPercent(new BigDecimal(percent)),
                relations.size() + 1L));
        return this;
    }

    Holdings threshold(String percent) {
        rules = rules.withThreshold(new BigDecimal(percent));
        return this;
    }

    Holdings rules(ControlRules other) {
        rules = other;
        return this;
    }

    Holdings concert(String name, String... members) {
        concerts.add(new ConcertParty(
                name, Stream.of(members).map(this::party).collect(java.util.stream.Collectors.toSet())));
        return this;
    }

    Holdings iteratedAbove(int parties) {
        eliminated = parties;
        return this;
    }

    RelationGraph graph() {
        return relations.on(DAY, Control.KINDS);
    }

    Control control() {
        Control solved = control;
        if (solved == null) {
            solved = Control.of(graph(), rules, concerts, eliminated);
            control = solved;
        }
        return solved;
    }

    ControlAnswer answer(String business) {
        return control().answer(party(business));
    }

    /** Controller, percent and basis, or what is missing. */
    String says(String business) {
        ControlAnswer answer = answer(business);
        ControlAnswer.Controller controller = answer.controller();
        return controller == null
                ? answer.missing().stream().map(this::words).toList().toString()
                : "%s %s %s"
                        .formatted(
                                controller.name(),
                                percent(controller.share()),
                                controller.basis().token());
    }

    double share(String holder, String business) {
        return control().share(party(holder), party(business));
    }

    int party(String name) {
        return parties.number(
                name.isEmpty() || Character.isLowerCase(name.charAt(0)) ? PartyKind.PERSON : PartyKind.BUSINESS, name);
    }

    static String percent(double share) {
        return new BigDecimal(share * 100)
                .setScale(6, java.math.RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String words(Missing missing) {
        return switch (missing) {
            case Missing.NoHolder none -> "no holder of " + parties.id(none.business());
            case Missing.HoldersUnknown part ->
                "holders of %s known to %s".formatted(parties.id(part.business()), Share.percent(part.known()));
            case Missing.ShareNotGiven share ->
                "share of %s in %s".formatted(parties.id(share.holder()), parties.id(share.business()));
            case Missing.HolderWithoutIdentity holder ->
                "a holder of %s without identity".formatted(percent(holder.share()));
            case Missing.HeldForOthers held ->
                "%s holds %s for others"
                        .formatted(held.stake().name(), percent(held.stake().share()));
            case Missing.Deadlock deadlock -> "deadlock of " + names(deadlock.stakes());
            case Missing.Several several -> "several: " + names(several.stakes());
            case Missing.WidelyHeld widely -> "widely held, largest %s".formatted(names(List.of(widely.largest())));
            case Missing.Circle circle -> "circle at " + parties.id(circle.business());
        };
    }

    private static String names(List<Stake> stakes) {
        return String.join(
                ", ",
                stakes.stream().map(s -> s.name() + " " + percent(s.share())).toList());
    }
}
