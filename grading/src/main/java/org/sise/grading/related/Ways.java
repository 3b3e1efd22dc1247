package org.sise.grading.related;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.Holding;
import org.sise.core.record.LegalRepresentative;
import org.sise.core.record.Officer;
import org.sise.graph.load.PartyRef;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.Share;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;

/** Ways between parties in words, with the names that the ledger has; people's names are shortened. */
final class Ways {

    private final Map<String, Business> businesses;
    private final Map<Long, CreditRecord> records = new HashMap<>();

    private Ways(Map<String, Business> businesses, List<StoredRecord> stored) {
        this.businesses = businesses;
        stored.forEach(record -> records.put(record.id(), record.record()));
    }

    /** Reads what is needed to name the parties of some ways. */
    static Ways of(Collection<Found> found, DataSource dataSource) {
        Set<String> codes = new TreeSet<>();
        Set<Long> ids = new TreeSet<>();
        for (Found one : found) {
            for (Found.Hop hop : one.way()) {
                ids.add(hop.record());
                for (PartyRef party : List.of(hop.from(), hop.to())) {
                    if (party.kind() == PartyKind.BUSINESS) {
                        codes.add(party.id());
                    }
                }
            }
        }
        return new Ways(new Businesses(dataSource).of(codes), new StandingRecords(dataSource).ofNumbers(ids));
    }

    /** A business's name, or its code where the register does not have it. */
    String name(String code) {
        Business business = businesses.get(code);
        return business == null ? code : business.name();
    }

    /** Such as {@code 甲公司 —持股60%[记录12]— 乙公司}. */
    String words(Found found) {
        List<String> words = new ArrayList<>();
        for (Found.Hop hop : found.way()) {
            if (words.isEmpty()) {
                words.add(name(hop.from(), hop.record()));
            }
            words.add("—%s[记录%d]—".formatted(relation(hop), hop.record()));
            words.add(name(hop.to(), hop.record()));
        }
        return String.join(" ", words);
    }

    private String name(PartyRef party, long record) {
        return switch (party.kind()) {
            case BUSINESS -> name(party.id());
            case BODY -> party.id();
            case ADDRESS -> "同一住所";
            case PHONE -> "同一电话";
            case PERSON, NAMED_PERSON -> shortened(person(records.get(record)));
        };
    }

    private static @Nullable String person(@Nullable CreditRecord record) {
        return switch (record) {
            case Holding holding -> holding.holderName();
            case LegalRepresentative representative -> representative.name();
            case Officer officer -> officer.name();
            case null, default -> null;
        };
    }

    /** The first character of a person's name; the others are stars. */
    private static String shortened(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "自然人";
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    private static String relation(Found.Hop hop) {
        return switch (hop.kind()) {
            case HOLDS ->
                hop.share() == Share.UNKNOWN
                        ? "持股"
                        : "持股" + Share.percent(hop.share()).toPlainString() + "%";
            case LEGAL_REPRESENTATIVE -> "法定代表人";
            case OFFICER -> "董监高";
            case BRANCH_OF -> "分支机构";
            case ADDRESS_OF -> "住所";
            case PHONE_OF -> "电话";
            case SUPPLIES -> "供应";
        };
    }
}
