package org.sise.server.desk;

import java.util.Optional;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredOriginal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads rows as departments sent them, which hold personal data; each read is a line of the audit log. */
@Component
public final class PersonalReads {

    private final Records records;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PersonalReads(Records records, AuditLog audit, PlatformTransactionManager transactions) {
        this.records = records;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The row of a business's record, if the business has such a record. */
    public Optional<StoredOriginal> original(String actor, String code, long recordId) {
        Optional<StoredOriginal> found = transaction.execute(_ -> {
            Optional<StoredOriginal> original = records.original(recordId)
                    .filter(row ->
                            row.stored().record().header().subject().value().equals(code));
            original.ifPresent(_ -> audit.append(actor, "personal-data-read", code, "record " + recordId));
            return original;
        });
        return found;
    }
}
