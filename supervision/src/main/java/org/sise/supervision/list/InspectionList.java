package org.sise.supervision.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.industry.Industries;
import org.sise.core.industry.Industry;
import org.sise.core.region.Region;
import org.sise.core.region.Regions;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.draw.Inspector;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.stratum.Stratum;

/** Turns a draw into the rows of its list: codes become names by the ledger, the roster and the catalogue. */
public final class InspectionList {

    private static final int BATCH = 2_000;

    private final Businesses businesses;
    private final CheckItems items;

    /** With the names of this ledger and this catalogue. */
    public InspectionList(Businesses businesses, CheckItems items) {
        this.businesses = businesses;
        this.items = items;
    }

    /** Hands on the rows in the order of the draw, with what the ledger says now. */
    public void forEach(Transcript transcript, List<Inspector> inspectors, Consumer<ListRow> each) {
        for (int from = 0; from < transcript.drawn().size(); from += BATCH) {
            rows(transcript, inspectors, from, BATCH).forEach(each);
        }
    }

    /** At most {@code limit} rows in the order of the draw, behind the first {@code from}. */
    public List<ListRow> rows(Transcript transcript, List<Inspector> inspectors, int from, int limit) {
        Map<String, String> officers = new HashMap<>();
        for (Inspector inspector : inspectors) {
            officers.put(inspector.certificate(), inspector.name() + "（" + inspector.certificate() + "）");
        }
        int size = transcript.drawn().size();
        int begin = Math.clamp(from, 0, size);
        List<Transcript.DrawnObject> part =
                transcript.drawn().subList(begin, Math.clamp((long) begin + limit, begin, size));
        Map<String, Business> known =
                businesses.of(part.stream().map(Transcript.DrawnObject::code).toList());
        List<ListRow> rows = new ArrayList<>(part.size());
        for (Transcript.DrawnObject object : part) {
            rows.add(row(begin + rows.size() + 1, object, known.get(object.code()), officers));
        }
        return rows;
    }

    private ListRow row(
            int number, Transcript.DrawnObject object, @Nullable Business business, Map<String, String> officers) {
        Stratum stratum = Stratum.of(object.stratum());
        return new ListRow(
                number,
                object.code(),
                business == null ? "" : business.name(),
                colour(stratum.grade()),
                business == null ? "" : industry(business.industry()),
                business == null ? "" : region(business.region()),
                business == null ? "" : orEmpty(business.address()),
                object.inspectors().stream()
                        .map(certificate -> officers.getOrDefault(certificate, certificate))
                        .toList(),
                object.items().stream().map(this::item).toList(),
                stratum.selection());
    }

    private String item(String id) {
        CatalogueItem item = items.everById(id);
        return item == null ? id : id + " " + item.item() + "（" + item.legalBasis() + "）";
    }

    private static String colour(@Nullable Grade grade) {
        if (grade == null) {
            return "";
        }
        return switch (grade) {
            case BLUE -> "蓝";
            case YELLOW -> "黄";
            case ORANGE -> "橙";
            case RED -> "红";
        };
    }

    private static String industry(@Nullable String code) {
        Industry industry = code == null ? null : Industries.standard().of(code);
        return industry == null ? orEmpty(code) : code + " " + industry.zh();
    }

    private static String region(@Nullable String code) {
        Region region = code == null ? null : Regions.standard().byCode(code);
        return region == null ? orEmpty(code) : region.zh();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
