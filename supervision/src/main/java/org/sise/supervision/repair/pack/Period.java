package org.sise.supervision.repair.pack;

import org.jspecify.annotations.Nullable;

/**
 * How long a record is public and from when its repair may be applied for.
 *
 * @param earliest least months of publicity before an application
 * @param longest months after which publicity ends by itself; null: it lasts until the duties are done
 */
public record Period(
        Publicity publicity, int earliest, @Nullable Integer longest, Application application, Grounds grounds) {
    /** @throws IllegalArgumentException when the least period is longer than the longest */
    public Period {
        if (longest != null && earliest > longest) {
            throw new IllegalArgumentException("earliest: %d个月，长于longest的%d个月 / %d months are more than the longest %d"
                    .formatted(earliest, longest, earliest, longest));
        }
    }
}
