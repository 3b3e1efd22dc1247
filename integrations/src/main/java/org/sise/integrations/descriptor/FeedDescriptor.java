package org.sise.integrations.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;

/**
 * One feed: where its files arrive, what they look like, and which records a row gives. Made by {@link DescriptorReader},
 * which has checked it completely.
 *
 * @param feed its name: lower-case letters, digits and hyphens
 * @param title its name for people
 * @param department the department that gives it, for records that name none
 * @param folder its folder below the inbox
 * @param source where its files come from
 * @param format the form of its files
 * @param snapshot how its files are full copies, or null when they bring what is new
 * @param watch what is usual of it
 * @param unknownBusiness what becomes of rows about businesses that are not registered
 * @param missing words that mean an empty cell
 * @param records the records that a row gives, at least one
 * @param checks checks of every row
 * @param personal columns of personal numbers
 */
public record FeedDescriptor(
        String feed,
        Title title,
        String department,
        String folder,
        FeedSource source,
        FeedFormat format,
        @Nullable SnapshotRule snapshot,
        FeedWatch watch,
        UnknownBusiness unknownBusiness,
        Set<String> missing,
        List<RecordMapping> records,
        List<RowCheck> checks,
        List<PersonalColumn> personal) {

    /** Whether its rows register businesses. */
    public boolean registers() {
        return records.stream().anyMatch(record -> record.kind() == RecordKind.REGISTRATION);
    }

    /** The columns that it speaks of, in the order of the descriptor. */
    public Columns columns() {
        Set<String> columns = new LinkedHashSet<>();
        List<Set<String>> alternatives = new ArrayList<>();
        for (RecordMapping record : records) {
            record.when().forEach(condition -> columns.add(condition.column()));
            for (FieldMapping field : record.fields().values()) {
                field.when().forEach(condition -> columns.add(condition.column()));
                switch (field) {
                    case FieldMapping.Cell cell -> columns.add(cell.column());
                    case FieldMapping.Composed composed -> {
                        if (composed.join() == null && composed.columns().size() > 1) {
                            alternatives.add(new LinkedHashSet<>(composed.columns()));
                        } else {
                            columns.addAll(composed.columns());
                        }
                    }
                    case FieldMapping.PenaltySeverity severity -> columns.addAll(severity.columns());
                    case FieldMapping.Constant _ -> {}
                    case FieldMapping.Phone phone -> columns.add(phone.column());
                    case FieldMapping.Person person -> {
                        if (person.number() != null) {
                            columns.add(person.number());
                        }
                        if (person.name() != null) {
                            columns.add(person.name());
                        }
                    }
                }
            }
        }
        checks.forEach(check -> columns.add(check.condition().column()));
        Set<String> read = new LinkedHashSet<>(columns);
        alternatives.forEach(read::addAll);
        Set<String> optional = new LinkedHashSet<>(format.common().optional());
        optional.retainAll(read);
        alternatives.removeIf(optional::containsAll);
        columns.removeAll(optional);
        Set<String> numbers = new LinkedHashSet<>();
        personal.forEach(column -> numbers.add(column.column()));
        return new Columns(columns, alternatives, optional, numbers);
    }
}
