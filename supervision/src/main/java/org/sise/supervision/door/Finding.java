package org.sise.supervision.door;

import java.util.List;
import org.sise.core.record.InspectionResult;

/**
 * What was found for one item.
 *
 * @param item the item
 * @param result one of the eight results
 * @param note what was found in words; needed unless there is no problem
 * @param photographs the SHA-256 of each photograph, lower-case hexadecimal
 */
public record Finding(String item, InspectionResult result, String note, List<String> photographs) {

    /** @throws IllegalArgumentException when a problem is not described */
    public Finding {
        photographs = List.copyOf(photographs);
        if (result != InspectionResult.NO_PROBLEM && note.isBlank()) {
            throw new IllegalArgumentException("note: 请写明发现的情况 / say what was found");
        }
    }
}
