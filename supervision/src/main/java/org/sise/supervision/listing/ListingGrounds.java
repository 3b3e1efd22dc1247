package org.sise.supervision.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/** The grounds of lists: the table {@code rules/listing_grounds.csv}. Immutable. */
public final class ListingGrounds {

    private static final ListingGrounds STANDARD =
            read(CsvTable.ofResource(ListingGrounds.class, "rules/listing_grounds.csv"));

    private final List<ListingGround> grounds;

    private ListingGrounds(List<ListingGround> grounds) {
        this.grounds = List.copyOf(grounds);
    }

    /** The grounds that ship with the product. */
    public static ListingGrounds standard() {
        return STANDARD;
    }

    /**
     * Grounds from a table with the columns of the shipped one.
     *
     * @throws IllegalArgumentException when a ground that lists has no legal basis
     */
    public static ListingGrounds read(CsvTable table) {
        List<ListingGround> grounds = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            grounds.add(new ListingGround(
                    row.get("list_code"),
                    row.get("ground_no"),
                    row.get("list_zh"),
                    kind(row.get("kind")),
                    row.get("ground"),
                    row.get("authority"),
                    row.get("legal_basis"),
                    day(row.optional("valid_from"), LocalDate.MIN),
                    row.optional("valid_to") == null ? null : LocalDate.parse(row.get("valid_to")),
                    row.get("duration"),
                    number(row.optional("listing_months")),
                    number(row.optional("early_months")),
                    row.get("early_exit"),
                    Arrays.stream(row.get("condition").split("\\|", -1))
                            .map(ListingCondition::new)
                            .toList(),
                    row.get("effect"),
                    row.get("source"),
                    row.get("confidence")));
        }
        return new ListingGrounds(grounds);
    }

    private static ListingGround.Kind kind(String word) {
        return switch (word) {
            case "abnormal" -> ListingGround.Kind.ABNORMAL;
            case "dishonesty" -> ListingGround.Kind.DISHONESTY;
            default -> ListingGround.Kind.NONE;
        };
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        return text == null || text.equals("n/a") ? otherwise : LocalDate.parse(text);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    /** All grounds, in the table's order. */
    public List<ListingGround> all() {
        return grounds;
    }

    /** Those that lead to a record on a day, in the table's order. */
    public List<ListingGround> openOn(LocalDate day) {
        return grounds.stream().filter(ground -> ground.isOpenOn(day)).toList();
    }

    /** The ground of an id such as {@code YW-1}, if there is one. */
    public Optional<ListingGround> byId(String id) {
        return grounds.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }

    /** The names of the lists by their codes, in the table's order. */
    public Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        grounds.forEach(ground -> lists.putIfAbsent(ground.code(), ground.list()));
        return lists;
    }

    /** The ground of a list's code and a number, if there is one. */
    public Optional<ListingGround> find(String code, String number) {
        return grounds.stream()
                .filter(ground -> ground.code().equals(code) && ground.number().equals(number))
                .findFirst();
    }
}
