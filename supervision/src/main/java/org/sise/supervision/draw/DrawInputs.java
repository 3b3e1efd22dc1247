package org.sise.supervision.draw;

import java.util.HashSet;

/**
 * Everything a draw depends on.
 *
 * @param plan what is settled beside the frozen files
 * @param objects the object pool
 * @param inspectors the roster, no certificate twice
 * @param items the check items, none twice
 * @param recusals who may not inspect what
 */
public record DrawInputs(
        DrawPlan plan,
        ObjectPool objects,
        FrozenTable<Inspector> inspectors,
        FrozenTable<CheckItem> items,
        FrozenTable<Recusal> recusals) {
    /** Checks that the parts fit together. */
    public DrawInputs {
        if (!new HashSet<>(plan.stratumNames()).containsAll(objects.strata())) {
            throw new IllegalArgumentException(
                    "The pool has strata " + objects.strata() + " beyond the plan's " + plan.stratumNames());
        }
        var certificates = new HashSet<String>();
        for (var inspector : inspectors.rows()) {
            if (!certificates.add(inspector.certificate())) {
                throw new IllegalArgumentException("Certificate " + inspector.certificate() + " stands twice");
            }
        }
        var codes = new HashSet<String>();
        for (var item : items.rows()) {
            if (!codes.add(item.item())) {
                throw new IllegalArgumentException("Item " + item.item() + " stands twice");
            }
        }
    }
}
