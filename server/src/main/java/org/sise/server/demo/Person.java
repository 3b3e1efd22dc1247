package org.sise.server.demo;

/**
 * A person who does not exist.
 *
 * @param name the name
 * @param identityNumber 18 characters with a true check character, in region 000000, which is nobody's
 */
record Person(String name, String identityNumber) {}
