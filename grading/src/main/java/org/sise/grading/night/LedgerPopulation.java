package org.sise.grading.night;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.grading.Parties;
import org.sise.ledger.Snapshot;
import org.sise.ledger.grade.StandingStream;
import org.sise.ledger.record.RecordStream;
import org.sise.scoring.kernel.Population;
import org.sise.scoring.kernel.PopulationBuilder;
import org.sise.scoring.policy.Policy;

/**
 * Everybody in the ledger, packed for a policy from one sorted stream of records, each with its standing from another stream
 * of the same snapshot, in the order of the credit codes. Whoever has a standing but no record that the policy looks at is
 * there too.
 *
 * @param population the businesses with their records, as of a day
 * @param colours the colour's ordinal by business; −1 where it has no standing
 * @param scores the standing's score in thousandths by business; {@link StandingStream#OTHER} where there is none
 * @param current whether the standing's grade is of the policy asked for, by business
 */
public record LedgerPopulation(Population population, byte[] colours, long[] scores, boolean[] current) {

    private static final List<String> REGISTER = List.of("industry", "region");

    /**
     * Reads everybody of whom there is a record, packed for several policies; standings are left out.
     *
     * @param asOf registrations after this day are not known yet
     * @param progress is told after each business how many there are so far
     * @throws SQLException when the database refuses or is gone
     */
    public static Population everybody(Snapshot snapshot, List<Policy> policies, LocalDate asOf, IntConsumer progress)
            throws SQLException {
        Packing packing = new Packing(policies, asOf);
        try (RecordStream records = new RecordStream(snapshot.first(), packing.fields)) {
            boolean more = records.next();
            while (more) {
                byte[] subject = records.subject();
                packing.dossier.clear();
                do {
                    packing.dossier.add(records);
                    more = records.next();
                } while (more && records.isAbout(subject));
                packing.pack(subject, null);
                progress.accept(packing.size);
            }
        }
        return packing.done().population();
    }

    /**
     * Reads the ledger.
     *
     * @param asOf registrations after this day are not known yet
     * @param gradesBy the digest of the policy of which to say whether a standing rests on it; empty: all do
     */
    static LedgerPopulation read(Snapshot snapshot, Policy policy, LocalDate asOf, String gradesBy)
            throws SQLException {
        Packing packing = new Packing(List.of(policy), asOf);
        try (RecordStream records = new RecordStream(snapshot.first(), packing.fields);
                StandingStream standings = new StandingStream(snapshot.second(), gradesBy)) {
            byte[] standing = standings.next() ? standings.subject() : null;
            boolean more = records.next();
            while (more) {
                byte[] subject = records.subject();
                while (standing != null && Arrays.compareUnsigned(standing, subject) < 0) {
                    packing.dossier.clear();
                    packing.pack(standing, standings);
                    standing = standings.next() ? standings.subject() : null;
                }
                packing.dossier.clear();
                do {
                    packing.dossier.add(records);
                    more = records.next();
                } while (more && records.isAbout(subject));
                boolean stands = standing != null && Arrays.equals(standing, subject);
                packing.pack(subject, stands ? standings : null);
                if (stands) {
                    standing = standings.next() ? standings.subject() : null;
                }
            }
            for (; standing != null; standing = standings.next() ? standings.subject() : null) {
                packing.dossier.clear();
                packing.pack(standing, standings);
            }
        }
        return packing.done();
    }

    /** The population as far as it has been read. */
    private static final class Packing {

        final Map<RecordKind, List<String>> fields = new EnumMap<>(RecordKind.class);
        final Dossier dossier;
        private final PopulationBuilder builder;
        private final int[] kinds = new int[RecordKind.values().length];
        private final long asOf;
        private byte[] colours = new byte[1024];
        private long[] scores = new long[1024];
        private boolean[] current = new boolean[1024];
        private int size;

        Packing(List<Policy> policies, LocalDate asOf) {
            this.builder = Population.builder(policies);
            this.asOf = asOf.toEpochDay();
            for (RecordKind kind : RecordKind.values()) {
                int number = Parties.isFact(kind) ? builder.kind(kind.token()) : -1;
                kinds[kind.ordinal()] = number;
                if (kind == RecordKind.REGISTRATION) {
                    fields.put(kind, REGISTER);
                } else if (number >= 0) {
                    fields.put(kind, builder.fields(number));
                }
            }
            this.dossier = new Dossier(fields);
        }

        void pack(byte[] subject, @Nullable StandingStream standing) {
            if (size == colours.length) {
                int more = size + (size >> 1);
                colours = Arrays.copyOf(colours, more);
                scores = Arrays.copyOf(scores, more);
                current = Arrays.copyOf(current, more);
            }
            colours[size] = standing == null ? -1 : (byte) standing.grade().ordinal();
            scores[size] = standing == null ? StandingStream.OTHER : standing.milli();
            current[size] = standing != null && standing.isOfPolicy();
            size++;
            String industry = null;
            String region = null;
            LocalDate registered = null;
            List<Dossier.Row> rows = dossier.rows();
            for (Dossier.Row row : rows) {
                if (row.kind == RecordKind.REGISTRATION && row.isLatest && row.epochDay <= asOf) {
                    industry = row.fields[0];
                    region = row.fields[1];
                    registered = LocalDate.ofEpochDay(row.epochDay);
                }
            }
            builder.begin(new String(subject, StandardCharsets.UTF_8), industry, region, registered, null);
            for (Dossier.Row row : rows) {
                int kind = kinds[row.kind.ordinal()];
                if (kind >= 0 && row.isLatest && weighs(row.state) && row.epochDay <= asOf) {
                    builder.add(kind, row.epochDay, row.fields);
                }
            }
            builder.end();
        }

        LedgerPopulation done() {
            return new LedgerPopulation(builder.build(), colours, scores, current);
        }

        private static boolean weighs(RecordState state) {
            return switch (state) {
                case EFFECTIVE, CORRECTED -> true;
                case WITHDRAWN, REPAIRED, EXPIRED -> false;
            };
        }
    }
}
