package org.sise.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sise.scoring");

    @Test
    void scoringUsesOnlyTheJdkCreditCoreAndYaml() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "org.sise.core..", "org.sise.scoring..", "org.snakeyaml.engine..")
                .check(MODULE);
    }

    @Test
    void onlyTheReaderKnowsYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sise.scoring.read..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(MODULE);
    }

    @Test
    void theTreeKnowsNeitherReaderNorGrader() {
        classes()
                .that()
                .resideInAPackage("org.sise.scoring.policy..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.sise.core..", "org.sise.scoring.policy..")
                .check(MODULE);
    }

    @Test
    void nobodyReadsTheClockOrADatabase() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(MODULE);
    }
}
