package org.sise.server.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.feed.RefusedFiles;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.Replayed;
import org.sise.integrations.landing.SentBack;
import org.sise.integrations.mapping.Originals;
import org.sise.ledger.audit.AuditLog;
import org.sise.server.query.BadParameterException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works on single quarantined rows in somebody's name: each replay, each setting aside and each reading again is a line of
 * the audit log.
 */
@Component
public final class QuarantineDesk {

    /** A key of a person, as rows hold it in place of an identity number. */
    private static final Pattern PERSON = Pattern.compile("#[0-9a-f]{64}");

    private static final int LONGEST_REASON = 500;

    private final Quarantine quarantine;
    private final RefusedFiles files;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    QuarantineDesk(Quarantine quarantine, RefusedFiles files, AuditLog audit, PlatformTransactionManager transactions) {
        this.quarantine = quarantine;
        this.files = files;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The row of a number, if there is one. */
    public Optional<QuarantinedRow> find(long id) {
        return quarantine.find(id);
    }

    /** A row's cells from column to text, as they were last mended; none for a whole file. Holds keys of persons. */
    public static Map<String, String> cells(QuarantinedRow row) {
        String json = row.corrected() != null ? row.corrected() : row.original();
        Map<String, String> cells = new LinkedHashMap<>();
        if (json != null) {
            JsonMapper.shared()
                    .readValue(json, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {})
                    .forEach((column, value) -> cells.put(column, value == null ? "" : value.toString()));
        }
        return cells;
    }

    /** Whether a cell holds the key of a person. */
    public static boolean isPersonal(String cell) {
        return PERSON.matcher(cell).matches();
    }

    /** A text with every key of a person made unreadable. */
    public static @Nullable String masked(@Nullable String text) {
        return text == null ? null : SentBack.masked(text);
    }

    /**
     * Maps a row once more and lands it if it is good.
     *
     * @param changes cells to be changed, from column to text; the others stay as they were kept
     * @throws IllegalStateException when it is settled, or stands for a whole file
     */
    public Replayed replay(long id, Map<String, String> changes, String actor) {
        Map<String, String> corrected =
                new LinkedHashMap<>(find(id).map(QuarantineDesk::cells).orElse(Map.of()));
        corrected.putAll(changes);
        if (!changes.isEmpty()) {
            corrected.remove(Originals.TEXT);
        }
        corrected.values().removeIf(String::isEmpty);
        return Objects.requireNonNull(transaction.execute(_ -> {
            Replayed replayed = quarantine.replay(id, changes.isEmpty() ? null : corrected, actor);
            audit.append(
                    actor,
                    "row-replayed",
                    "quarantine/" + id,
                    word(replayed) + (changes.isEmpty() ? "" : "; " + String.join(", ", changes.keySet())));
            return replayed;
        }));
    }

    /**
     * Sets a row aside for good.
     *
     * @param reason why, which is kept with the row
     * @throws BadParameterException when there is no reason, or too long a one
     * @throws IllegalStateException when it is settled
     */
    public void discard(long id, String reason, String actor) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new BadParameterException("reason", "请写明作废原因，最多500个字符 / say why, in 500 characters at most");
        }
        transaction.executeWithoutResult(_ -> {
            quarantine.discard(id, actor, reason.strip());
            audit.append(actor, "row-discarded", "quarantine/" + id, reason.strip());
        });
    }

    /**
     * Has the whole file that a row stands for read again.
     *
     * @throws IllegalStateException when that cannot be
     */
    public void readAgain(long id, String actor) {
        transaction.executeWithoutResult(_ -> {
            audit.append(actor, "file-read-again", "quarantine/" + id, "");
            files.readAgain(id, actor);
        });
    }

    /** What became of a row, in one word: {@code landed}, {@code waits}, {@code refused}. */
    public static String word(Replayed replayed) {
        return Replayed.word(replayed);
    }
}
