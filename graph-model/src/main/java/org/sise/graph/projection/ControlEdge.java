package org.sise.graph.projection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.graph.control.ControlAnswer;
import org.sise.graph.relation.Parties;

/**
 * One relation {@code CONTROLS}.
 *
 * @param label the controller's label, of a concert party its first member's
 * @param controller its code or key
 * @param business the credit code of the business
 * @param properties {@code percent}, the integrated share to eight decimals; {@code basis}; {@code records} of the
 *     holdings on the paths, ascending; {@code concert}, the concert party's name, when a party is the controller
 */
record ControlEdge(HolderLabel label, String controller, String business, Map<String, Object> properties) {

    /** Beyond these, double precision depends on the order of the work. */
    private static final int DECIMALS = 8;

    /** The edge of an answer, or null when it names nobody. */
    static @Nullable ControlEdge of(ControlAnswer answer, Parties parties) {
        ControlAnswer.Controller controller = answer.controller();
        if (controller == null || parties.isAnonymous(answer.business())) {
            return null;
        }
        HolderLabel label = switch (parties.kind(controller.unit())) {
            case BUSINESS -> HolderLabel.BUSINESS;
            case PERSON, NAMED_PERSON -> HolderLabel.PERSON;
            case BODY -> HolderLabel.BODY;
            case ADDRESS, PHONE -> throw new IllegalStateException("an address or a telephone controls nothing");
        };
        String id = parties.id(controller.unit());
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                "percent",
                BigDecimal.valueOf(controller.share() * 100)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue());
        properties.put("basis", controller.basis().token());
        properties.put("records", records(answer));
        if (!controller.name().equals(id)) {
            properties.put("concert", controller.name());
        }
        return new ControlEdge(label, id, parties.id(answer.business()), Map.copyOf(properties));
    }

    private static List<Long> records(ControlAnswer answer) {
        return answer.paths().stream()
                .flatMap(path -> path.steps().stream())
                .flatMap(step -> step.records().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
