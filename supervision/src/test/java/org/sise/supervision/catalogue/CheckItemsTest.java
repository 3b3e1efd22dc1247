package org.sise.supervision.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sise.core.csv.CsvTable;

class CheckItemsTest {

    private final CheckItems items = CheckItems.standard();

    @Test
    void everyItemOfTheCatalogueHasALegalBasisASourceAndAConfidence() {
        assertThat(items.all()).hasSize(83).allSatisfy(item -> {
            assertThat(item.legalBasis()).isNotBlank();
            assertThat(item.source()).isNotBlank();
            assertThat(item.confidence()).isIn("source-read", "high", "medium", "low");
        });
    }

    @Test
    void itemsAreChosenByCategoryAndDepartment() {
        assertThat(items.select("食品监督检查", null)).extracting(CatalogueItem::id).contains("CI083");
        assertThat(items.select(null, "计量")).hasSize(5);
        assertThat(items.select("食品监督检查", "计量")).isEmpty();
        assertThat(items.select(null, null)).hasSize(83);
        assertThat(items.categories()).startsWith("登记事项检查", "公示信息检查");
        assertThat(items.departments()).contains("计量", "信用");
    }

    @Test
    void anItemIsGeneralOrKey() {
        assertThat(items.byId("CI001"))
                .satisfies(item -> assertThat(item.kind()).isEqualTo(CatalogueItem.Kind.GENERAL));
        assertThat(items.byId("CI044"))
                .satisfies(item -> assertThat(item.kind()).isEqualTo(CatalogueItem.Kind.KEY));
        assertThat(items.byId("CI999")).isNull();
    }

    @Test
    void anItemGivenTwiceIsRefused() {
        String header =
                "id,category,item,kind,object,method,legal_basis,department,frequency_note,source,confidence,ratio_cap_pct,industries\n";
        String row = "A,登记,名称,一般,企业,现场,某法,信用,,某单,low,,\n";
        assertThatThrownBy(() -> CheckItems.read(CsvTable.parse(header + row + row)))
                .hasMessageContaining("A stands twice");
    }
}
