package org.sise.server;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.record.Decisions;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.server.security.Account;
import org.sise.server.security.Accounts;
import org.sise.server.security.Role;
import org.springframework.transaction.support.TransactionTemplate;

/** A red business of the demo city with four larger fines of five months ago, and an account that speaks for it. */
final class RepairHouse {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final LocalDate FINED = TODAY.minusMonths(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    final ServerFixture server;
    final String account;
    final String code;

    RepairHouse(ServerFixture server, int number) {
        this.server = server;
        this.account = "repairer" + number;
        this.code = code(number);
        List<RecordEntry> entries = new ArrayList<>();
        entries.add(entry(
                RecordKind.REGISTRATION,
                code,
                Map.of(
                        "date", "2019-05-06",
                        "department", "沈阳市市场监督管理局",
                        "name", "沈阳待修复食品有限公司" + number,
                        "status", "operating",
                        "region", "210102",
                        "industry", "1411")));
        for (int i = 1; i <= 4; i++) {
            entries.add(entry(
                    RecordKind.PENALTY,
                    document(i),
                    Map.of(
                            "date", FINED.toString(),
                            "document", document(i),
                            "department", "沈阳市生态环境局",
                            "category", "罚款",
                            "severity", "general",
                            "amount", "150000")));
        }
        append(entries);
        server.bean(Accounts.class)
                .add(
                        new Account(account, Set.of(Role.COMPANY), "待修复企业", "Repairer", code, true),
                        ServerFixture.PASSWORD);
        awaitColour(Grade.RED);
    }

    StoredRecord penalty(int number) {
        return server.bean(Decisions.class)
                .latest(RecordKind.PENALTY, document(number))
                .orElseThrow();
    }

    /** A further record about the business; gives it as it stands. */
    StoredRecord record(RecordKind kind, String key, Map<String, String> texts) {
        append(List.of(entry(kind, key, texts)));
        return server.bean(Decisions.class).latest(kind, key).orElseThrow();
    }

    private void append(List<RecordEntry> entries) {
        server.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> new Records(server.bean(DataSource.class)).append("penalties", 1, entries));
    }

    void awaitColour(Grade colour) {
        await().atMost(LONGEST)
                .until(() -> server.bean(Grades.class)
                        .present(code)
                        .map(grade -> grade.entry().grade() == colour)
                        .orElse(false));
    }

    private String document(int number) {
        return "沈环罚〔%d〕%s-%d号".formatted(FINED.getYear(), account, number);
    }

    private RecordEntry entry(RecordKind kind, String key, Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(texts);
        all.put("subject", code);
        return new RecordEntry(RecordShape.of(kind).read(all), key, 1, "{}");
    }

    private static String code(int number) {
        String body = "RX%06d".formatted(number);
        String first17 = "91210100" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }
}
