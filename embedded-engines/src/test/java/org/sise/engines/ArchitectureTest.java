package org.sise.engines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.sise.engines");

    @Test
    void this_module_needs_the_binaries_their_unpacking_and_a_log_only() {
        classes()
                .that()
                .resideOutsideOfPackage("org.sise.engines.testing")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.sise.engines..",
                        "io.zonky.test.db.postgres.embedded",
                        "org.apache.commons.compress..")
                .check(MAIN);
    }

    @Test
    void only_the_engines_for_tests_know_containers_and_the_driver() {
        classes()
                .that()
                .resideInAPackage("org.sise.engines.testing")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.sise.engines..",
                        "org.neo4j.driver..",
                        "org.testcontainers..")
                .check(MAIN);
    }

    @Test
    void nothing_else_knows_the_engines_for_tests() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sise.engines.testing")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sise.engines.testing")
                .check(MAIN);
    }

    @Test
    void the_neo4j_server_is_in_the_folder_of_its_own_process_and_not_on_this_class_path() throws Exception {
        assertThat(getClass().getClassLoader().getResource("org/neo4j/dbms/api/DatabaseManagementService.class"))
                .isNull();
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("sise.neo4j.lib")))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .anyMatch(jar -> jar.startsWith("neo4j-kernel-"))
                    .anyMatch(jar -> jar.startsWith("neo4j-process-"))
                    .noneMatch(jar -> jar.startsWith("junit-") || jar.startsWith("spring-"));
        }
    }
}
