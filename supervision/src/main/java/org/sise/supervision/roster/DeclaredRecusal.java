package org.sise.supervision.roster;

import java.time.Instant;

/**
 * A declared reason for which an inspector does not inspect a business (回避).
 *
 * @param certificate the inspector's certificate
 * @param code the business's credit code
 * @param kind what kind of reason
 * @param reason why in words, never published
 * @param declaredAt when it was declared
 */
public record DeclaredRecusal(String certificate, String code, RecusalKind kind, String reason, Instant declaredAt) {}
