package org.sise.server.house;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.door.DoorRecords;
import org.sise.supervision.door.Doors;
import org.sise.supervision.entry.Certificates;
import org.sise.supervision.entry.CodeKeys;
import org.sise.supervision.entry.Emergencies;
import org.sise.supervision.entry.EntryAttempts;
import org.sise.supervision.entry.EntryDesk;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.entry.Presence;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.visit.VisitLists;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.YearlyCaps;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Visits, codes at the door, and what is written down there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EntrySettings.class)
class EntryConfiguration {

    @Bean
    YearlyCaps yearlyCaps() {
        return YearlyCaps.standard();
    }

    @Bean
    EntryRules entryRules() {
        return EntryRules.standard();
    }

    @Bean
    Visits visits(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            CheckItems items,
            YearlyCaps caps,
            Clock clock) {
        return new Visits(dataSource, transactions, audit, items, caps, clock);
    }

    @Bean
    VisitLists visitLists(DataSource dataSource) {
        return new VisitLists(dataSource);
    }

    /** A new installation has a key before its first code is asked for. */
    @Bean
    CodeKeys codeKeys(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            EntryRules rules,
            EntrySettings settings,
            Clock clock) {
        CodeKeys keys = new CodeKeys(dataSource, transactions, audit, rules, clock);
        keys.keepUp(settings.keySigns(), settings.keyAhead(), KeyWorker.ACTOR);
        return keys;
    }

    @Bean
    EntryDesk entryDesk(
            DataSource dataSource,
            Visits visits,
            CodeKeys keys,
            CheckItems items,
            YearlyCaps caps,
            EntryRules rules,
            Clock clock) {
        return new EntryDesk(dataSource, visits, keys, items, caps, rules, clock);
    }

    /** Size and hits of what is kept in memory of officers. */
    @Bean
    MeterBinder officerCardMetrics(EntryDesk desk) {
        return new CaffeineCacheMetrics<>(desk.officerCards(), "officers", Tags.empty());
    }

    @Bean
    EntryAttempts entryAttempts(DataSource dataSource) {
        return new EntryAttempts(dataSource);
    }

    @Bean
    Presence presence(DataSource dataSource) {
        return new Presence(dataSource);
    }

    @Bean
    Certificates certificates(
            DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new Certificates(dataSource, transactions, audit, clock);
    }

    @Bean
    Emergencies emergencies(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Visits visits,
            EntryDesk desk,
            EntryRules rules,
            HolidayNotices holidays,
            Clock clock) {
        return new Emergencies(dataSource, transactions, audit, visits, desk, rules, holidays::plus, clock);
    }

    @Bean
    Doors doors(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Visits visits,
            EntryRules rules,
            HolidayNotices holidays,
            Clock clock) {
        return new Doors(dataSource, transactions, audit, visits, rules, holidays::plus, clock);
    }

    @Bean
    DoorRecords doorRecords(DataSource dataSource) {
        return new DoorRecords(dataSource);
    }
}
