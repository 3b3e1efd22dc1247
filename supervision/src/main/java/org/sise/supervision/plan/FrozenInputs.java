package org.sise.supervision.plan;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.CheckItem;
import org.sise.supervision.draw.DrawInputs;
import org.sise.supervision.draw.DrawPlan;
import org.sise.supervision.draw.FrozenTable;
import org.sise.supervision.draw.Inspector;
import org.sise.supervision.draw.Recusal;

/** Brings frozen files back as inputs of the draw, and holds them to what was committed. */
final class FrozenInputs {

    private final FrozenFiles files;

    FrozenInputs(FrozenFiles files) {
        this.files = files;
    }

    /**
     * The inputs of a committed plan's draw.
     *
     * @throws IllegalStateException when they are not those of the commitment
     */
    DrawInputs read(String id, PlanDraft draft, PlanCommitment commitment, String secret, Beacon beacon) {
        DrawInputs inputs = new DrawInputs(
                new DrawPlan(
                        id, commitment.commitment(), secret, beacon, Strata.planned(draft), draft.itemsPerObject()),
                FrozenPool.read(files.get(id, FrozenFiles.OBJECTS), draft),
                FrozenTable.ofInspectors(inspectors(id)),
                FrozenTable.ofItems(rows(
                        id, FrozenFiles.ITEMS, row -> new CheckItem(row.get(0), Boolean.parseBoolean(row.get(1))))),
                FrozenTable.ofRecusals(rows(id, FrozenFiles.RECUSALS, row -> new Recusal(row.get(0), row.get(1)))));
        require(
                id,
                FrozenFiles.OBJECTS,
                commitment.objectsRoot(),
                inputs.objects().root());
        require(id, FrozenFiles.INSPECTORS, commitment, inputs.inspectors().digest());
        require(id, FrozenFiles.ITEMS, commitment, inputs.items().digest());
        require(id, FrozenFiles.RECUSALS, commitment, inputs.recusals().digest());
        return inputs;
    }

    /** The inspectors of a committed plan. */
    List<Inspector> inspectors(String id) {
        return rows(
                id, FrozenFiles.INSPECTORS, row -> new Inspector(row.get(0), row.get(1), Integer.parseInt(row.get(2))));
    }

    private <T> List<T> rows(String id, String name, Function<CSVRecord, T> row) {
        String text = new String(files.get(id, name), StandardCharsets.UTF_8);
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            return parser.stream().skip(1).map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(String id, String name, PlanCommitment commitment, String digest) {
        require(id, name, commitment.digests().getOrDefault(name, ""), digest);
    }

    private static void require(String id, String name, String committed, String found) {
        if (!committed.equals(found)) {
            throw new IllegalStateException("计划%s的%s与承诺不符 / %s of plan %s is not what was committed: %s, not %s"
                    .formatted(id, name, name, id, found, committed));
        }
    }
}
