package org.sise.bench.desk;

import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;

/** Credit codes that hold, in ascending order. */
final class BenchCodes {

    private BenchCodes() {}

    static CreditCode code(int n) {
        String body = "M%07d".formatted(n);
        String first = "91210112" + body + OrganisationCode.checkCharacter(body);
        return new CreditCode(first + CreditCode.checkCharacter(first));
    }
}
