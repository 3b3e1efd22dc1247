package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.plan.PlanningFixture.draft;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.yearly.YearlyPlan;
import org.sise.supervision.yearly.YearlyPlans;
import org.sise.supervision.yearly.YearlyRefusedException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class YearlyPlansIT {

    private static final String HEADER = "序号,计划名称,起始月,截止月,牵头部门,配合部门,检查对象,行业代码,抽查事项编号,抽查比例或数量,备注\n";
    private static final String SOUND =
            HEADER + "1,餐饮联合抽查,3,5,市场监管,消防、卫生健康,餐饮企业,62,CI083 CI001,红橙全查,\n" + "2,计量抽查,6,6,市场监管,,集贸市场,,CI039,5%,\n";

    @TempDir
    private Path published;

    private PlanningFixture city;
    private YearlyPlans yearly;

    @BeforeEach
    void aCity() {
        city = new PlanningFixture(published);
        yearly = new YearlyPlans(
                city.dataSource,
                new DataSourceTransactionManager(city.dataSource),
                city.audit,
                CheckItems.standard(),
                PlanningFixture.CLOCK);
    }

    @Test
    void aVersionIsPublishedByAnotherPersonAndTheLastOneHolds() {
        YearlyPlan first = handIn("二〇二七年度计划");
        assertThat(yearly.published()).isEmpty();
        assertThatThrownBy(() -> yearly.approve(first.id(), "regulator")).hasMessageContaining("编制人以外");
        yearly.approve(first.id(), "approver");
        assertThatThrownBy(() -> yearly.approve(first.id(), "approver")).isInstanceOf(IllegalStateException.class);
        YearlyPlan second = handIn("二〇二七年度计划（调整）");
        assertThat(yearly.published()).extracting(YearlyPlan::id).containsExactly(first.id());
        yearly.approve(second.id(), "approver");
        assertThat(yearly.published()).extracting(YearlyPlan::title).containsExactly("二〇二七年度计划（调整）");
        assertThat(yearly.list()).hasSize(2);
        assertThat(yearly.entries(first.id())).hasSize(2).first().satisfies(entry -> {
            assertThat(entry.partners()).containsExactly("消防", "卫生健康");
            assertThat(entry.items()).containsExactly("CI083", "CI001");
        });
        assertThatThrownBy(() -> city.jdbc
                        .sql("update supervision.yearly_plan set title = 'x' where id = :id")
                        .param("id", first.id())
                        .update())
                .hasMessageContaining("is published");
    }

    @Test
    void aFileWithAFaultIsRefusedAsAWholeAndEachFaultIsNamed() {
        String wrong = HEADER + "1,餐饮联合抽查,5,3,市场监管,,餐饮企业,62,CI083,红橙全查,\n" + "1,,13,13,市场监管,,集贸市场,99X,CI999,5%,\n";
        assertThatThrownBy(() -> yearly.handIn(2027, "210100", "计划", bytes(wrong), "regulator"))
                .isInstanceOfSatisfying(
                        YearlyRefusedException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.line() + " " + fault.field())
                                .containsExactlyInAnyOrder(
                                        "2 month_until",
                                        "3 number",
                                        "3 month_from",
                                        "3 month_until",
                                        "3 items",
                                        "3 industries",
                                        "3 title"));
        assertThatThrownBy(() -> yearly.handIn(2027, "210100", "计划", bytes(HEADER), "regulator"))
                .hasMessageContaining("没有内容");
        assertThatThrownBy(() -> yearly.handIn(27, "210100", "计划", bytes(SOUND), "regulator"))
                .hasMessageContaining("year");
        assertThatThrownBy(() -> yearly.handIn(2027, "999999", "计划", bytes(SOUND), "regulator"))
                .hasMessageContaining("region");
        assertThat(yearly.list()).isEmpty();
    }

    @Test
    void aPlanCarriesOneEntryOut() {
        YearlyPlan year = handIn("二〇二七年度计划");
        String plan = city.plans.create(draft(), "regulator").id();
        assertThatThrownBy(() -> yearly.carryOut(year.id(), 1, plan, "regulator"))
                .hasMessageContaining("尚未公布");
        yearly.approve(year.id(), "approver");
        yearly.carryOut(year.id(), 1, plan, "regulator");
        yearly.carryOut(year.id(), 2, plan, "regulator");
        assertThat(yearly.carriedOut(year.id())).containsExactly(new YearlyPlans.Carried(1, plan, "DRAFT", 0, 0));
    }

    @Test
    void aPlanAndItsEntryComeTrueTogetherOrNeither() {
        YearlyPlan year = handIn("二〇二七年度计划");
        assertThatThrownBy(() ->
                        city.plans.create(draft(), "regulator", id -> yearly.carryOut(year.id(), 1, id, "regulator")))
                .hasMessageContaining("尚未公布");
        yearly.approve(year.id(), "approver");
        assertThatThrownBy(() ->
                        city.plans.create(draft(), "regulator", id -> yearly.carryOut(year.id(), 99, id, "regulator")))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(city.plans.list(null, 10).items()).isEmpty();

        Plan plan = city.plans.create(draft(), "regulator", id -> yearly.carryOut(year.id(), 1, id, "regulator"));
        assertThat(yearly.carriedOut(year.id())).containsExactly(new YearlyPlans.Carried(1, plan.id(), "DRAFT", 0, 0));
    }

    private YearlyPlan handIn(String title) {
        return yearly.handIn(2027, "210100", title, bytes(SOUND), "regulator");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
