package org.sise.integrations.row;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.FaultKind;

/**
 * The rules of the Beneficial Ownership Data Standard 0.4 that a statement keeps or breaks by itself: its JSON Schema
 * (schema/statement.json and what it refers to), and what the schema says in words only.
 */
final class BodsRules {

    private static final String VERSION = "0.4";
    private static final int SHORTEST_ID = 32;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 1_000;
    private static final String ISSUED = "identifiers";

    private final BodsFaults faults = new BodsFaults();
    private final BodsChecks checks = new BodsChecks(faults);

    private BodsRules() {}

    /** What a statement breaks. */
    static BodsFaults faults(BodsStatement statement) {
        BodsRules rules = new BodsRules();
        rules.statement(statement.root());
        return rules.faults;
    }

    private void statement(BodsValue root) {
        String id = checks.text(root.at("statementId"));
        if (id != null && (id.length() < SHORTEST_ID || id.length() > LONGEST_ID)) {
            faults.add(
                    FaultKind.BAD_TEXT,
                    root.at("statementId"),
                    "应为32至64个字符, 现为%d个".formatted(id.length()),
                    "32 to 64 characters, not %d".formatted(id.length()));
        }
        checks.text(root.at("statementDate"));
        if (root.at("statementDate").text() != null) {
            checks.time(root.at("statementDate"));
        }
        checks.text(root.at("declarationSubject"));
        checks.text(root.at("recordId"));
        checks.listed(root.at("recordType"), "recordType", true);
        checks.listed(root.at("recordStatus"), "recordStatus", false);
        publication(root.at("publicationDetails"));
        checks.object(root.at("source"), false);
        checks.array(root.at("source").at("type"));
        root.at("source").at("type").items().forEach(type -> checks.listed(type, "sourceType", true));
        BodsValue details = root.at("recordDetails");
        checks.object(details, true);
        if (!details.isObject()) {
            return;
        }
        checks.truth(details.at("isComponent"), true);
        switch (root.at("recordType").cell()) {
            case "entity" -> entity(details);
            case "person" -> person(details);
            case "relationship" -> relationship(details);
            default -> {}
        }
    }

    private void publication(BodsValue at) {
        checks.object(at, false);
        if (!at.isObject()) {
            return;
        }
        checks.text(at.at("publicationDate"));
        if (at.at("publicationDate").text() != null) {
            checks.time(at.at("publicationDate"));
        }
        String version = checks.text(at.at("bodsVersion"));
        if (version != null && !version.equals(VERSION)) {
            faults.add(Reason.WRONG_FORMAT, at.at("bodsVersion"), "只读取0.4版", "version 0.4 is read: convert it");
        }
        if (at.at("publisher").at("name").text() == null
                && at.at("publisher").at("url").text() == null) {
            faults.add(FaultKind.REQUIRED, at.at("publisher"), "应有 name 或 url", "a name or url is needed");
        }
    }

    private void entity(BodsValue details) {
        foreign(details, "personType", "interests", "interestedParty");
        checks.object(details.at("entityType"), true);
        BodsValue type = details.at("entityType").at("type");
        BodsValue subtype = details.at("entityType").at("subtype");
        checks.listed(type, "entityType", true);
        checks.listed(subtype, "entitySubtype", false);
        Set<String> types = switch (subtype.cell()) {
            case "trust" -> Set.of("arrangement", "legalEntity");
            case "nomination" -> Set.of("arrangement");
            case "governmentDepartment", "stateAgency" -> Set.of("stateBody");
            default -> Set.of(type.cell());
        };
        if (!types.contains(type.cell())) {
            String fit = String.join(", ", types.stream().sorted().toList());
            faults.add(
                    Reason.CONTRADICTION,
                    subtype,
                    "与 entityType.type 不符, 应为 " + fit,
                    "fits entityType.type " + fit + " only");
        }
        unspecified(details.at("unspecifiedEntityDetails"));
        bounded(details.at("name"));
        identifiers(details.at(ISSUED));
        checks.inOrder(
                checks.day(details.at("foundingDate")),
                checks.day(details.at("dissolutionDate")),
                details.at("dissolutionDate"));
    }

    private void person(BodsValue details) {
        foreign(details, "entityType", "interests", "interestedParty");
        checks.listed(details.at("personType"), "personType", true);
        unspecified(details.at("unspecifiedPersonDetails"));
        checks.array(details.at("names"));
        details.at("names").items().forEach(this::personName);
        identifiers(details.at(ISSUED));
        for (String day : new String[] {"birthDate", "deathDate"}) {
            BodsValue at = details.at(day);
            if (!at.cell().matches("\\d{4}(-(0[1-9]|1[0-2]))?")) {
                checks.day(at);
            }
        }
    }

    private void personName(BodsValue name) {
        for (String part : new String[] {"fullName", "familyName", "givenName"}) {
            bounded(name.at(part));
        }
    }

    private void relationship(BodsValue details) {
        foreign(details, "personType", "entityType");
        BodsValue components = details.at("componentRecords");
        checks.array(components);
        components.items().forEach(checks::text);
        if (details.at("isComponent").isTrue() && !components.items().isEmpty()) {
            faults.add(
                    Reason.CONTRADICTION,
                    components,
                    "isComponent 为 true 时应为空",
                    "must be empty where isComponent is true");
        }
        party(details.at("subject"));
        party(details.at("interestedParty"));
        checks.array(details.at("interests"));
        details.at("interests").items().forEach(this::interest);
    }

    private void party(BodsValue at) {
        if (at.isObject()) {
            unspecified(at);
        } else {
            checks.text(at);
        }
    }

    private void unspecified(BodsValue at) {
        checks.object(at, false);
        if (at.isObject()) {
            checks.listed(at.at("reason"), "unspecifiedReason", true);
        }
    }

    private void interest(BodsValue interest) {
        checks.object(interest, true);
        checks.listed(interest.at("type"), "interestType", true);
        checks.listed(interest.at("directOrIndirect"), "directOrIndirect", false);
        checks.truth(interest.at("beneficialOwnershipOrControl"), false);
        share(interest.at("share"));
        checks.inOrder(
                checks.day(interest.at("startDate")), checks.day(interest.at("endDate")), interest.at("endDate"));
    }

    private void share(BodsValue share) {
        checks.object(share, false);
        BigDecimal exact = checks.percent(share.at("exact"));
        BigDecimal least = checks.percent(share.at("minimum"));
        BigDecimal above = checks.percent(share.at("exclusiveMinimum"));
        BigDecimal most = checks.percent(share.at("maximum"));
        BigDecimal below = checks.percent(share.at("exclusiveMaximum"));
        notMore(least, most, false, share.at("minimum"), "maximum");
        notMore(least, below, true, share.at("minimum"), "exclusiveMaximum");
        notMore(above, most, true, share.at("exclusiveMinimum"), "maximum");
        notMore(above, below, true, share.at("exclusiveMinimum"), "exclusiveMaximum");
        notMore(least, exact, false, share.at("minimum"), "exact");
        notMore(above, exact, true, share.at("exclusiveMinimum"), "exact");
        notMore(exact, most, false, share.at("exact"), "maximum");
        notMore(exact, below, true, share.at("exact"), "exclusiveMaximum");
    }

    private void notMore(
            @Nullable BigDecimal less, @Nullable BigDecimal more, boolean truly, BodsValue at, String than) {
        if (less != null && more != null && less.compareTo(more) >= (truly ? 0 : 1)) {
            String zh = truly ? "应小于 " : "不应大于 ";
            String en = truly ? "must be less than " : "must not be more than ";
            faults.add(
                    Reason.CONTRADICTION,
                    at,
                    "%s%s %s".formatted(zh, than, more.toPlainString()),
                    "%s%s, %s".formatted(en, than, more.toPlainString()));
        }
    }

    private void identifiers(BodsValue at) {
        checks.array(at);
        for (BodsValue identifier : at.items()) {
            if (identifier.at("scheme").text() == null
                    && identifier.at("schemeName").text() == null) {
                faults.add(
                        FaultKind.REQUIRED,
                        identifier.at("scheme"),
                        "应有 scheme 或 schemeName",
                        "or schemeName is needed");
            }
            for (String part : new String[] {"id", "scheme", "schemeName"}) {
                bounded(identifier.at(part));
            }
        }
    }

    /** The text itself is not shown: it may be the number of a person. */
    private void bounded(BodsValue at) {
        if (at.cell().length() > LONGEST_NAME) {
            faults.add(
                    FaultKind.BAD_TEXT,
                    new BodsValue(at.path(), null),
                    "不超过%d个字符".formatted(LONGEST_NAME),
                    "at most %d characters".formatted(LONGEST_NAME));
        }
    }

    /** What belongs to records of another type. */
    private void foreign(BodsValue details, String... names) {
        for (String name : names) {
            BodsValue at = details.at(name);
            if (at.isThere()) {
                faults.add(
                        Reason.CONTRADICTION,
                        new BodsValue(at.path(), null),
                        "与 recordType 不符",
                        "does not belong to a record of this recordType");
            }
        }
    }
}
