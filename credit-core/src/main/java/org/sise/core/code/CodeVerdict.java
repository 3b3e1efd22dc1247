package org.sise.core.code;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a text that should be a credit code turns out to be. */
public sealed interface CodeVerdict {

    /** The contract's word for this verdict. */
    String word();

    /** What there is to say beyond the word, in Chinese and English; empty when there is nothing. */
    String detail();

    /** The credit code, as it stood or as mended, or null when there is none. */
    default @Nullable CreditCode code() {
        return switch (this) {
            case Valid valid -> valid.creditCode();
            case Mended mended -> mended.creditCode();
            case FormerNumber _, Invalid _ -> null;
        };
    }

    /**
     * A code as it should be. The detail says so when the organisation code inside fails its own check by GB 11714:
     * such codes were issued, so they are codes.
     */
    record Valid(CreditCode creditCode) implements CodeVerdict {
        @Override
        public String word() {
            return "valid";
        }

        @Override
        public String detail() {
            return OrganisationCode.holds(creditCode.organisationCode())
                    ? ""
                    : "注意: 其中组织机构代码 %s 自身校验位不符 / note: the organisation code inside fails its own check"
                            .formatted(creditCode.organisationCode());
        }
    }

    /** A code that stands after case, width, spaces, invisible characters and hyphens are put right. */
    record Mended(CreditCode creditCode) implements CodeVerdict {
        @Override
        public String word() {
            return "mended";
        }

        @Override
        public String detail() {
            return creditCode.value();
        }
    }

    /** A former registration number of 15 digits: another identifier, not a bad code. */
    record FormerNumber(String number) implements CodeVerdict {
        @Override
        public String word() {
            return "registration-number";
        }

        @Override
        public String detail() {
            return RegistrationNumber.checkDigitHolds(number)
                    ? "原15位工商注册号 / former registration number of 15 digits"
                    : "原15位工商注册号, 校验位不符 / former registration number of 15 digits, its check digit does not hold";
        }
    }

    /** Neither a code nor a former number. */
    record Invalid(String detail) implements CodeVerdict {
        @Override
        public String word() {
            return "invalid";
        }
    }

    /** Judges a text; never throws. */
    static CodeVerdict of(String text) {
        if (CreditCode.fault(text) == null) {
            return new Valid(new CreditCode(text));
        }
        String mended = mend(text);
        String fault = CreditCode.fault(mended);
        if (fault == null) {
            return new Mended(new CreditCode(mended));
        }
        if (RegistrationNumber.hasForm(mended)) {
            return new FormerNumber(mended);
        }
        if (mended.isEmpty()) {
            return new Invalid("为空 / is empty");
        }
        if (OrganisationCode.holds(mended)) {
            return new Invalid("这是组织机构代码, 不是统一社会信用代码 / is an organisation code, not a credit code");
        }
        return new Invalid(fault);
    }

    private static String mend(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            int type = Character.getType(c);
            if (!Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && type != Character.DASH_PUNCTUATION
                    && type != Character.FORMAT) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
