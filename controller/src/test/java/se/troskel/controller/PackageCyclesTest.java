package se.troskel.controller;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.Lookup;

/// Goal: the controller's packages can be understood one after the other. Method: ArchUnit over its
/// production classes, a package with those inside it taken as one.
class PackageCyclesTest {
    private static final JavaClasses CONTROLLER =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("se.troskel.controller");

    @Test
    void classesWereRead() {
        assertThat(CONTROLLER.size()).isGreaterThan(200);
    }

    @Test
    void noPackageKnowsOneThatKnowsIt() {
        slices().matching("se.troskel.controller.(*)..")
                .should()
                .beFreeOfCycles()
                // a keyed hash is taken of this value, which knows nobody
                .ignoreDependency(Lookup.class, CardNumber.class)
                .check(CONTROLLER);
    }
}
