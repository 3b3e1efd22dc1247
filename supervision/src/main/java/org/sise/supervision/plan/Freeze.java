package org.sise.supervision.plan;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.draw.CheckItem;
import org.sise.supervision.draw.DrawPlan;
import org.sise.supervision.draw.FrozenTable;
import org.sise.supervision.draw.Inspector;
import org.sise.supervision.draw.ObjectPool;
import org.sise.supervision.draw.Recusal;
import org.sise.supervision.plan.PlanPreview.StratumPreview;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Recusals;

/** Freezes what a draw depends on into files, and commits to them and to the secret. */
final class Freeze {

    private static final int SECRET_BYTES = 32;

    private final FrozenFiles files;
    private final Businesses businesses;
    private final DraftCheck check;
    private final Recusals recusals;
    private final RecentVisits visits;
    private final SecureRandom random = new SecureRandom();

    /** What came of it. The secret stays in the database until the draw. */
    record Frozen(String secret, PlanCommitment commitment) {}

    Freeze(FrozenFiles files, Businesses businesses, DraftCheck check, Recusals recusals, RecentVisits visits) {
        this.files = files;
        this.businesses = businesses;
        this.check = check;
        this.recusals = recusals;
        this.visits = visits;
    }

    /**
     * Writes the frozen files of a draft.
     *
     * @param audit takes what is committed to and gives the line of the audit log that holds it
     */
    Frozen freeze(Plan plan, LocalDate day, Instant at, ToLongFunction<String> audit) {
        PlanDraft draft = plan.draft();
        List<PlanFault> faults = new ArrayList<>();
        List<CertifiedInspector> roster = check.inspectors(draft, day, faults);
        if (!faults.isEmpty()) {
            throw new PlanRefusedException(faults);
        }
        FrozenPool pool = FrozenPool.take(businesses, plan.id(), draft, visits.withinInterval(day));
        Map<String, String> digests = new TreeMap<>();
        keep(plan.id(), FrozenFiles.OBJECTS, pool.csv(), digests);
        keep(
                plan.id(),
                FrozenFiles.INSPECTORS,
                FrozenTable.ofInspectors(roster.stream()
                                .map(inspector ->
                                        new Inspector(inspector.certificate(), inspector.name(), inspector.maxLoad()))
                                .toList())
                        .bytes(),
                digests);
        keep(plan.id(), FrozenFiles.ITEMS, FrozenTable.ofItems(items(draft)).bytes(), digests);
        keep(
                plan.id(),
                FrozenFiles.RECUSALS,
                FrozenTable.ofRecusals(recusals(roster, pool.objects())).bytes(),
                digests);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        String commitment = DrawPlan.commitmentTo(secret);
        String root = pool.objects().root();
        List<StratumPreview> strata = Strata.planned(draft).stream()
                .map(planned -> new StratumPreview(planned, pool.objects().size(planned.stratum())))
                .toList();
        long auditSeq = audit.applyAsLong(detail(commitment, root, digests, strata));
        return new Frozen(secret, new PlanCommitment(commitment, root, digests, strata, at, auditSeq));
    }

    private void keep(String plan, String name, byte[] bytes, Map<String, String> digests) {
        digests.put(name, files.add(plan, name, bytes));
    }

    private static List<CheckItem> items(PlanDraft draft) {
        Set<String> mandatory = new HashSet<>(draft.mandatoryItems());
        return draft.items().stream()
                .sorted()
                .map(id -> new CheckItem(id, mandatory.contains(id)))
                .toList();
    }

    /**
     * The recusals between these inspectors and these objects, each once; others are nobody's business. Who visited a business
     * last is recused from it.
     */
    private List<Recusal> recusals(List<CertifiedInspector> roster, ObjectPool pool) {
        List<String> certificates =
                roster.stream().map(CertifiedInspector::certificate).toList();
        return Stream.concat(
                        recusals.of(certificates).stream()
                                .map(declared -> new Recusal(declared.certificate(), declared.code())),
                        visits.lastVisitors(certificates).stream()
                                .map(pair -> new Recusal(pair.certificate(), pair.business())))
                .filter(recusal -> pool.strata().stream().anyMatch(stratum -> pool.contains(stratum, recusal.code())))
                .distinct()
                .toList();
    }

    private static String detail(
            String commitment, String root, Map<String, String> digests, List<StratumPreview> strata) {
        StringBuilder text = new StringBuilder("commitment=" + commitment + "; objects_root=" + root);
        digests.forEach(
                (name, digest) -> text.append("; ").append(name).append('=').append(digest));
        for (StratumPreview stratum : strata) {
            text.append("; ")
                    .append(stratum.planned().stratum())
                    .append('=')
                    .append(stratum.take())
                    .append('/')
                    .append(stratum.size());
        }
        return text.toString();
    }
}
