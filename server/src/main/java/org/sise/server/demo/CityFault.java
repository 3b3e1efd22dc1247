package org.sise.server.demo;

/** What is wrong with the few faulty rows that are mixed in. */
public enum CityFault {
    /** The credit code's check character is wrong. */
    WRONG_CHECK_CHARACTER,
    /** 30 February. */
    NO_SUCH_DAY,
    /** A fine below zero. */
    NEGATIVE_FINE,
    /** The code is a code, but no register has it. */
    UNKNOWN_BUSINESS
}
