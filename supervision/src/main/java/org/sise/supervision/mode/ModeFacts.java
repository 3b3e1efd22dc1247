package org.sise.supervision.mode;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;

/**
 * What decides whether a business qualifies for a mode.
 *
 * @param code its credit code
 * @param name its name
 * @param operating whether the register has it as in operation
 * @param region GB/T 2260 code, or null
 * @param industry GB/T 4754 code, or null
 * @param grade its present colour, or null
 * @param established day of establishment
 * @param heardOf day of the latest record that shows it at work, or null when there is none
 * @param inMode whether it is in a mode already
 */
public record ModeFacts(
        String code,
        String name,
        boolean operating,
        @Nullable String region,
        @Nullable String industry,
        @Nullable Grade grade,
        LocalDate established,
        @Nullable LocalDate heardOf,
        boolean inMode) {}
