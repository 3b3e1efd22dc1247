package org.sise.integrations;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sise.integrations");

    @Test
    void integrationsKnowTheLedgerAndNobodyElseOfTheHouse() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "io.micrometer.core..",
                        "javax.sql..",
                        "javax.xml.stream..",
                        "javax.net.ssl..",
                        "com.jcraft.jsch..",
                        "org.jspecify..",
                        "org.sise.core..",
                        "org.sise.ledger..",
                        "org.sise.integrations..",
                        "org.apache.camel..",
                        "org.apache.commons.csv..",
                        "org.apache.kafka..",
                        "org.dhatim..",
                        "org.snakeyaml..",
                        "org.springframework.dao..",
                        "org.springframework.jdbc..",
                        "org.springframework.transaction..",
                        "org.slf4j..",
                        "tools.jackson..")
                .check(classes);
    }

    @Test
    void rowsAndMappingKnowNeitherDatabaseNorRoutes() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("..descriptor..", "..row..", "..mapping..", "..trial..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.camel..", "javax.sql..", "java.sql..")
                .check(classes);
    }
}
