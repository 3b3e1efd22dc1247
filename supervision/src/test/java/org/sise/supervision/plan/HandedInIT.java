package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.supervision.plan.PlanningFixture.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.supervision.catalogue.Catalogue;
import org.sise.supervision.catalogue.CatalogueFile;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.form.Column;
import org.sise.supervision.form.FormFault;
import org.sise.supervision.form.FormImport;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.roster.RosterFile;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class HandedInIT {

    @TempDir
    private Path published;

    private PlanningFixture city;
    private Catalogue catalogue;

    @BeforeEach
    void aCity() {
        city = new PlanningFixture(published);
        catalogue = catalogue();
    }

    @Test
    void aWorkbookOfItemsMakesVersionsAndTheSameWorkbookNone() throws IOException {
        byte[] file = items(
                item("CI083", "食品安全监督检查", "重点", "", ""),
                item("X001", "冷链贮存检查", "一般", "5", "6210 5212"),
                item("X002", "价格标签检查", "一半", "500", "99X"));
        FormImport first = catalogue.importFile(file, "regulator");

        assertThat(first.changed()).isEqualTo(2);
        assertThat(first.faults())
                .extracting(fault -> fault.line() + " " + fault.field())
                .containsExactly("4 kind", "4 industries", "4 ratio_cap_pct");
        assertThat(catalogue.items().byId("X001")).satisfies(found -> {
            assertThat(found.ratioCap()).isEqualByComparingTo("0.05");
            assertThat(found.industries()).containsExactly("6210", "5212");
        });
        assertThat(catalogue.items().byId("X002")).isNull();
        assertThat(catalogue.importFile(file, "regulator").changed()).isZero();
        assertThat(catalogue.history("CI083")).hasSize(1);
        assertThat(city.audit.latest("catalogue", 9)).hasSize(1);
    }

    @Test
    void aWithdrawnItemIsCheckedNoMoreAlsoAfterARestartAndComesBackAsANewVersion() throws IOException {
        String withdrawn = item("CI001", "营业执照", "一般", "", "") + ",是";
        catalogue.importFile(items(withdrawn), "regulator");
        assertThat(catalogue.items().byId("CI001")).isNull();
        assertThat(catalogue().items().byId("CI001")).isNull();
        catalogue.importFile(items(item("CI001", "营业执照", "一般", "", "")), "regulator");
        assertThat(catalogue().items().byId("CI001")).isNotNull();
        assertThat(catalogue.history("CI001"))
                .extracting(version -> version.version() + " " + version.withdrawn())
                .containsExactly("2 false", "1 true");
    }

    @Test
    void anItemWithdrawnSinceTheDrawStaysInItsPlanWithTheDepartmentThatItHad() throws IOException {
        String id = city.approved(draft());
        Plans plans = city.plansWith(catalogue.items());
        plans.commit(id, "regulator");
        plans.draw(id, new Beacon("抽奖", "1 2 3"), "regulator");
        catalogue.importFile(items(item("CI083", "食品安全监督检查", "重点", "", "") + ",是"), "regulator");
        assertThat(catalogue.items().byId("CI083")).isNull();

        assertThat(city.plannedTasksWith(catalogue.items()).makeAll()).isEqualTo(new PlannedTasks.Made(1, Map.of()));
        String department = CheckItems.standard().byId("CI083").department();
        assertThat(city.jdbc
                        .sql("select distinct department from supervision.visit_task where 'CI083' = any(items)")
                        .query(String.class)
                        .list())
                .containsExactly(department);
        assertThat(plans.inspectionList(id, 0, 1).getFirst().items().getFirst()).contains("食品安全监督检查");
    }

    @Test
    void aGeneralItemIsHeldToItsCapAndAKeyItemToNone() throws IOException {
        Plans plans = city.plansWith(catalogue.items());
        assertThat(plans.preview(draft()).faults()).isEmpty();
        catalogue.importFile(items(item("CI083", "食品安全监督检查", "重点", "5", "")), "regulator");
        assertThat(plans.preview(draft()).faults()).isEmpty();
        catalogue.importFile(items(item("CI083", "食品安全监督检查", "一般", "5", "")), "regulator");
        assertThat(plans.preview(draft()).faults())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.message()).contains("items: 一般事项 CI083 的抽查比例上限为 5%，将抽查 69 户中的 14 户"));
    }

    @Test
    void aWorkbookOfInspectorsIsReadWithItsDatesAndNumbers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名录");
            for (int at = 0; at < RosterFile.COLUMNS.size(); at++) {
                sheet.value(0, at, RosterFile.COLUMNS.get(at).zh());
            }
            sheet.value(1, 0, "LN0031");
            sheet.value(1, 1, "张三");
            sheet.value(1, 2, 210302);
            sheet.value(1, 3, "食品");
            sheet.value(1, 4, 6);
            sheet.value(1, 5, LocalDate.of(2027, 12, 31));
            sheet.style(1, 5).format("yyyy-mm-dd").set();
            sheet.value(2, 0, "LN0032");
        }
        FormImport result = city.inspectors.importFile(out.toByteArray(), "regulator");
        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.faults()).extracting(FormFault::line).containsOnly(3);
        assertThat(city.inspectors.find(List.of("LN0031")).get("LN0031").validUntil())
                .isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(city.inspectors.history("LN0031"))
                .extracting(Inspectors.Version::version)
                .containsExactly(1);
    }

    @Test
    void whatIsNoTableIsRefusedAsAWhole() {
        assertThat(catalogue.importFile(new byte[0], "regulator").faults()).isNotEmpty();
        byte[] broken = "PK\u0003\u0004 not a workbook".getBytes(StandardCharsets.UTF_8);
        assertThat(catalogue.importFile(broken, "regulator").faults().getFirst().message())
                .contains("工作簿无法读取");
    }

    private Catalogue catalogue() {
        return new Catalogue(
                city.dataSource, new DataSourceTransactionManager(city.dataSource), city.audit, PlanningFixture.CLOCK);
    }

    private static String item(String id, String name, String kind, String cap, String industries) {
        return String.join(
                ",", id, "食品", name, kind, "餐饮", "现场", "食品安全法 第110条", "食品", "", cap, industries, "本局清单", "high");
    }

    /** A workbook in the columns of the template. */
    private static byte[] items(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("事项");
            List<Column> columns = CatalogueFile.COLUMNS;
            for (int at = 0; at < columns.size(); at++) {
                sheet.value(0, at, columns.get(at).zh());
            }
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].split(",", -1);
                for (int at = 0; at < cells.length; at++) {
                    sheet.value(row + 1, at, cells[at]);
                }
            }
        }
        return out.toByteArray();
    }
}
