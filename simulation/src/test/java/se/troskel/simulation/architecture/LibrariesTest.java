package se.troskel.simulation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goal: each library stays behind the part that is there to hide it, so that it can be replaced.
/// Method: ArchUnit over the production classes of all modules.
class LibrariesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    com.pi4j..                             | se.troskel.hardware..
                    com.fazecast..                         | se.troskel.hardware..
                    org.eclipse.paho..                     | se.troskel.controller.uplink..
                    org.dhatim..                           | se.troskel.controller.intake..
                    jakarta.mail.. org.eclipse.angus..     | se.troskel.controller.mail..
                    com.nimbusds..                         | se.troskel.controller.signin..
                    com.hivemq.client..                    | se.troskel.region.intake.. se.troskel.simulation..
                    com.hivemq.embedded..                  | se.troskel.simulation..
                    java.sql.. javax.sql..                 | se.troskel.controller.register.. se.troskel.region.store..
                    org.jdbi.. org.h2.. org.flywaydb..     | se.troskel.controller.register.. se.troskel.region.store..
                    javafx.. atlantafx..                   | se.troskel.kiosk..
                    org.openqa.selenium..                  | se.troskel.simulation..
                    gg.jte..                               | se.troskel.controller.page.. se.troskel.region.page..
                    """)
    void libraryIsUsedOnlyIn(String libraries, String packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages.split(" ", -1))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries.split(" ", -1)))
                .check(Production.CLASSES);
    }

    @Test
    void nobodyDrawsWithAwt() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio.."))
                .check(Production.CLASSES);
    }

    @Test
    void nullnessIsSaidInJSpecifyOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        describe(
                                "are nullness annotations of others",
                                type ->
                                        type.getSimpleName()
                                                        .matches(
                                                                "(?i)nullable|nonnull|notnull"
                                                                        + "|checkfornull")
                                                && !type.getPackageName()
                                                        .startsWith("org.jspecify")))
                .check(Production.CLASSES);
    }
}
