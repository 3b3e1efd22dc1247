package org.sise.server.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;

/** Numbers of businesses and people that do not exist: true in their checks, in ranges that nobody is given. */
final class Numbers {

    private static final String ALPHABET = CreditCode.ALPHABET;
    private static final long BODIES = 31L * 31 * 31 * 31 * 31 * 31;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1955, 1, 1);
    private static final int BIRTHDAYS = 16_000;
    private static final int A_DAY = 900;
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Prime to both ranges, so that a multiple runs through all of a range before it repeats. */
    private static final long STEP = 86_028_121L;

    private final long seed;

    Numbers(long seed) {
        this.seed = Math.floorMod(seed, 1_000_003L);
    }

    /** The credit code of a company or an individual business; another one for each index below 887 million. */
    String business(long index, String region, boolean company) {
        return code((company ? "91" : "92") + region, "FX", index);
    }

    /** The credit code of a department, told apart by the region and a number. */
    String department(String region, int number) {
        return code("11" + region, "FX", BODIES - 1 - number);
    }

    /** An identity number; another one for each index below 14 million. */
    String person(long index) {
        long place = Math.floorMod((index + seed) * STEP, (long) BIRTHDAYS * A_DAY);
        LocalDate born = FIRST_BIRTHDAY.plusDays(place / A_DAY);
        String body = "000000" + DateTimeFormatter.BASIC_ISO_DATE.format(born) + (100 + place % A_DAY);
        int sum = 0;
        for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** The code with another check character: never a code. */
    static String withWrongCheck(String code) {
        int value = ALPHABET.indexOf(code.charAt(code.length() - 1));
        return code.substring(0, code.length() - 1) + ALPHABET.charAt((value + 1) % ALPHABET.length());
    }

    private String code(String head, String prefix, long index) {
        long place = Math.floorMod((index + seed) * STEP, BODIES);
        StringBuilder organisation = new StringBuilder(prefix);
        for (int i = 0; i < 6; i++) {
            organisation.append(ALPHABET.charAt((int) (place % ALPHABET.length())));
            place /= ALPHABET.length();
        }
        String body = head + organisation + OrganisationCode.checkCharacter(organisation);
        return body + CreditCode.checkCharacter(body);
    }
}
