package org.sise.server.house;

import java.time.Clock;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.CorrectionRules;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.door.Doors;
import org.sise.supervision.door.ProblemResults;
import org.sise.supervision.effect.Effects;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.exemption.ExemptionList;
import org.sise.supervision.exemption.Exemptions;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.mode.ModePolicies;
import org.sise.supervision.mode.Modes;
import org.sise.supervision.publication.PublicationKinds;
import org.sise.supervision.publication.Published;
import org.sise.supervision.publication.ResultPublications;
import org.sise.supervision.visit.Visits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What follows a visit: exemptions, corrections, publication; modes of supervision; whether it works. */
@Configuration(proxyBeanMethods = false)
class AfterVisitConfiguration {

    @Bean
    Corrections corrections(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Visits visits,
            CheckItems items,
            HolidayNotices holidays,
            Clock clock) {
        return new Corrections(
                dataSource, transactions, audit, visits, CorrectionRules.standard(), items, holidays::calendar, clock);
    }

    @Bean
    Exemptions exemptions(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Corrections corrections,
            Clock clock) {
        return new Exemptions(
                dataSource,
                transactions,
                audit,
                ExemptionList.standard(),
                corrections,
                ProblemResults.standard(),
                clock);
    }

    @Bean
    Modes modes(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new Modes(dataSource, transactions, audit, ModePolicies.standard(), ProblemResults.standard(), clock);
    }

    @Bean
    ResultPublications resultPublications(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Doors doors,
            HolidayNotices holidays,
            EntryRules rules,
            Clock clock) {
        return new ResultPublications(
                dataSource, transactions, doors, PublicationKinds.standard(), holidays::calendar, rules, clock);
    }

    @Bean
    Published published(DataSource dataSource) {
        return new Published(dataSource, PublicationKinds.standard());
    }

    @Bean
    Effects effects(DataSource dataSource) {
        return new Effects(dataSource, ProblemResults.standard());
    }
}
