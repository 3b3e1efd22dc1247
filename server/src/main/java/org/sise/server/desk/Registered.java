package org.sise.server.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.CodeField;
import org.springframework.stereotype.Component;

/** Reads the field {@code business} of forms: a business of the register. */
@Component
final class Registered {

    private final Businesses businesses;

    Registered(Businesses businesses) {
        this.businesses = businesses;
    }

    /**
     * The code.
     *
     * @throws BadParameterException when it is none, or the register has no such business
     */
    CreditCode of(@Nullable String text) {
        CreditCode code = CodeField.of("business", text);
        if (businesses.known(Set.of(code.value())).isEmpty()) {
            throw new BadParameterException("business", "登记库中没有该企业 / the register has no such business");
        }
        return code;
    }
}
