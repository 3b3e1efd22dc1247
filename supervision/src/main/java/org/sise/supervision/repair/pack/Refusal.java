package org.sise.supervision.repair.pack;

import org.sise.scoring.policy.Text;

/** A ground on which an application may be refused. */
public record Refusal(String id, Text label, Grounds grounds) {}
