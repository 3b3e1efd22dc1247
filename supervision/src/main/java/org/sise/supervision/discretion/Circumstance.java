package org.sise.supervision.discretion;

/**
 * A circumstance that the law weighs.
 *
 * @param tier to what it leads, such as 从重(可以)
 * @param circumstance the circumstance
 * @param basis the legal basis
 * @param source where it was found
 * @param confidence how sure
 */
public record Circumstance(String tier, String circumstance, String basis, String source, String confidence) {}
