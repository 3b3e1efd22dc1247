package org.sise.supervision.visit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.code.CreditCode;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.CorrectionRules;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.door.Doors;
import org.sise.supervision.door.Finding;
import org.sise.supervision.door.ProblemResults;
import org.sise.supervision.entry.BusinessSign;
import org.sise.supervision.entry.CodeKeys;
import org.sise.supervision.entry.EntryDesk;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.exemption.ExemptionList;
import org.sise.supervision.exemption.Exemptions;
import org.sise.supervision.mode.ModePolicies;
import org.sise.supervision.mode.Modes;

/** An inspection's house, and what follows a visit. */
public final class AfterVisitFixture {

    public final InspectionFixture house = new InspectionFixture();
    public final WorkingCalendar calendar = WorkingCalendar.standard();
    public final EntryRules rules = EntryRules.standard();
    public final EntryDesk desk;
    public final Doors doors;
    public final Corrections corrections;
    public final Exemptions exemptions;
    public final Modes modes;
    private int line;

    public AfterVisitFixture() {
        desk = new EntryDesk(
                house.dataSource,
                house.visits,
                new CodeKeys(house.dataSource, house.transactions, house.audit, rules, house.clock),
                CheckItems.standard(),
                YearlyCaps.standard(),
                rules,
                house.clock);
        doors = new Doors(
                house.dataSource, house.transactions, house.audit, house.visits, rules, calendar::plus, house.clock);
        corrections = new Corrections(
                house.dataSource,
                house.transactions,
                house.audit,
                house.visits,
                CorrectionRules.standard(),
                CheckItems.standard(),
                () -> calendar,
                house.clock);
        exemptions = new Exemptions(
                house.dataSource,
                house.transactions,
                house.audit,
                ExemptionList.standard(),
                corrections,
                ProblemResults.standard(),
                house.clock);
        modes = modes(ModePolicies.standard());
    }

    public Modes modes(ModePolicies policies) {
        return new Modes(
                house.dataSource, house.transactions, house.audit, policies, ProblemResults.standard(), house.clock);
    }

    /** A visit from its approval to its end, with what was found for each item. */
    public Visit done(CreditCode shop, VisitKind kind, Map<String, InspectionResult> found) {
        Visit visit = house.approve(new TaskDraft(
                        shop,
                        kind,
                        "市场监管",
                        null,
                        "投诉 12315-1",
                        found.keySet().stream().sorted().toList(),
                        List.of("LN1", "LN2"),
                        new Window(today(), today().plusDays(3))))
                .visit();
        end(visit, found);
        return visit;
    }

    /** Officers come in, write down what they find, and leave. */
    public void end(Visit visit, Map<String, InspectionResult> found) {
        desk.scanSign(BusinessSign.of(visit.business()), "LN1", null);
        desk.scanSign(BusinessSign.of(visit.business()), "LN2", null);
        found.forEach((item, result) -> doors.find(
                visit.id(),
                "LN1",
                new Finding(item, result, result == InspectionResult.NO_PROBLEM ? "" : "价签缺失", List.of())));
        doors.sign(visit.id(), "LN1", "店长", null, "店长不在");
        doors.leave(visit.id(), "LN1");
        doors.leave(visit.id(), "LN2");
    }

    public LocalDate today() {
        return LocalDate.ofInstant(house.clock.instant(), house.clock.getZone());
    }

    /** Any record of a business, by its fields' texts. */
    public void record(RecordKind kind, CreditCode shop, Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(Map.of("subject", shop.value(), "department", "市场监督管理局"));
        all.putAll(texts);
        line++;
        house.transaction.executeWithoutResult(_ -> new Records(house.dataSource)
                .append("test", 1, List.of(new RecordEntry(RecordShape.of(kind).read(all), "k" + line, line, "{}"))));
    }

    /** Events of a topic, by subject. */
    public List<String> events(String topic) {
        return house.jdbc
                .sql("select subject from ledger.outbox where topic = :topic order by id")
                .param("topic", topic)
                .query(String.class)
                .list();
    }

    /** The result of the only task of a visit, as the ledger has it last. */
    public String result(Visit visit) {
        return house.jdbc
                .sql("""
                    select r.fields ->> 'result' || ' ' || r.version from supervision.visit_task t
                    join ledger.record r on r.kind = 4
                        and r.record_key = t.business || '|' || coalesce(t.plan, t.kind) || '|T' || t.id
                    where t.visit = :visit order by r.version desc limit 1\
                    """)
                .param("visit", visit.id())
                .query(String.class)
                .single();
    }
}
