package org.sise.graph.load;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.sise.core.person.PersonKey;
import org.sise.core.record.HolderKind;
import org.sise.core.record.RecordKind;
import org.sise.graph.control.ConcertParty;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;
import org.sise.ledger.BinaryRows;
import org.sise.ledger.Snapshot;
import org.sise.ledger.record.Position;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * All relations of the ledger, of all days: of each matter the latest version, those withdrawn or expired left out. Registered
 * businesses have the first numbers, in the order of their codes, so that what prefers the smaller number does so by code.
 */
public final class LedgerRelations {

    private static final int KIND = 0;
    private static final int ID = 1;
    private static final int SUBJECT = 2;
    private static final int SINCE = 3;
    private static final int UNTIL = 4;
    private static final int WHAT = 5;
    private static final int NAME = 6;
    private static final int CODE = 7;
    private static final int KEY = 8;
    private static final int PERCENT = 9;
    private static final String REGISTERED =
            "select subject from ledger.record where kind = 1 group by subject order by subject";
    private static final String STANDING = """
            select r.kind, r.id, r.subject, r.event_date, (r.fields ->> 'until')::date,
                coalesce(r.fields ->> 'holderKind', r.fields ->> 'memberKind'),
                case when r.kind = 1 then r.fields ->> 'address'
                    else coalesce(r.fields ->> 'holderName', r.fields ->> 'memberName', r.fields ->> 'name') end,
                coalesce(r.fields ->> 'holderCode', r.fields ->> 'memberCode', r.fields ->> 'parentCode', r.fields ->> 'supplierCode'),
                coalesce(r.fields ->> 'holderKey', r.fields ->> 'memberKey', r.fields ->> 'person', r.fields ->> 'phone'),
                coalesce(r.fields ->> 'percent', r.fields ->> 'agreement')
            from ledger.record r
            where r.kind in (1, 14, 15, 16, 17, 18, 19, 20) and r.state not in ('withdrawn', 'expired') and (r.kind <> 1 or r.fields ? 'address')
                and not exists (
                    select from ledger.record later
                    where later.kind = r.kind and later.record_key = r.record_key and later.version > r.version)""";

    private final PartyIds ids;
    private final Parties parties = new Parties();
    private final Relations relations = new Relations(parties);
    private final Map<String, List<Member>> concerts = new TreeMap<>();
    private final int registered;
    private final Position settled;

    private LedgerRelations(Snapshot snapshot, PartyIds ids) throws SQLException {
        this.ids = ids;
        String name = snapshot.name();
        this.settled = new Position(Long.parseLong(name.substring(0, name.indexOf(':'))) - 1, Long.MAX_VALUE);
        Connection connection = snapshot.first();
        try (Statement settings = connection.createStatement()) {
            settings.execute("set local work_mem = '256MB'");
        }
        try (BinaryRows rows = new BinaryRows(connection, REGISTERED, 1)) {
            while (rows.next()) {
                parties.number(PartyKind.BUSINESS, text(rows, 0));
            }
        }
        registered = parties.size();
        try (BinaryRows rows = new BinaryRows(connection, STANDING, PERCENT + 1)) {
            while (rows.next()) {
                add(rows);
            }
        }
    }

    /**
     * Reads the ledger, as it stands at one moment.
     *
     * @throws org.springframework.dao.DataAccessException when the database refuses or is gone
     */
    public static LedgerRelations read(DataSource ledger, PartyIds ids) {
        try (Snapshot snapshot = new Snapshot(ledger)) {
            return new LedgerRelations(snapshot, ids);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("relations of the ledger", null, e);
        }
    }

    /** Up to where all transactions had settled when it was read. */
    public Position settled() {
        return settled;
    }

    /** The relations, of all days. */
    public Relations relations() {
        return relations;
    }

    /** How many businesses the register has; they have the first numbers. */
    public int registered() {
        return registered;
    }

    /**
     * Groups that act in concert on a day, of two members or more. Control counts a holder once, so a group with a member
     * that an earlier one has already is left out.
     */
    public List<ConcertParty> concerts(LocalDate day) {
        int at = Math.toIntExact(day.toEpochDay());
        Set<Integer> taken = new HashSet<>();
        List<ConcertParty> groups = new ArrayList<>();
        concerts.forEach((agreement, all) -> {
            Set<Integer> members = new TreeSet<>();
            all.stream().filter(m -> m.since <= at && at <= m.until).forEach(m -> members.add(m.party));
            if (members.size() > 1 && members.stream().noneMatch(taken::contains)) {
                taken.addAll(members);
                groups.add(new ConcertParty(agreement.substring(agreement.indexOf('\t') + 1), members));
            }
        });
        return groups;
    }

    private record Member(int party, int since, int until) {}

    private void add(BinaryRows rows) {
        String subject = text(rows, SUBJECT);
        switch (RecordKind.ofNumber((int) rows.number(KIND))) {
            case REGISTRATION -> {
                String address = PartyIds.address(rows.text(NAME));
                if (address != null) {
                    into(rows, parties.number(PartyKind.ADDRESS, address), subject, RelationKind.ADDRESS_OF);
                }
            }
            case HOLDING -> into(rows, holder(rows, subject), subject, RelationKind.HOLDS);
            case LEGAL_REPRESENTATIVE -> into(rows, person(rows, subject), subject, RelationKind.LEGAL_REPRESENTATIVE);
            case OFFICER -> into(rows, person(rows, subject), subject, RelationKind.OFFICER);
            case BRANCH ->
                into(rows, parties.number(PartyKind.BUSINESS, subject), text(rows, CODE), RelationKind.BRANCH_OF);
            case SUPPLY ->
                into(rows, parties.number(PartyKind.BUSINESS, text(rows, CODE)), subject, RelationKind.SUPPLIES);
            case CONTACT ->
                into(rows, parties.number(PartyKind.PHONE, text(rows, KEY)), subject, RelationKind.PHONE_OF);
            case CONCERT ->
                concerts.computeIfAbsent(subject + "\t" + text(rows, PERCENT), _ -> new ArrayList<>())
                        .add(new Member(holder(rows, subject), rows.day(SINCE), until(rows)));
            default -> throw new IllegalStateException("no relation: " + rows.number(KIND));
        }
    }

    private void into(BinaryRows rows, int party, String business, RelationKind kind) {
        String percent = kind == RelationKind.HOLDS ? rows.text(PERCENT) : null;
        relations.add(
                party,
                parties.number(PartyKind.BUSINESS, business),
                kind,
                percent == null ? Share.UNKNOWN : Share.ofPercent(new BigDecimal(percent)),
                rows.day(SINCE),
                until(rows),
                rows.number(ID));
    }

    private static int until(BinaryRows rows) {
        return rows.isNull(UNTIL) ? Integer.MAX_VALUE : rows.day(UNTIL);
    }

    private int holder(BinaryRows rows, String subject) {
        String what = text(rows, WHAT);
        if (what.equals(HolderKind.BUSINESS.token())) {
            return parties.number(PartyKind.BUSINESS, text(rows, CODE));
        }
        return what.equals(HolderKind.OTHER.token())
                ? parties.number(PartyKind.BODY, PartyIds.body(text(rows, NAME)))
                : person(rows, subject);
    }

    private int person(BinaryRows rows, String subject) {
        String hex = rows.text(KEY);
        PersonKey key = hex == null ? null : new PersonKey(hex);
        String name = text(rows, NAME);
        return parties.number(
                ids.isWeak(key, name, subject) ? PartyKind.NAMED_PERSON : PartyKind.PERSON,
                ids.person(key, name, subject));
    }

    private static String text(BinaryRows rows, int column) {
        String text = rows.text(column);
        if (text == null) {
            throw new IllegalStateException("column %d of record %d is empty".formatted(column, rows.number(ID)));
        }
        return text;
    }
}
