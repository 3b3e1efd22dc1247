package org.sise.supervision.repair.cases;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.ledger.record.Decisions;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.RepairPacks;
import org.sise.supervision.visit.InspectionFixture;

/** A house with businesses, their records, and everything that moves a case. */
final class RepairFixture {

    static final byte[] PDF = "%PDF-1.7 proof".getBytes(StandardCharsets.UTF_8);
    static final long MOST = 3L << 20;

    final InspectionFixture house = new InspectionFixture();
    final Materials materials = new Materials(
            house.dataSource, house.transactions, house.audit, ScanVerdict.NOT_SCANNED, MOST, house.clock);
    final HolidayNotices holidays = new HolidayNotices(house.dataSource, house.transactions, house.audit, house.clock);
    final RepairCases cases =
            new RepairCases(house.dataSource, RepairPacks.standard(), materials, holidays, house.clock);
    final Applications applications =
            new Applications(house.dataSource, house.transactions, house.audit, cases, house.clock);
    final RepairOffice office = new RepairOffice(house.dataSource, house.transactions, house.audit, cases, house.clock);
    final Decisions decisions = new Decisions(house.dataSource);
    private int last;

    /** A business of its own for a test. */
    CreditCode business() {
        last++;
        return house.shop(last, Grade.RED);
    }

    StoredRecord penalty(CreditCode business, String department, String date, String category, String fine) {
        return record(
                RecordKind.PENALTY,
                Map.of(
                        "subject", business.value(),
                        "date", date,
                        "document", "罚〔2026〕" + business.value() + date,
                        "department", department,
                        "category", category,
                        "amount", fine));
    }

    StoredRecord record(RecordKind kind, Map<String, String> texts) {
        String key = texts.get("subject") + " " + texts.get("date") + " " + kind.token();
        Map<String, String> all = new HashMap<>(texts);
        all.putIfAbsent("document", key);
        house.transaction.executeWithoutResult(_ -> new Records(house.dataSource)
                .append(
                        "penalties",
                        1,
                        List.of(new RecordEntry(RecordShape.of(kind).read(all), key, 1, "{}"))));
        return decisions.latest(kind, key).orElseThrow();
    }

    StoredRecord latest(StoredRecord record) {
        return decisions.latest(record.record().kind(), record.key()).orElseThrow();
    }

    /** A case on a record, with its materials, handed in. */
    RepairCase submitted(CaseKind kind, StoredRecord record) {
        String business = record.record().header().subject().value();
        RepairCase one = applications.begin(kind, business, record.id(), "已整改", "company");
        for (var wanted : cases.packOf(one).materials(kind)) {
            materials.add(one, wanted.id(), "proof.pdf", new ByteArrayInputStream(PDF), "company");
        }
        return applications.submit(one.id(), business, "张三", "company");
    }

    RepairCase accepted(CaseKind kind, StoredRecord record) {
        return office.accept(submitted(kind, record).id(), "regulator");
    }

    RepairCase granted(CaseKind kind, StoredRecord record) {
        return office.grant(accepted(kind, record).id(), "", false, List.of(), "approver");
    }

    /** The topics of the outbox about a business, in their order. */
    List<String> topics(CreditCode business) {
        return house.jdbc
                .sql("select topic from ledger.outbox where subject = :code order by id")
                .param("code", business.value())
                .query(String.class)
                .list();
    }

    Stream<String> audited(CreditCode business) {
        return house.audit.latest(business.value(), 100).reversed().stream()
                .map(line -> line.actor() + " " + line.action());
    }

    String payload(String topic, CreditCode business) {
        return Objects.requireNonNull(house.jdbc
                .sql("select payload::text from ledger.outbox where subject = :code and topic = :topic")
                .param("code", business.value())
                .param("topic", topic)
                .query(String.class)
                .single());
    }
}
