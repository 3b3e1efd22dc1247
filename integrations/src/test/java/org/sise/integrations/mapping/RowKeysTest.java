package org.sise.integrations.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sise.core.record.RecordKind;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.mapping.RowKeys.Matter;

class RowKeysTest {

    private static final FeedDescriptor REGISTER = FeedCatalogue.builtIn().get("register");
    private static final FeedDescriptor PENALTIES = FeedCatalogue.builtIn().get("penalties");

    @Test
    void theMattersOfASoundRowAreThoseOfItsRecords() {
        for (FeedDescriptor feed : List.of(REGISTER, PENALTIES)) {
            Map<String, String> row = feed == REGISTER ? register() : penalty();
            MappedRow mapped = new RowMapper(feed, Samples.keys()).remap(0, 1, row);
            assertThat(mapped.accepted()).as(mapped.faults().toString()).isTrue();
            RowKeys.Told told = new RowKeys(feed, Samples.keys()).of(row);
            assertThat(told.all()).isTrue();
            assertThat(told.matters())
                    .containsExactlyElementsOf(
                            mapped.entries().stream().map(Matter::of).toList());
        }
    }

    @Test
    void aFaultOutsideTheKeyDoesNotHideTheMatter() {
        Map<String, String> row = penalty();
        row.put("CF_NR_FK", "三万");
        row.put("CF_JDRQ", "2026-02-30");
        RowKeys.Told told = new RowKeys(PENALTIES, Samples.keys()).of(row);
        assertThat(told.all()).isTrue();
        assertThat(told.matters()).singleElement().satisfies(matter -> {
            assertThat(matter.kind()).isEqualTo(RecordKind.PENALTY);
            assertThat(matter.key()).startsWith(Samples.code(1) + "|");
            assertThat(matter.date()).isNull();
        });
    }

    @Test
    void aFaultInTheKeyHidesTheMatter() {
        Map<String, String> row = penalty();
        row.put("CF_XDR_SHXYM", Samples.code(1).substring(0, 17) + "-");
        RowKeys.Told told = new RowKeys(PENALTIES, Samples.keys()).of(row);
        assertThat(told.all()).isFalse();
        assertThat(told.matters()).isEmpty();
        row = penalty();
        row.remove("CF_WSH");
        assertThat(new RowKeys(PENALTIES, Samples.keys()).of(row).all()).isFalse();
        assertThat(new RowKeys(PENALTIES, Samples.keys())
                        .of(Map.of(Originals.TEXT, "a;b"))
                        .all())
                .isFalse();
    }

    private static Map<String, String> register() {
        return row(Samples.REGISTER, Samples.registered(1));
    }

    private static Map<String, String> penalty() {
        return row(Samples.PENALTIES, Samples.penalty(1, "0.5"));
    }

    private static Map<String, String> row(String columns, String cells) {
        String[] names = columns.split(",");
        String[] texts = cells.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (!texts[i].isEmpty()) {
                row.put(names[i], texts[i]);
            }
        }
        return row;
    }
}
