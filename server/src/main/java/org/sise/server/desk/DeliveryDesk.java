package org.sise.server.desk;

import java.util.Objects;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Holds;
import org.sise.ledger.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides about held deliveries in somebody's name: each decision is a line of the audit log. */
@Component
public final class DeliveryDesk {

    private final Holds holds;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    DeliveryDesk(Holds holds, AuditLog audit, PlatformTransactionManager transactions) {
        this.holds = holds;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a held delivery as it is, for the reason for which it is held.
     *
     * @throws IllegalArgumentException when there is no such delivery
     * @throws IllegalStateException when it is not held
     */
    public Delivery accept(long id, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            String why = why(id);
            Delivery delivery = holds.accept(id, actor);
            audit.append(actor, "delivery-accepted", "delivery/" + id, delivery.feed() + "; " + why);
            return delivery;
        }));
    }

    /**
     * Refuses a held delivery.
     *
     * @throws IllegalArgumentException when there is no such delivery
     * @throws IllegalStateException when it is not held
     */
    public Delivery refuse(long id, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            String why = why(id);
            Delivery delivery = holds.refuse(id, actor);
            audit.append(actor, "delivery-refused", "delivery/" + id, delivery.feed() + "; " + why);
            return delivery;
        }));
    }

    private String why(long id) {
        return holds.held().stream()
                .filter(delivery -> delivery.id() == id)
                .findFirst()
                .map(delivery -> delivery.reason() + "; " + delivery.message())
                .orElse("");
    }
}
