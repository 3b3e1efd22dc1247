package org.sise.grading.phoenix;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sise.core.person.PersonKeys;
import org.sise.graph.load.LedgerRelations;
import org.sise.graph.phoenix.Phoenix;
import org.sise.graph.phoenix.PhoenixAlert;
import org.sise.graph.phoenix.PhoenixRules;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;

/** Looks for the signs in the whole ledger, and keeps those that are new. */
public final class PhoenixRun {

    private final DataSource dataSource;
    private final PartyIds ids;
    private final PhoenixRules rules;
    private final PhoenixAlerts alerts;
    private final Clock clock;

    /** A run by rules; its alerts go to {@code alerts}. */
    public PhoenixRun(
            DataSource dataSource, PersonKeys personKeys, PhoenixRules rules, PhoenixAlerts alerts, Clock clock) {
        this.dataSource = dataSource;
        this.ids = new PartyIds(personKeys);
        this.rules = rules;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Runs; how many alerts are new. */
    public int run() {
        LocalDate day = LocalDate.now(clock);
        LedgerRelations ledger = LedgerRelations.read(dataSource, ids);
        Parties parties = ledger.relations().parties();
        List<PhoenixAlert> found =
                Phoenix.alerts(ledger.relations(), new LedgerFacts(dataSource).of(parties, rules, day), day, rules);
        int fresh = 0;
        for (PhoenixAlert alert : found) {
            List<String> addresses = new ArrayList<>();
            for (int party : alert.parties()) {
                if (parties.kind(party) == PartyKind.ADDRESS) {
                    addresses.add(parties.id(party));
                }
            }
            boolean isNew = alerts.append(
                    alert.sign(),
                    alert.businesses().stream().map(parties::id).toList(),
                    alert.parties().size() - addresses.size(),
                    addresses,
                    alert.records(),
                    day);
            fresh += isNew ? 1 : 0;
        }
        return fresh;
    }
}
