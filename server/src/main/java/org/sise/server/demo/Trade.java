package org.sise.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/**
 * A trade of the demo city.
 *
 * @param industry its GB/T 4754-2017 class
 * @param weight how many businesses it has beside the others
 * @param companyWords words for the trade in names of companies
 * @param stallWords words for the trade in names of individual businesses; empty where only companies do it
 * @param scope the business scope
 * @param hazard from 0, never assessed for safety, to 3, always
 * @param permit the permit it needs, or null
 * @param permitPrefix the letters with which the permit's number begins, or null
 * @param fields the fields of law in which it can offend
 */
record Trade(
        String industry,
        int weight,
        List<String> companyWords,
        List<String> stallWords,
        String scope,
        int hazard,
        @Nullable String permit,
        @Nullable String permitPrefix,
        List<String> fields) {

    static List<Trade> all() {
        return CsvTable.ofResource(Trade.class, "demo/trades.csv").rows().stream()
                .map(row -> new Trade(
                        row.get("industry"),
                        Integer.parseInt(row.get("weight")),
                        words(row.get("company_words")),
                        words(row.optional("stall_words")),
                        row.get("scope"),
                        Integer.parseInt(row.get("hazard")),
                        row.optional("permit"),
                        row.optional("permit_prefix"),
                        words(row.get("fields"))))
                .toList();
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(";"));
    }
}
