package org.sise.server.house;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.Decisions;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.repair.cases.Applications;
import org.sise.supervision.repair.cases.Materials;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.cases.RepairOffice;
import org.sise.supervision.repair.cases.ScanVerdict;
import org.sise.supervision.repair.pack.RepairPacks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Credit repair: the rules, the cases, their materials. */
@Configuration(proxyBeanMethods = false)
class RepairConfiguration {

    @Bean
    RepairPacks repairPacks() {
        return RepairPacks.standard();
    }

    @Bean
    Decisions decisions(DataSource dataSource) {
        return new Decisions(dataSource);
    }

    /** An installation with a scanner declares a bean of this name in its place. */
    @Bean
    @ConditionalOnMissingBean(name = "virusScan")
    Function<Path, ScanVerdict> virusScan() {
        return ScanVerdict.NOT_SCANNED;
    }

    @Bean
    HolidayNotices holidayNotices(
            DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new HolidayNotices(dataSource, transactions, audit, clock);
    }

    @Bean
    Materials repairMaterials(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Function<Path, ScanVerdict> virusScan,
            @Value("${sise.repair.most-per-file:20MB}") DataSize most,
            Clock clock) {
        return new Materials(dataSource, transactions, audit, virusScan, most.toBytes(), clock);
    }

    @Bean
    RepairCases repairCases(
            DataSource dataSource, RepairPacks packs, Materials materials, HolidayNotices holidays, Clock clock) {
        return new RepairCases(dataSource, packs, materials, holidays, clock);
    }

    @Bean
    Applications repairApplications(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            RepairCases cases,
            Clock clock) {
        return new Applications(dataSource, transactions, audit, cases, clock);
    }

    @Bean
    RepairOffice repairOffice(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            RepairCases cases,
            Clock clock) {
        return new RepairOffice(dataSource, transactions, audit, cases, clock);
    }
}
