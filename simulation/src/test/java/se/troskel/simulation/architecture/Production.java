package se.troskel.simulation.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The production classes of every module, read once.
final class Production {
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("se.troskel");

    private Production() {}

    /// Whether a class puts the others together or is started from the command line: it may name
    /// the system's clock and streams. Classes inside such a class are part of it.
    static boolean isWiring(JavaClass type) {
        String name = outermost(type).getSimpleName();
        return name.endsWith("Program")
                || name.endsWith("Command")
                || name.endsWith("Launcher")
                || name.endsWith("Wiring")
                || name.startsWith("Demo");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Production::outermost).orElse(type);
    }
}
