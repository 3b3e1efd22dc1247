package org.sise.graph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
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
                        "org.snakeyaml.engine..",
                        "org.springframework.jdbc..")
                .check(main());
    }

    @Test
    void what_follows_from_relations_is_worked_out_without_any_engine() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.sise.graph.relation..",
                        "org.sise.graph.control..",
                        "org.sise.graph.exposure..",
                        "org.sise.graph.phoenix..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.sise.core..",
                        "org.sise.graph.relation..",
                        "org.sise.graph.control..",
                        "org.sise.graph.exposure..",
                        "org.sise.graph.phoenix..",
                        "org.sise.graph.rule..")
                .check(main());
        classes()
                .that()
                .resideInAPackage("org.sise.graph.rule..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.snakeyaml.engine..", "org.sise.graph.rule..")
                .check(main());
    }

    private static JavaClasses main() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sise.graph");
    }
}
