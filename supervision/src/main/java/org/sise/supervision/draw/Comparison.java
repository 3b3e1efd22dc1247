package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.List;
import org.sise.supervision.draw.Difference.Kind;

/**
 * Compares what a transcript records with what the draw gives. If the seeds differ, the list is compared under whichever of
 * both seeds explains it better, so that one changed file does not make every line look forged.
 */
final class Comparison {
    private final RecordedDraw recorded;
    private final DrawInputs inputs;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(RecordedDraw recorded, DrawInputs inputs) {
        this.recorded = recorded;
        this.inputs = inputs;
    }

    /** What differs, in the order of the draw; parts that are not recorded are not compared. */
    static List<Difference> of(RecordedDraw recorded, Transcript computed, DrawInputs inputs) {
        var comparison = new Comparison(recorded, inputs);
        comparison.compare(computed);
        return comparison.differences;
    }

    private void compare(Transcript computed) {
        String root = recorded.objectsRoot();
        boolean byObjects = false;
        String seed = recorded.seed();
        if (root != null && !root.equals(computed.objectsRoot())) {
            byObjects = Draw.seed(inputs, root).equals(seed);
            add(Kind.OBJECTS_ROOT, "/objects_root", root, computed.objectsRoot());
        }
        for (int at = 0; at < computed.strata().size(); at++) {
            compare(recorded.strata().get(at), computed.strata().get(at));
        }
        if (seed == null || seed.equals(computed.seed())) {
            differences.addAll(lists(computed));
            return;
        }
        add(byObjects ? Kind.SEED_BY_OBJECTS : Kind.SEED, "/seed", seed, computed.seed());
        var underComputed = lists(computed);
        if (!underComputed.isEmpty() && DrawText.isHex32(seed)) {
            var underRecorded = lists(Draw.drawWith(inputs, computed.objectsRoot(), seed));
            differences.addAll(underRecorded.size() <= underComputed.size() ? underRecorded : underComputed);
        } else {
            differences.addAll(underComputed);
        }
    }

    private void compare(RecordedDraw.Counts counts, Transcript.Stratum stratum) {
        String place = "/strata " + counts.stratum();
        if (counts.size() != null && counts.size() != stratum.size()) {
            add(Kind.SIZE, place, counts.size().toString(), Integer.toString(stratum.size()));
        }
        if (counts.take() != null && counts.take() != stratum.take()) {
            add(Kind.TAKE, place, counts.take().toString(), Integer.toString(stratum.take()));
        }
    }

    private List<Difference> lists(Transcript computed) {
        var drawn = recorded.drawn();
        var all = drawn == null
                ? new ArrayList<Difference>()
                : DrawnListComparison.of(drawn, computed.drawn(), inputs.objects());
        var unassigned = recorded.unassigned();
        if (unassigned != null && !unassigned.equals(computed.unassigned())) {
            all.add(new Difference(Kind.UNASSIGNED, "/unassigned", brief(unassigned), brief(computed.unassigned())));
        }
        return all;
    }

    static String brief(List<String> values) {
        int shown = 10;
        return values.size() <= shown ? values.toString() : values.subList(0, shown) + " … (" + values.size() + ")";
    }

    private void add(Kind kind, String place, String recordedValue, String computedValue) {
        differences.add(new Difference(kind, place, recordedValue, computedValue));
    }
}
