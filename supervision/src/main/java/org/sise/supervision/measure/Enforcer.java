package org.sise.supervision.measure;

/**
 * What one department enforces of one kind of measures (谁在执行什么).
 *
 * @param department the department
 * @param kind burden or favour
 * @param category the kind of measure
 * @param waiting not yet in force
 * @param sent in force, and not acknowledged by the department
 * @param acknowledged acknowledged and not carried out
 * @param acted carried out
 * @param over lifted, dropped or refused
 */
public record Enforcer(
        String department,
        MeasureKind kind,
        String category,
        long waiting,
        long sent,
        long acknowledged,
        long acted,
        long over) {}
