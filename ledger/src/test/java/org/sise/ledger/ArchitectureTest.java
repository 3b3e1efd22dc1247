package org.sise.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_ledger_stands_on_the_core_and_on_its_database_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.sise.ledger..",
                        "org.sise.core..",
                        "java..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.springframework.jdbc..",
                        "org.springframework.dao..",
                        "org.postgresql..",
                        "org.flywaydb..",
                        "tools.jackson..")
                .because("arrows of code run downwards only")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.sise.ledger"));
    }
}
