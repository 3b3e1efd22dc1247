package org.sise.server.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.sise.grading.Grading;
import org.sise.grading.night.NightlyRun;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Grading, by the policy in force. */
@Configuration(proxyBeanMethods = false)
class GradingConfiguration {

    @Bean
    Policy policy(HouseSettings settings) throws IOException {
        Path file = Path.of(settings.policy());
        return Files.isRegularFile(file)
                ? new PolicyReader(BuiltIn.ledgerVocabulary())
                        .read(Files.readAllBytes(file))
                        .orThrow()
                : BuiltIn.policy(settings.policy());
    }

    @Bean
    Grading grading(DataSource dataSource, TransactionTemplate transaction, Policy policy, Clock clock) {
        return new Grading(dataSource, transaction, policy, clock);
    }

    @Bean
    NightlyRun nightlyRun(DataSource dataSource, Grading grading, Clock clock) {
        return new NightlyRun(dataSource, grading, clock);
    }
}
