package org.sise.server.demo;

import java.util.List;
import org.sise.core.csv.CsvTable;

/**
 * An unlawful act with its legal basis and what is imposed for it.
 *
 * @param field the field of law
 * @param severity minor, general or serious
 * @param violation the unlawful act in the law's words
 * @param facts what was found
 * @param basis the legal basis
 * @param authority the last words of the name of the department in charge
 * @param kind the kind of penalty
 * @param minYuan the least fine in yuan
 * @param maxYuan the highest fine in yuan
 */
record Offence(
        String field,
        String severity,
        String violation,
        String facts,
        String basis,
        String authority,
        String kind,
        int minYuan,
        int maxYuan) {

    /** The departments in charge. */
    static final List<String> AUTHORITIES = List.of("市场监督管理局", "应急管理局", "消防救援大队", "人力资源和社会保障局");

    private static final List<String> BRIEFS = List.of("市监", "应急", "消", "人社");

    static List<Offence> all() {
        return CsvTable.ofResource(Offence.class, "demo/offences.csv").rows().stream()
                .map(row -> new Offence(
                        row.get("field"),
                        row.get("severity"),
                        row.get("violation"),
                        row.get("facts"),
                        row.get("basis"),
                        row.get("authority"),
                        row.get("kind"),
                        Integer.parseInt(row.get("min_yuan")),
                        Integer.parseInt(row.get("max_yuan"))))
                .toList();
    }

    /** How the department is called in its documents' numbers. */
    String brief() {
        return BRIEFS.get(AUTHORITIES.indexOf(authority));
    }
}
