package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.industry.Industries;
import org.sise.core.region.Regions;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.business.GradedCount;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.plan.PlanPreview.StratumPreview;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.stratum.Risk;
import org.sise.supervision.stratum.Stratum;

/** Finds everything that is wrong with a draft, and what it would come to. */
final class DraftCheck {

    /** A ratio's digits behind the point, as many as a transcript can hold. */
    private static final int MOST_DECIMALS = 30;

    private static final int LONGEST_TITLE = 200;

    private final Businesses businesses;
    private final Inspectors inspectors;
    private final CheckItems items;
    private final RecentVisits visits;

    DraftCheck(Businesses businesses, Inspectors inspectors, CheckItems items, RecentVisits visits) {
        this.businesses = businesses;
        this.inspectors = inspectors;
        this.items = items;
        this.visits = visits;
    }

    /** What a new draft would come to. */
    PlanPreview preview(PlanDraft draft, LocalDate day) {
        List<PlanFault> faults = new ArrayList<>();
        any(draft.any(), faults);
        return preview(draft, day, faults);
    }

    /** What a draft that is kept would come to; one that was made without pure random checks goes on without them. */
    PlanPreview again(PlanDraft draft, LocalDate day) {
        return draft.any().isKept() ? preview(draft, day) : preview(draft, day, new ArrayList<>());
    }

    private PlanPreview preview(PlanDraft draft, LocalDate day, List<PlanFault> faults) {
        title(draft.title(), faults);
        boolean scope = scope(draft, faults);
        boolean ratios = ratios(draft, faults) && AnyShare.isShare(draft.any().share());
        items(draft, faults);
        window(draft, day, faults);
        List<CertifiedInspector> roster = inspectors(draft, day, faults);
        Set<String> resting = scope && ratios ? visits.withinInterval(day) : Set.of();
        List<StratumPreview> strata = scope && ratios ? strata(draft, resting, faults) : List.of();
        long capacity = roster.stream().mapToLong(CertifiedInspector::maxLoad).sum();
        return new PlanPreview(strata, resting.size(), roster.size(), capacity, faults);
    }

    /** The inspectors of a draft on a day, by certificate; faults where there cannot be a draw with them. */
    List<CertifiedInspector> inspectors(PlanDraft draft, LocalDate day, List<PlanFault> faults) {
        List<CertifiedInspector> roster = new ArrayList<>();
        if (draft.inspectors().isEmpty()) {
            roster.addAll(inspectors.eligible(draft.regions(), day));
        } else {
            Map<String, CertifiedInspector> known = inspectors.find(draft.inspectors());
            for (String certificate :
                    draft.inspectors().stream().distinct().sorted().toList()) {
                CertifiedInspector inspector = known.get(certificate);
                if (inspector == null) {
                    faults.add(new PlanFault(
                            "inspectors", "名录库中没有执法证 " + certificate, "no inspector has certificate " + certificate));
                } else if (!inspector.isValidOn(day)) {
                    faults.add(new PlanFault(
                            "inspectors",
                            "执法证 %s 已于 %s 到期".formatted(certificate, inspector.validUntil()),
                            "certificate %s ended on %s".formatted(certificate, inspector.validUntil())));
                } else {
                    roster.add(inspector);
                }
            }
        }
        if (roster.size() < 2) {
            faults.add(new PlanFault(
                    "inspectors",
                    "可用执法人员 %d 名，至少需要 2 名".formatted(roster.size()),
                    "%d usable inspectors, at least 2 are needed".formatted(roster.size())));
        }
        return roster;
    }

    private static void title(String title, List<PlanFault> faults) {
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            faults.add(new PlanFault(
                    "title",
                    "请填写一行名称，不超过 " + LONGEST_TITLE + " 字",
                    "one line of text is needed, of " + LONGEST_TITLE + " characters at most"));
        }
    }

    private static boolean scope(PlanDraft draft, List<PlanFault> faults) {
        int before = faults.size();
        for (String industry : draft.industries()) {
            if (Industries.standard().of(industry) == null) {
                faults.add(new PlanFault("industries", "行业代码未知：" + industry, "GB/T 4754 has no industry " + industry));
            }
        }
        for (String region : draft.regions()) {
            if (Regions.standard().byCode(region) == null) {
                faults.add(new PlanFault("regions", "区划代码未知：" + region, "an unknown region code: " + region));
            }
        }
        return faults.size() == before;
    }

    private static boolean ratios(PlanDraft draft, List<PlanFault> faults) {
        int before = faults.size();
        for (Stratum stratum : draft.ratios().strata()) {
            Risk risk = stratum.risk();
            ratio(
                    "ratios." + stratum.grade() + (risk == null ? "" : "." + risk),
                    draft.ratios().of(stratum),
                    faults);
        }
        BigDecimal most = PlanRules.standard().worstShareMost();
        if (draft.worstShare().signum() < 0 || draft.worstShare().compareTo(most) > 0) {
            faults.add(new PlanFault(
                    "worstShare",
                    "差者优先的份额应在 0 与 %s（%s%%）之间，其余须随机".formatted(most, percent(most)),
                    "0 to %s (%s %%), since the rest stays random".formatted(most, percent(most))));
        }
        return faults.size() == before;
    }

    private static void any(AnyShare any, List<PlanFault> faults) {
        BigDecimal least = PlanRules.standard().anyShareLeast();
        if (any.share().compareTo(least) < 0 || any.share().compareTo(BigDecimal.ONE) > 0) {
            faults.add(new PlanFault(
                    "anyShare",
                    "纯随机的份额应在 %s 与 1（%s%% 与 100%%）之间：每个计划都须保留".formatted(least, percent(least)),
                    "%s to 1 (%s %% to 100 %%), since every plan keeps pure random checks"
                            .formatted(least, percent(least))));
        } else if (any.share().scale() > MOST_DECIMALS) {
            faults.add(new PlanFault(
                    "anyShare",
                    "纯随机的份额小数位过多，最多 " + MOST_DECIMALS + " 位",
                    "a share has " + MOST_DECIMALS + " decimals at most"));
        }
    }

    private static void ratio(String field, @Nullable BigDecimal ratio, List<PlanFault> faults) {
        if (ratio == null) {
            faults.add(new PlanFault(field, "缺少抽查比例", "a ratio is needed"));
        } else if (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
            faults.add(new PlanFault(field, "抽查比例应在 0 与 1 之间，不是 " + ratio, "a ratio is 0 to 1, not " + ratio));
        } else if (ratio.scale() > MOST_DECIMALS) {
            faults.add(new PlanFault(
                    field,
                    "抽查比例的小数位过多，最多 " + MOST_DECIMALS + " 位",
                    "a ratio has " + MOST_DECIMALS + " decimals at most"));
        }
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static void window(PlanDraft draft, LocalDate day, List<PlanFault> faults) {
        if (draft.window() == null) {
            faults.add(new PlanFault("window", "请填写检查时段，起止在同一年内", "the days of the visits are needed, of one year"));
        } else if (draft.window().until().isBefore(day)) {
            faults.add(new PlanFault(
                    "window",
                    "检查时段已于 %s 结束".formatted(draft.window().until()),
                    "the days of the visits ended on %s"
                            .formatted(draft.window().until())));
        }
    }

    private void items(PlanDraft draft, List<PlanFault> faults) {
        Set<String> chosen = new HashSet<>();
        for (String id : draft.items()) {
            if (items.byId(id) == null) {
                faults.add(new PlanFault("items", "清单中没有检查事项 " + id, "the catalogue has no item " + id));
            }
            if (!chosen.add(id)) {
                faults.add(new PlanFault("items", "检查事项重复：" + id, "item given twice: " + id));
            }
        }
        Set<String> mandatory = new HashSet<>(draft.mandatoryItems());
        for (String id : mandatory.stream().sorted().toList()) {
            if (!chosen.contains(id)) {
                faults.add(new PlanFault(
                        "mandatoryItems", "必查事项 " + id + " 不在所选事项中", "item " + id + " is not among the plan's items"));
            }
        }
        long others = chosen.stream().filter(id -> !mandatory.contains(id)).count();
        if (draft.itemsPerObject() < 0 || draft.itemsPerObject() > others) {
            faults.add(new PlanFault(
                    "itemsPerObject",
                    "每户随机事项数应为 0 至 %d（非必查事项数），不是 %d".formatted(others, draft.itemsPerObject()),
                    "0 to %d, the number of items that are not mandatory, not %d"
                            .formatted(others, draft.itemsPerObject())));
        } else if (mandatory.isEmpty() && draft.itemsPerObject() == 0) {
            faults.add(new PlanFault("items", "每户至少需要一个检查事项", "each business needs an item at least"));
        }
    }

    private List<StratumPreview> strata(PlanDraft draft, Set<String> resting, List<PlanFault> faults) {
        BusinessFilter filter = PoolFilter.of(draft, null);
        Map<Stratum, Long> sizes = Strata.sizes(draft, businesses.countGraded(filter, resting));
        List<StratumPreview> strata = Strata.previews(draft, sizes, aside(draft, sizes, filter));
        if (strata.stream().allMatch(stratum -> stratum.size() == 0)) {
            faults.add(new PlanFault(
                    "pool",
                    "所选行业和区划内没有已评级的存续企业",
                    "no graded business in operation is in these industries and regions"));
        } else if (strata.stream().allMatch(stratum -> stratum.take() == 0)) {
            faults.add(new PlanFault("ratios", "按此比例不会抽中任何企业", "with these ratios no business would be drawn"));
        }
        caps(draft, strata, faults);
        return strata;
    }

    /** How many are set aside for pure random checks: of all businesses, those that rest with them. */
    private int aside(PlanDraft draft, Map<Stratum, Long> sizes, BusinessFilter filter) {
        long asked = Strata.setAside(draft, sizes);
        long pool = sizes.values().stream().mapToLong(Long::longValue).sum();
        long most = asked <= pool
                ? asked
                : businesses.countGraded(filter, Set.of()).stream()
                        .mapToLong(GradedCount::businesses)
                        .sum();
        return Math.toIntExact(Math.min(asked, most));
    }

    /** A general item that every drawn business is checked for is held to its cap, where one is published. */
    private void caps(PlanDraft draft, List<StratumPreview> strata, List<PlanFault> faults) {
        long pool = strata.stream()
                .filter(stratum -> !stratum.stratum().equals(Stratum.ANY))
                .mapToLong(StratumPreview::size)
                .sum();
        long drawn = strata.stream().mapToLong(StratumPreview::take).sum();
        for (String id : draft.mandatoryItems()) {
            CatalogueItem item = items.byId(id);
            BigDecimal cap = item == null || item.kind() == CatalogueItem.Kind.KEY ? null : item.ratioCap();
            if (cap != null && BigDecimal.valueOf(drawn).compareTo(cap.multiply(BigDecimal.valueOf(pool))) > 0) {
                String percent = percent(cap);
                faults.add(new PlanFault(
                        "items",
                        "一般事项 %s 的抽查比例上限为 %s%%，将抽查 %d 户中的 %d 户".formatted(id, percent, pool, drawn),
                        "item %s may be checked at %s%% of the pool at most, not at %d of %d businesses"
                                .formatted(id, percent, drawn, pool)));
            }
        }
    }
}
