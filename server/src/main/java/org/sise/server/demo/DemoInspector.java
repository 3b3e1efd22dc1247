package org.sise.server.demo;

/**
 * An inspector who does not exist.
 *
 * @param certificate the number of the certificate
 * @param name the name
 * @param district the region code of the district
 * @param field the field of law, in Chinese
 * @param maxLoad the most tasks of one draw
 */
public record DemoInspector(String certificate, String name, String district, String field, int maxLoad) {}
