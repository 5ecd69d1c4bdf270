package se.troskel.simulation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.hardware.LockOutput;

/// Goal: modules know each other only in the directions of docs/ARCHITECTURE.md, and pure packages
/// know nobody who could do I/O. Method: ArchUnit over the production classes of all modules.
class DirectionsTest {
    @Test
    void classesWereRead() {
        assertThat(Production.CLASSES.size()).isGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    protocol   |
                    config     | protocol
                    hardware   | protocol config
                    controller | protocol config hardware
                    kiosk      | protocol config hardware
                    region     | protocol config
                    """)
    void moduleKnowsOnly(String module, String others) {
        String[] allowed =
                Stream.concat(
                                Stream.of(module),
                                others == null ? Stream.of() : Arrays.stream(others.split(" ", -1)))
                        .map(name -> "se.troskel." + name + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("se.troskel." + module + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("se.troskel..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(Production.CLASSES);
    }

    @Test
    void screenNeverTouchesALock() {
        noClasses()
                .that()
                .resideInAPackage("se.troskel.kiosk..")
                .should()
                .dependOnClassesThat(belongToAnyOf(LockOutput.class))
                .allowEmptyShould(true)
                .check(Production.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "se.troskel.controller.access",
                "se.troskel.controller.commissioning",
                "se.troskel.controller.door",
                "se.troskel.controller.exam",
                "se.troskel.controller.identity",
                "se.troskel.controller.occupancy",
                "se.troskel.kiosk.flow"
            })
    void purePackageKnowsValuesOnly(String pure) {
        classes()
                .that()
                .resideInAPackage(pure + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java.lang..",
                                        "java.math..",
                                        "java.nio.charset..",
                                        "java.text..",
                                        "java.time..",
                                        "java.util",
                                        "java.util.function..",
                                        "java.util.regex..",
                                        "java.util.stream..",
                                        "org.jspecify..",
                                        "se.troskel.config..",
                                        "se.troskel.protocol..",
                                        "se.troskel.controller.identity..",
                                        "se.troskel.controller.register..",
                                        pure + "..")
                                .or(belongToAnyOf(Serializable.class)))
                .allowEmptyShould(true)
                .check(Production.CLASSES);
        noClasses()
                .that()
                .resideInAPackage(pure + "..")
                .should()
                .dependOnClassesThat(belongToAnyOf(Thread.class, Process.class, Runtime.class))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .allowEmptyShould(true)
                .check(Production.CLASSES);
    }
}
