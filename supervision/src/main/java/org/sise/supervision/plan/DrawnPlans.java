package org.sise.supervision.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.Draw;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.draw.DrawFolder;
import org.sise.supervision.draw.DrawInputs;
import org.sise.supervision.draw.DrawVerifier;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.list.InspectionList;
import org.sise.supervision.list.ListCsv;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.list.ListXlsx;

/** Draws frozen plans, keeps what comes out, and publishes it. */
final class DrawnPlans {

    private final PlanRows rows;
    private final FrozenFiles files;
    private final FrozenInputs frozen;
    private final InspectionList list;
    private final PublishedFolders published;

    /** The draw that was read last: it is recomputed when it is read, and pages read the same one again and again. */
    private volatile @Nullable Transcript latest;

    DrawnPlans(PlanRows rows, FrozenFiles files, InspectionList list, PublishedFolders published) {
        this.rows = rows;
        this.files = files;
        this.frozen = new FrozenInputs(files);
        this.list = list;
        this.published = published;
    }

    /** Draws a committed plan and keeps transcript and lists. */
    Transcript draw(Plan plan, Beacon beacon) {
        DrawInputs inputs = inputs(plan, beacon);
        Transcript drawn = Draw.draw(inputs);
        files.add(plan.id(), FrozenFiles.TRANSCRIPT, drawn.toJson());
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (ListCsv asCsv = new ListCsv(csv);
                ListXlsx asXlsx = new ListXlsx(xlsx)) {
            list.forEach(drawn, inputs.inspectors().rows(), row -> {
                asCsv.write(row);
                asXlsx.write(row);
            });
        }
        files.add(plan.id(), FrozenFiles.LIST_CSV, csv.toByteArray());
        files.add(plan.id(), FrozenFiles.LIST_XLSX, xlsx.toByteArray());
        return drawn;
    }

    /**
     * The draw of a drawn plan.
     *
     * @throws IllegalStateException when the frozen files do not give the transcript that was kept
     */
    Transcript transcript(Plan plan) {
        Transcript known = latest;
        if (known != null && known.plan().plan().equals(plan.id())) {
            return known;
        }
        Beacon beacon = Objects.requireNonNull(plan.beacon(), "a drawn plan has a beacon");
        Transcript drawn = Draw.draw(inputs(plan, beacon));
        String digest = Sha256.hex(drawn.toJson());
        if (!digest.equals(files.digests(plan.id()).get(FrozenFiles.TRANSCRIPT))) {
            throw new IllegalStateException("plan " + plan.id() + ": the draw does not give its transcript again");
        }
        latest = drawn;
        return drawn;
    }

    /** A part of a drawn plan's list, with the names that the ledger has now. */
    List<ListRow> list(Plan plan, int from, int limit) {
        return list.rows(transcript(plan), frozen.inspectors(plan.id()), from, limit);
    }

    Path folder(String id) {
        return published.folder(id);
    }

    /** Puts a drawn plan's folder in place where it is missing. */
    void publish(String id) {
        if (!Files.isDirectory(folder(id))) {
            published.publish(id, contents(id));
        }
    }

    /** Puts a drawn plan's folder in place of what stands there. */
    Path republish(String id) {
        return published.replace(id, contents(id));
    }

    PlanVerdict verify(String id) throws DrawFaultsException {
        Path folder = folder(id);
        try {
            DrawVerifier.Verdict verdict = DrawVerifier.verify(DrawFolder.at(folder));
            List<String> foreign = new ArrayList<>();
            for (Map.Entry<String, String> file : files.digests(id).entrySet()) {
                Path path = folder.resolve(file.getKey());
                if (!Files.isRegularFile(path)
                        || !Sha256.hex(Files.readAllBytes(path)).equals(file.getValue())) {
                    foreign.add(file.getKey());
                }
            }
            return new PlanVerdict(verdict, foreign);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> contents(String id) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String name : files.digests(id).keySet()) {
            contents.put(name, files.get(id, name));
        }
        return contents;
    }

    private DrawInputs inputs(Plan plan, Beacon beacon) {
        PlanCommitment commitment = Objects.requireNonNull(plan.commitment(), "a committed plan has a commitment");
        return frozen.read(plan.id(), plan.draft(), commitment, rows.secret(plan.id()), beacon);
    }
}
