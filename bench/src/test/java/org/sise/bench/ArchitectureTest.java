package org.sise.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void a_bench_measures_what_others_may_use_and_never_the_server() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.sise.bench..",
                        "org.sise.core..",
                        "org.sise.engines..",
                        "org.sise.ledger..",
                        "org.sise.supervision..",
                        "org.sise.scoring..",
                        "org.sise.grading..",
                        "org.sise.graph..",
                        "org.sise.integrations..",
                        "java..",
                        "javax.management..",
                        "com.sun.management..",
                        "com.sun.net.httpserver..",
                        "com.zaxxer.hikari..",
                        "org.apache.poi..",
                        "org.dhatim.fastexcel.reader..",
                        "org.jspecify..",
                        "org.neo4j.driver..",
                        "org.postgresql..",
                        "org.duckdb..",
                        "org.kie.api..",
                        "org.drools..",
                        "org.springframework..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.sise.bench"));
    }
}
