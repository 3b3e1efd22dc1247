package org.sise.graph.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Share;

/**
 * Who controls each business of a graph of holdings. The controller is the ultimate holder whose integrated share, over all
 * chains and circles, is above the threshold; where nobody's is, whoever decides by majorities at each step of the chains.
 * Otherwise the answer says what is missing. Definitions and their sources: docs/decisions/0014-control.md.
 */
public final class Control {

    /** Nobody is the controller. */
    public static final int NOBODY = -1;

    /** The only relations that this looks at. */
    public static final Set<RelationKind> KINDS = Set.of(RelationKind.HOLDS);

    /** Shares nearer to a threshold than this part of one count as equal to it: double precision has that error. */
    private static final double EQUAL = 1e-12;

    private static final int ELIMINATED = 500;

    /** With more relations than this, votes are counted beside the shares and not after them. */
    private static final int BESIDE = 10_000;

    private final RelationGraph graph;
    private final ControlRules rules;
    private final Holders holders;
    private final Integrated integrated;
    private final Stakes stakes;
    private final double threshold;
    private final int[] deciders;
    private final int[] controllers;

    private Control(RelationGraph graph, ControlRules rules, List<ConcertParty> concerts, int eliminated) {
        this.graph = graph;
        this.rules = rules;
        this.holders = new Holders(graph, rules, concerts);
        this.threshold = rules.threshold().doubleValue() / 100;
        long majority = Share.ofPercent(rules.threshold());
        CompletableFuture<int[]> deciding = CompletableFuture.supplyAsync(
                () -> Votes.deciders(graph, holders, majority),
                graph.relations() > BESIDE ? ForkJoinPool.commonPool() : Runnable::run);
        this.integrated = Integrated.of(graph, holders, eliminated);
        this.stakes = integrated.stakes();
        this.deciders = deciding.join();
        this.controllers = new int[graph.size()];
        Arrays.parallelSetAll(controllers, this::controllerOf);
    }

    /**
     * Solves the whole graph.
     *
     * @param graph holdings only
     * @throws IllegalArgumentException when somebody belongs to two concert parties or another relation is in the graph
     */
    public static Control of(RelationGraph graph, ControlRules rules, List<ConcertParty> concerts) {
        return of(graph, rules, concerts, ELIMINATED);
    }

    /** The same, with circles of more than so many parties iterated. */
    static Control of(RelationGraph graph, ControlRules rules, List<ConcertParty> concerts, int eliminated) {
        for (int relation = 0; relation < graph.relations(); relation++) {
            if (graph.kind(relation) != RelationKind.HOLDS) {
                throw new IllegalArgumentException("control looks at holdings only, not at " + graph.kind(relation));
            }
        }
        return new Control(graph, rules, concerts, eliminated);
    }

    /** The number of the controller of a business, of a concert party its first member's, or {@link #NOBODY}. */
    public int controller(int business) {
        return controllers[business];
    }

    /**
     * The integrated share of a unit in a business, a part of one: of an ultimate holder over all chains, of another holder
     * over the chains that begin at it.
     */
    public double share(int unit, int business) {
        if (unit >= graph.size() || business >= graph.size()) {
            return 0;
        }
        double ultimate = ultimateShare(unit, business);
        return ultimate > 0 || holders.isEnd(unit)
                ? ultimate
                : new Chains(graph, holders, holders.members(unit), business).sum();
    }

    /** What makes the controller of a business its controller, or null when it has none. */
    public @Nullable Basis basis(int business) {
        if (controllers[business] == NOBODY) {
            return null;
        }
        return ultimateShare(controllers[business], business) > threshold + EQUAL ? Basis.SHARE : Basis.VOTES;
    }

    private double ultimateShare(int unit, int business) {
        for (int place = stakes.first(business); place < stakes.end(business); place++) {
            if (stakes.unit(place) == unit) {
                return stakes.share(place);
            }
        }
        return 0;
    }

    /** The groups of businesses under one controller, the largest first. */
    public List<ControlGroup> groups() {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int business = 0; business < controllers.length; business++) {
            if (controllers[business] != NOBODY) {
                groups.computeIfAbsent(controllers[business], _ -> new ArrayList<>())
                        .add(business);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new ControlGroup(
                        group.getKey(),
                        holders.name(group.getKey()),
                        group.getValue().stream().mapToInt(Integer::intValue).toArray()))
                .sorted(Comparator.comparingInt((ControlGroup group) -> -group.businesses().length))
                .toList();
    }

    /** All there is to say about one business. */
    public ControlAnswer answer(int business) {
        List<Stake> all = stakes(business);
        int unit = controllers[business];
        ControlAnswer.Controller controller = unit == NOBODY ? null : controller(unit, business);
        int decider = deciders[business];
        return new ControlAnswer(
                business,
                controller,
                controller == null ? new Obstacles(graph, integrated, threshold, EQUAL).of(business, all) : List.of(),
                decider >= 0 && decider != unit && isOther(decider, business) ? holders.name(decider) : null,
                all,
                controller == null
                        ? List.of()
                        : new Chains(graph, holders, holders.members(unit), business).weightiest(rules.paths()),
                graph.held(business),
                graph.heldByItself(business));
    }

    private ControlAnswer.Controller controller(int unit, int business) {
        boolean endOfRecord = !holders.isConcert(unit)
                && graph.parties().kind(unit) == PartyKind.BUSINESS
                && graph.inFirst(unit) == graph.inEnd(unit);
        return new ControlAnswer.Controller(
                unit,
                holders.name(unit),
                share(unit, business),
                ultimateShare(unit, business) > threshold + EQUAL ? Basis.SHARE : Basis.VOTES,
                endOfRecord);
    }

    private int controllerOf(int business) {
        if (graph.inFirst(business) == graph.inEnd(business)) {
            return NOBODY;
        }
        int found = NOBODY;
        for (int place = stakes.first(business); place < stakes.end(business); place++) {
            int unit = stakes.unit(place);
            if (stakes.share(place) > threshold + EQUAL && isOther(unit, business) && mayControl(unit, business)) {
                if (found != NOBODY) {
                    return NOBODY;
                }
                found = unit;
            }
        }
        if (found != NOBODY) {
            return found;
        }
        int decider = deciders[business];
        return decider >= 0 && isOther(decider, business) && mayControl(decider, business) ? decider : NOBODY;
    }

    private boolean isOther(int unit, int business) {
        return unit < graph.size() && unit != holders.unit(business);
    }

    private boolean mayControl(int unit, int business) {
        return switch (role(unit, business)) {
            case HOLDER, CONCERT -> true;
            case NOMINEE, MASS, ANONYMOUS, UNKNOWN -> false;
        };
    }

    private Stake.Role role(int unit, int business) {
        if (unit >= graph.size()) {
            return Stake.Role.UNKNOWN;
        }
        if (holders.isConcert(unit)) {
            return Stake.Role.CONCERT;
        }
        if (holders.isNominee(unit)) {
            return Stake.Role.NOMINEE;
        }
        if (holders.isAnonymous(unit)) {
            return Stake.Role.ANONYMOUS;
        }
        return holders.isMass(unit) && direct(unit, business) * 100 <= rules.massFrom()
                ? Stake.Role.MASS
                : Stake.Role.HOLDER;
    }

    private double direct(int unit, int business) {
        long sum = 0;
        for (int relation = graph.inFirst(business); relation < graph.inEnd(business); relation++) {
            sum = graph.from(relation) == unit ? Share.plus(sum, graph.share(relation)) : sum;
        }
        return Share.fraction(sum);
    }

    private List<Stake> stakes(int business) {
        List<Stake> all = new ArrayList<>();
        if (graph.inFirst(business) < graph.inEnd(business)) {
            for (int place = stakes.first(business); place < stakes.end(business); place++) {
                int unit = stakes.unit(place);
                Stake.Role role = role(unit, business);
                int number = role == Stake.Role.UNKNOWN ? unit - graph.size() : unit;
                String name = role == Stake.Role.UNKNOWN ? graph.parties().id(number) : holders.name(unit);
                all.add(new Stake(number, name, role, stakes.share(place)));
            }
        }
        all.sort(Comparator.comparingDouble((Stake stake) -> -stake.share()).thenComparingInt(Stake::unit));
        return List.copyOf(all);
    }

    /** The name of the unit that decides in a business by majorities along chains, or null. */
    @Nullable
    String decider(int business) {
        return deciders[business] < 0 ? null : holders.name(deciders[business]);
    }
}
