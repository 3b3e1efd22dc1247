package org.sise.server.house;

import java.time.Clock;
import javax.sql.DataSource;
import org.sise.core.person.PersonKeys;
import org.sise.grading.phoenix.PhoenixAlerts;
import org.sise.grading.phoenix.PhoenixRun;
import org.sise.grading.related.ExposedBusinesses;
import org.sise.grading.related.ExposureRuns;
import org.sise.grading.related.ExposureWatch;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.load.Surroundings;
import org.sise.graph.phoenix.PhoenixRulesReader;
import org.sise.graph.projection.GraphProjection;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.StandingRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What related parties do to grades, and the signs of businesses under other names. */
@Configuration(proxyBeanMethods = false)
class RelatedConfiguration {

    @Bean
    ExposureWatch exposureWatch(
            DataSource dataSource,
            TransactionTemplate transaction,
            GraphProjection projection,
            Surroundings surroundings,
            ExposureRules rules,
            PersonKeys personKeys,
            Clock clock) {
        return new ExposureWatch(dataSource, transaction, projection, surroundings, rules, personKeys, clock);
    }

    @Bean
    ExposureRuns exposureRuns(DataSource dataSource) {
        return new ExposureRuns(dataSource);
    }

    @Bean
    ExposedBusinesses exposedBusinesses(DataSource dataSource) {
        return new ExposedBusinesses(dataSource);
    }

    @Bean
    StandingRecords standingRecords(DataSource dataSource) {
        return new StandingRecords(dataSource);
    }

    @Bean
    PhoenixAlerts phoenixAlerts(DataSource dataSource, TransactionTemplate transaction, AuditLog audit) {
        return new PhoenixAlerts(dataSource, transaction, audit);
    }

    @Bean
    PhoenixRun phoenixRun(DataSource dataSource, PersonKeys personKeys, PhoenixAlerts alerts, Clock clock) {
        return new PhoenixRun(dataSource, personKeys, PhoenixRulesReader.builtIn(), alerts, clock);
    }
}
