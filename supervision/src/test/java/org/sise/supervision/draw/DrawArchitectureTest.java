package org.sise.supervision.draw;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DrawArchitectureTest {
    @Test
    void theDrawIsPureAndKnowsNeitherSpringNorADatabase() {
        var draw = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sise.supervision.draw");
        classes()
                .that()
                .resideInAPackage("org.sise.supervision.draw..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.sise.supervision.draw..",
                        "org.sise.core..",
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.util..",
                        "org.jspecify..",
                        "tools.jackson.core..",
                        "org.apache.commons.csv..")
                .check(draw);
    }
}
