package org.sise.integrations.row;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One statement of a file.
 *
 * @param line its line, or its number in the array
 * @param root its content
 */
record BodsStatement(int line, BodsValue root) {

    static BodsStatement of(int line, Map<String, Object> root) {
        return new BodsStatement(line, new BodsValue("", root));
    }

    String id() {
        return cell("statementId");
    }

    String record() {
        return cell("recordId");
    }

    boolean isRelationship() {
        return cell("recordType").equals("relationship");
    }

    boolean isClosed() {
        return cell("recordStatus").equals("closed");
    }

    BodsValue details() {
        return root.at("recordDetails");
    }

    /** The other records that it says are parts of its relationship. */
    List<String> components() {
        return details().at("componentRecords").items().stream()
                .map(BodsValue::text)
                .filter(Objects::nonNull)
                .toList();
    }

    String cell(String name) {
        return root.at(name).cell();
    }

    /**
     * The id of an interest, which stays from statement to statement of one record.
     *
     * @param number the interest's place among those of the statement
     */
    String interestId(int number) {
        List<BodsValue> interests = details().at("interests").items();
        String type = interests.get(number).at("type").cell();
        long before = interests.subList(0, number).stream()
                .filter(interest -> interest.at("type").cell().equals(type))
                .count();
        String id = record() + "#" + type;
        return before == 0 ? id : id + "#" + (before + 1);
    }
}
