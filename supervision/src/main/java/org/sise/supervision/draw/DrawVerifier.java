package org.sise.supervision.draw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sise.supervision.draw.Difference.Kind;

/** Recomputes a published draw and names everything that differs. */
public final class DrawVerifier {
    private DrawVerifier() {}

    /**
     * What a check came to: verified if nothing differs.
     *
     * @param transcript what the folder should say; absent if a frozen file does not hold
     * @param differences what differs
     */
    public record Verdict(Optional<Transcript> transcript, List<Difference> differences) {
        /** Copies its list. */
        public Verdict {
            differences = List.copyOf(differences);
        }

        /** Whether the folder is exactly what the draw gives. */
        public boolean isVerified() {
            return differences.isEmpty();
        }
    }

    /**
     * Recomputes the draw. A frozen file with a row that no draw could have been made from, such as a duplicate, counts as
     * different, since somebody must have changed it.
     *
     * @throws DrawFaultsException if a file is missing, if the transcript is not one or is not complete
     * @throws IOException if a file cannot be read
     */
    public static Verdict verify(DrawFolder folder) throws IOException, DrawFaultsException {
        DrawFolder.Content content;
        try {
            content = folder.read();
        } catch (DrawFaultsException e) {
            return new Verdict(Optional.empty(), changedFiles(e));
        }
        var recorded = content.recorded();
        if (!recorded.isComplete()) {
            throw new DrawFaultsException(List.of(new Fault(
                    DrawFolder.TRANSCRIPT,
                    0,
                    "",
                    "尚未抽取，内容不全 / not drawn yet, the transcript is not complete",
                    "先运行 / first run: ./sise draw run")));
        }
        var inputs = content.inputs();
        var plan = inputs.plan();
        var computed = Draw.drawUnchecked(inputs);
        var differences = new ArrayList<Difference>();
        if (!plan.commitmentHolds()) {
            differences.add(new Difference(
                    Kind.COMMITMENT, "/commitment", plan.commitment(), DrawPlan.commitmentTo(plan.secret())));
        }
        differences.addAll(Comparison.of(recorded, computed, inputs));
        for (var fault : recorded.unknown()) {
            differences.add(new Difference(Kind.UNKNOWN_FIELD, fault.place(), "", ""));
        }
        if (differences.isEmpty() && !content.transcript().equals(ByteBuffer.wrap(computed.toJson()))) {
            differences.add(new Difference(Kind.BYTES, DrawFolder.TRANSCRIPT, "", ""));
        }
        return new Verdict(Optional.of(computed), differences);
    }

    private static List<Difference> changedFiles(DrawFaultsException faults) throws DrawFaultsException {
        boolean onlyRows = faults.faults().stream()
                .noneMatch(fault -> fault.file().equals(DrawFolder.TRANSCRIPT) || fault.line() == 0);
        if (!onlyRows) {
            throw faults;
        }
        return faults.faults().stream()
                .map(fault -> new Difference(Kind.FROZEN_FILE, fault.place(), fault.problem(), ""))
                .toList();
    }
}
