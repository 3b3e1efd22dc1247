package org.sise.grading;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void grading_stands_on_the_ledger_the_graph_and_scoring() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.sise.grading..",
                        "org.sise.ledger..",
                        "org.sise.graph..",
                        "org.sise.scoring..",
                        "org.sise.core..",
                        "java..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.springframework.dao..",
                        "org.springframework.jdbc..",
                        "org.springframework.transaction..",
                        "tools.jackson..")
                .because("arrows of code run downwards only")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.sise.grading"));
    }
}
