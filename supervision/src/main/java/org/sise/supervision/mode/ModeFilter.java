package org.sise.supervision.mode;

import org.jspecify.annotations.Nullable;

/**
 * Which modes are asked for; what is null does not restrict.
 *
 * @param kind what they are for
 * @param present true for those that go on, false for those that ended
 * @param business a part of the name, or the beginning of the credit code
 */
public record ModeFilter(
        @Nullable ModeKind kind,
        @Nullable Boolean present,
        @Nullable String business) {

    /** Every mode. */
    public static final ModeFilter ALL = new ModeFilter(null, null, null);

    String where() {
        return """
            where (cast(:kind as text) is null or m.kind = :kind)
                and (cast(:present as boolean) is null or (m.ended_at is null) = :present)
                and (cast(:business as text) is null or b.name like :business
                    or m.business like upper(substr(:business, 2)))\
            """;
    }

    @Nullable
    String like() {
        return business == null || business.isBlank()
                ? null
                : "%" + business.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
