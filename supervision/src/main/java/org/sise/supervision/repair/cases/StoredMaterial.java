package org.sise.supervision.repair.cases;

import java.time.Instant;

/**
 * A file that was handed in.
 *
 * @param material what it is handed in as, a word of the rules
 * @param name the file's name as given
 * @param type its media type, by its content
 * @param size in bytes
 * @param sha256 64 hexadecimal digits
 * @param scan what the virus scanner said, or that there is none
 */
public record StoredMaterial(
        long id,
        long repairCase,
        String material,
        String name,
        String type,
        long size,
        String sha256,
        String scan,
        Instant uploadedAt,
        String uploadedBy) {}
