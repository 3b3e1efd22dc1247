package org.sise.supervision.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One department's check of one business.
 *
 * @param id its number
 * @param draft what is to be checked
 * @param state where it stands
 * @param visit the visit that it is a part of, or null before its approval
 * @param createdAt when it was proposed
 * @param createdBy by whom
 * @param decidedBy who approved, refused or took it back, or null
 * @param note why it was refused or taken back, or null
 */
public record VisitTask(
        long id,
        TaskDraft draft,
        TaskState state,
        @Nullable Long visit,
        Instant createdAt,
        String createdBy,
        @Nullable String decidedBy,
        @Nullable String note) {}
