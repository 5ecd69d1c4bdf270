package se.troskel.controller.uplink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Goal: INV-08, nothing that arrives over MQTT can move a lock. Method: the uplink's classes are
/// looked through for any reference to what could, and the rest of the controller for any use of
/// Paho.
class UplinkArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("se.troskel.controller");

    @Test
    void theUplinkKnowsNothingThatMovesALock() {
        assertThat(CLASSES.stream().filter(c -> c.getPackageName().endsWith(".uplink")).count())
                .isGreaterThan(10);
        noClasses()
                .that()
                .resideInAPackage("..controller.uplink..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "se.troskel.hardware..",
                        "com.pi4j..",
                        "..controller.access..",
                        "..controller.door..",
                        "..controller.site..",
                        "..controller.intake..",
                        "..controller.api..",
                        "..controller.page..",
                        "..controller.register..")
                .check(CLASSES);
    }

    @Test
    void nobodyElseSpeaksToABroker() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..controller.uplink..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.paho..")
                .check(CLASSES);
    }
}
