package org.sise.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {

    private static final JavaClasses SISE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sise");

    @Test
    void nothing_outside_depends_on_the_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sise.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sise.server..")
                .because("the server is the only place that knows everybody")
                .check(SISE);
    }

    @Test
    void controllers_of_pages_live_in_web() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("org.sise.server.web..")
                .check(SISE);
    }

    @Test
    void controllers_of_the_rest_interface_live_in_api() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("org.sise.server.api..")
                .check(SISE);
    }

    @Test
    void pages_and_the_rest_interface_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("org.sise.server.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sise.server.web..")
                .check(SISE);
        noClasses()
                .that()
                .resideInAPackage("org.sise.server.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sise.server.api..")
                .check(SISE);
    }

    @Test
    void what_access_and_questions_are_made_of_knows_no_page() {
        noClasses()
                .that()
                .resideInAnyPackage("org.sise.server.security..", "org.sise.server.query..", "org.sise.server.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sise.server.web..", "org.sise.server.api..")
                .check(SISE);
    }
}
