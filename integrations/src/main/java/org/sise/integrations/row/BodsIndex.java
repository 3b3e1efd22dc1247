package org.sise.integrations.row;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/**
 * What the statements of a file have to know of each other, read before the file is read for its rows. In memory stand
 * numbers alone, entities and people in a temporary file. Statements that break a rule by themselves are not in it.
 *
 * <p>Where a statement stands in the life of its record is one number: its time, and among statements of one time its turn
 * in the file. A record that has a statement of a later time, or of the same time further down, is superseded.
 */
final class BodsIndex implements Closeable {

    private static final int TURN_BITS = 28;
    private static final long TURNS = 1L << TURN_BITS;

    /** Seconds from 1700 to 2240 or so fit into what is left of a long. */
    private static final long EARLIEST = -(1L << 33);

    private static final String INTEREST = "\n";

    private final FeedFormat.Bods format;
    private final Spill spill = new Spill();
    private final DigestMap statements = new DigestMap();
    private final DigestMap latest = new DigestMap();
    private final DigestMap closed = new DigestMap();
    private final DigestMap several = new DigestMap();
    private final DigestMap parties = new DigestMap();
    private final DigestMap components = new DigestMap();
    private long turn;

    private BodsIndex(FeedFormat.Bods format) throws IOException {
        this.format = format;
    }

    /** Of a file; where it breaks, of what stands before. */
    static BodsIndex of(Path file, FeedFormat.Bods format) throws IOException {
        BodsIndex index = new BodsIndex(format);
        try (Parcel parcel = Parcel.open(file, format)) {
            for (Part part = parcel.next(); part != null; part = parcel.next()) {
                index.take(BodsStatements.open(part));
            }
        } catch (FileFault e) {
            // told when the file is read for its rows
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
        index.turn = 0;
        return index;
    }

    private void take(BodsStatements statements) throws FileFault, IOException {
        for (BodsStatements.Read read = statements.next(); read != null; read = statements.next()) {
            long own = nextTurn();
            if (read.fault() == null && BodsRules.faults(read.statement()).isEmpty()) {
                add(read.statement(), own);
            }
        }
        statements.close();
    }

    /** The turn of the next statement of the file, from 0; counted through both readings alike. */
    long nextTurn() {
        if (turn == TURNS) {
            throw new IllegalStateException("more than %d statements in one file".formatted(TURNS));
        }
        return turn++;
    }

    private void add(BodsStatement statement, long own) throws IOException {
        if (statements.putIfAbsent(statement.id(), own) != own) {
            return;
        }
        BodsParty party = null;
        if (!statement.isRelationship()) {
            BodsFaults faults = new BodsFaults();
            party = BodsParty.of(statement, format, faults);
            if (!faults.isEmpty()) {
                return;
            }
        }
        String record = statement.record();
        long place = place(statement, own);
        if (isClosedBefore(record, place)) {
            return;
        }
        if (latest.contains(record)) {
            several.put(record, 0);
        }
        boolean raised = latest.raise(record, place);
        if (statement.isClosed()) {
            long before = closed.get(record);
            closed.put(record, before == DigestMap.NONE ? place : Math.min(before, place));
        }
        if (party != null && raised) {
            parties.put(record, spill.add(party.bytes()));
        }
        statement.components().forEach(component -> components.put(component, 0));
        for (int i = 0; i < statement.details().at("interests").items().size(); i++) {
            latest.raise(interest(statement, i), place);
        }
    }

    /** Where a sound statement stands in the life of its record. */
    static long place(BodsStatement statement, long turn) {
        Instant time = new BodsChecks(new BodsFaults()).time(statement.root().at("statementDate"));
        long seconds = time == null ? 0 : Math.clamp(time.getEpochSecond(), EARLIEST, -EARLIEST - 1);
        return (seconds - EARLIEST) << TURN_BITS | turn;
    }

    /** The day of a place, in Asia/Shanghai. */
    static LocalDate day(long place) {
        return Instant.ofEpochSecond((place >> TURN_BITS) + EARLIEST)
                .atZone(BodsChecks.ZONE)
                .toLocalDate();
    }

    /** Whether the statement is the first of its id. */
    boolean isFirst(BodsStatement statement, long own) {
        long first = statements.get(statement.id());
        return first == DigestMap.NONE || first == own;
    }

    /** The turn of the first statement of this one's id. */
    long first(BodsStatement statement) {
        return statements.get(statement.id());
    }

    boolean has(String record) {
        return latest.contains(record);
    }

    boolean isComponent(String record) {
        return components.contains(record);
    }

    boolean hasSeveral(String record) {
        return several.contains(record);
    }

    /** The place of the record's latest statement. */
    long latest(String record) {
        return latest.get(record);
    }

    /** Whether the record was closed before the place. */
    boolean isClosedBefore(String record, long place) {
        long end = closed.get(record);
        return end != DigestMap.NONE && end < place;
    }

    /** The place of the latest statement of the record that has the interest. */
    long latestOf(BodsStatement statement, int number) {
        return latest.get(interest(statement, number));
    }

    /** An entity or a person as its latest statement has it, or null when the file has none of this record. */
    @Nullable
    BodsParty party(String record) throws IOException {
        long place = parties.get(record);
        return place == DigestMap.NONE ? null : BodsParty.of(spill.get(place));
    }

    private static String interest(BodsStatement statement, int number) {
        return INTEREST + statement.interestId(number);
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
