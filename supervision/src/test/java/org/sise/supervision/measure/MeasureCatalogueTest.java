package org.sise.supervision.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.sise.core.csv.CsvTable;

class MeasureCatalogueTest {

    private static final String HEADER =
            "id,kind,category,content_zh,content_en,target,legal_basis,implementing_department,duration,months,condition,"
                    + "list_membership,source,confidence\n";

    @Test
    void every_measure_has_a_legal_basis_a_department_and_a_source_and_no_burden_hangs_on_a_colour() {
        assertThat(MeasureCatalogue.standard().all()).hasSizeGreaterThan(100).allSatisfy(entry -> {
            assertThat(entry.basis()).isNotBlank();
            assertThat(entry.department()).isNotBlank();
            assertThat(entry.source()).isNotBlank();
            assertThat(entry.confidence()).isIn("source-read", "high", "medium", "low");
        });
        assertThat(MeasureCatalogue.standard().all())
                .filteredOn(entry -> entry.kind() == MeasureKind.MEASURE)
                .flatMap(MeasureEntry::conditions)
                .noneMatch(MeasureCondition.Coloured.class::isInstance);
        assertThat(MeasureCatalogue.standard().all())
                .filteredOn(entry -> entry.kind() == MeasureKind.INCENTIVE)
                .isNotEmpty();
    }

    @Test
    void a_measure_without_legal_basis_is_refused_when_the_catalogue_is_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue("X1,measure,限制,限制,limit,企业,,某局,1年,12,abnormal-listing,none,own,low"))
                .withMessageContaining("legal_basis")
                .withMessageContaining("X1");
    }

    @Test
    void a_measure_whose_ground_would_be_a_colour_is_refused_when_the_catalogue_is_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue("X1,measure,限制,限制,limit,企业,某法,某局,1年,12,grade:red,none,own,low"))
                .withMessageContaining("颜色");
        assertThat(catalogue("X1,incentive,便利,便利,favour,企业,某意见,某局,x,,grade:blue,none,own,low")
                        .all())
                .hasSize(1);
    }

    @Test
    void an_unknown_condition_and_an_id_given_twice_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue("X1,measure,限制,限制,limit,企业,某法,某局,1年,12,weather,none,own,low"))
                .withMessageContaining("weather");
        String line = "X1,measure,限制,限制,limit,企业,某法,某局,1年,12,abnormal-listing,none,own,low";
        assertThatIllegalArgumentException().isThrownBy(() -> catalogue(line + "\n" + line));
    }

    private static MeasureCatalogue catalogue(String lines) {
        return MeasureCatalogue.read(CsvTable.parse(HEADER + lines + "\n"));
    }
}
