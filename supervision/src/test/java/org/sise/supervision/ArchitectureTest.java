package org.sise.supervision;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses supervision = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sise.supervision");

    @Test
    void supervisionRestsOnTheCoreTheLedgerAndThePolicies() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.github.benmanes.caffeine..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.sise.core..",
                        "org.sise.ledger..",
                        "org.sise.scoring..",
                        "org.sise.supervision..",
                        "org.springframework.jdbc..",
                        "org.springframework.transaction..",
                        "org.springframework.dao..",
                        "org.apache.commons.csv..",
                        "org.dhatim.fastexcel..",
                        "tools.jackson..")
                .because("the top floors know each other only through the ledger")
                .check(supervision);
    }

    @Test
    void catalogueRosterAndListKnowNoPlans() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.sise.supervision.catalogue..",
                        "org.sise.supervision.roster..",
                        "org.sise.supervision.list..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sise.supervision.plan..")
                .because("a plan is made of them, not they of plans")
                .check(supervision);
    }
}
