package org.sise.server.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.sise.grading.Grading;
import org.sise.grading.approval.PolicyFilter;
import org.sise.grading.approval.PolicyVersions;
import org.sise.grading.night.NightlyRun;
import org.sise.grading.whatif.WhatIfs;
import org.sise.ledger.audit.AuditLog;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Grading by the policy in force, and the policies on their way there. */
@Configuration(proxyBeanMethods = false)
class GradingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(GradingConfiguration.class);

    /** The store of policies; an empty one is given the installation's first version. */
    @Bean
    PolicyVersions policyVersions(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Clock clock,
            HouseSettings settings)
            throws IOException {
        PolicyVersions versions = new PolicyVersions(dataSource, transactions, audit, clock);
        byte[] first = first(settings);
        if (versions.install(first)) {
            LOG.info("The first policy is in force: {}", versions.inForce().name());
        } else if (versions.check(first) instanceof PolicyReading.Sound sound && !isThere(versions, sound.policy())) {
            LOG.warn(
                    "{} {} of the setting sise.policy is not in force: {} is. A later policy comes by approval.",
                    sound.policy().id(),
                    sound.policy().version(),
                    versions.inForce().name());
        }
        return versions;
    }

    @Bean
    Grading grading(DataSource dataSource, TransactionTemplate transaction, PolicyVersions versions, Clock clock) {
        return new Grading(dataSource, transaction, versions, clock);
    }

    @Bean
    WhatIfs whatIfs(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit) {
        return new WhatIfs(dataSource, transactions, audit);
    }

    private static boolean isThere(PolicyVersions versions, Policy policy) {
        PolicyFilter same = new PolicyFilter(null, null, policy.digest());
        return !versions.list(same, null, 1).items().isEmpty();
    }

    private static byte[] first(HouseSettings settings) throws IOException {
        Path file = Path.of(settings.policy());
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : BuiltIn.policyFile(settings.policy());
    }

    @Bean
    NightlyRun nightlyRun(DataSource dataSource, Grading grading, Clock clock) {
        return new NightlyRun(dataSource, grading, clock);
    }
}
