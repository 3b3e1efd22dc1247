package org.sise.graph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_graph_knows_the_ledger_and_neo4j_and_nobody_above() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.neo4j.driver..",
                        "org.sise.core..",
                        "org.sise.ledger..",
                        "org.sise.graph..",
                        "org.slf4j..",
                        "org.springframework.jdbc..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.sise.graph"));
    }
}
