package org.sise.server.house;

import java.time.Clock;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.catalogue.Catalogue;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.plan.PlannedTasks;
import org.sise.supervision.plan.Plans;
import org.sise.supervision.recognition.Recognitions;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.roster.Recusals;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.yearly.YearlyPlans;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Supervision: catalogue, roster and plans. */
@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {

    @Bean
    Catalogue catalogue(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new Catalogue(dataSource, transactions, audit, clock);
    }

    @Bean
    CheckItems checkItems(Catalogue catalogue) {
        return catalogue.items();
    }

    @Bean
    Inspectors inspectors(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new Inspectors(dataSource, transactions, audit, clock);
    }

    @Bean
    Recusals recusals(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new Recusals(dataSource, transactions, audit, clock);
    }

    @Bean
    Plans plans(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Inspectors inspectors,
            Recusals recusals,
            CheckItems items,
            HouseSettings settings,
            Clock clock) {
        return new Plans(dataSource, transactions, audit, inspectors, recusals, items, settings.published(), clock);
    }

    @Bean
    YearlyPlans yearlyPlans(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            CheckItems items,
            Clock clock) {
        return new YearlyPlans(dataSource, transactions, audit, items, clock);
    }

    @Bean
    Recognitions recognitions(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            @Value("${sise.city:210100}") String city,
            Clock clock) {
        return new Recognitions(dataSource, transactions, audit, city, clock);
    }

    @Bean
    PlannedTasks plannedTasks(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Plans plans,
            Visits visits,
            CheckItems items,
            Clock clock) {
        return new PlannedTasks(dataSource, transactions, audit, plans, visits, items, clock);
    }
}
