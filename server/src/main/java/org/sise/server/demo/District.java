package org.sise.server.demo;

import java.util.List;
import org.sise.core.csv.CsvTable;

/**
 * A district of the demo city.
 *
 * @param code its region code
 * @param weight how many businesses it has beside the others
 * @param brief the characters with which its documents' numbers begin
 * @param place the words with which names of its businesses begin
 * @param authority the words with which names of its departments begin
 * @param streets its streets
 */
record District(String code, int weight, String brief, String place, String authority, List<String> streets) {

    static List<District> all() {
        return CsvTable.ofResource(District.class, "demo/districts.csv").rows().stream()
                .map(row -> new District(
                        row.get("code"),
                        Integer.parseInt(row.get("weight")),
                        row.get("brief"),
                        row.get("place"),
                        row.get("authority"),
                        List.of(row.get("streets").split(";"))))
                .toList();
    }
}
