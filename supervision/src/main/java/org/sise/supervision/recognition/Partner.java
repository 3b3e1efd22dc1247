package org.sise.supervision.recognition;

import org.sise.core.grade.Grade;

/**
 * What a level of another city is here.
 *
 * @param city six digits of GB/T 2260
 * @param name the city's authority
 * @param publicKey its key: the member x of RFC 8037
 * @param level its level, such as {@code blue} or {@code A}
 * @param colour the colour that it is here
 * @param source the agreement
 * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}
 */
public record Partner(
        String city, String name, String publicKey, String level, Grade colour, String source, String confidence) {}
