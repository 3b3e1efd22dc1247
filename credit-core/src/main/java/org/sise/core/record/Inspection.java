package org.sise.core.record;

import org.jspecify.annotations.Nullable;

/**
 * A result of a random inspection (双随机抽查结果); its date is the day of completion.
 *
 * @param header what every record says
 * @param plan the plan's number
 * @param planName the plan's name, or null
 * @param task the task's number
 * @param taskName the task's name, or null
 * @param type directed or undirected (抽查类型), or null
 * @param result what was found
 */
public record Inspection(
        RecordHeader header,
        String plan,
        @Nullable String planName,
        String task,
        @Nullable String taskName,
        @Nullable String type,
        InspectionResult result)
        implements CreditRecord {}
