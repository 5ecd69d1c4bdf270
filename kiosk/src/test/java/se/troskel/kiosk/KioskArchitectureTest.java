package se.troskel.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The kiosk's inner walls stand: the flow is pure, models know no view, nobody uses AWT or touch
/// events. Reads the compiled classes.
class KioskArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("se.troskel.kiosk");

    @Test
    void flowIsPure() {
        assertThat(classes.size()).isGreaterThan(80);
        classes()
                .that()
                .resideInAPackage("..kiosk.flow..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util",
                        "java.util.stream",
                        "java.util.function",
                        "org.jspecify..",
                        "se.troskel.protocol.decision..",
                        "se.troskel.protocol.kiosk..",
                        "se.troskel.kiosk.flow..")
                .check(classes);
    }

    @Test
    void modelsKnowNoView() {
        noClasses()
                .that()
                .resideInAnyPackage("..kiosk.model..", "..kiosk.text..", "..kiosk.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "..kiosk.view..")
                .check(classes);
    }

    @Test
    void neitherAwtNorTouchEvents() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.scene.input.TouchEvent")
                .check(classes);
    }
}
