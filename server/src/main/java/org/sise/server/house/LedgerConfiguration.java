package org.sise.server.house;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.record.Records;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger, and the clock by which the house lives. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    /** Schemas in the order in which they are brought up to date. */
    private static final String[] SCHEMAS = {"ledger", "grading", "integrations", "supervision", "server"};

    /** Brings every schema up to date before anybody is given the data source. */
    @Bean
    static BeanPostProcessor migrations() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DataSource dataSource) {
                    for (String schema : SCHEMAS) {
                        Migrations.migrate(dataSource, schema);
                    }
                }
                return bean;
            }
        };
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Records records(DataSource dataSource) {
        return new Records(dataSource);
    }

    @Bean
    Businesses businesses(DataSource dataSource) {
        return new Businesses(dataSource);
    }

    @Bean
    Grades grades(DataSource dataSource) {
        return new Grades(dataSource);
    }

    @Bean
    RegradeQueue regradeQueue(DataSource dataSource) {
        return new RegradeQueue(dataSource);
    }

    @Bean
    Outbox outbox(DataSource dataSource) {
        return new Outbox(dataSource);
    }

    @Bean
    AuditLog auditLog(DataSource dataSource, Clock clock) {
        return new AuditLog(dataSource, clock);
    }
}
