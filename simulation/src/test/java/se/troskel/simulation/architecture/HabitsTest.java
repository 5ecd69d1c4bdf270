package se.troskel.simulation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Goal: time and streams come from outside, so that a test or a simulated day can be in charge of
/// them. Method: ArchUnit over the production classes of all modules.
class HabitsTest {
    private static final DescribedPredicate<JavaClass> WIRING =
            describe("put the others together", Production::isWiring);
    private static final Set<String> WALL_CLOCKS =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalTime.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.lang.System.currentTimeMillis");

    @Test
    void onlyTheWiringReadsTheSystemsClock() {
        noClasses()
                .that(DescribedPredicate.not(WIRING))
                .should()
                .accessTargetWhere(describe("reads the wall clock", HabitsTest::readsTheWallClock))
                .orShould()
                .callMethod(InstantSource.class, "system")
                .check(Production.CLASSES);
    }

    @Test
    void onlyCommandsAndProgramsUseTheStandardStreams() {
        noClasses()
                .that(DescribedPredicate.not(WIRING))
                .should(ACCESS_STANDARD_STREAMS)
                .check(Production.CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(Production.CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(
                        Production.CLASSES.stream()
                                .filter(type -> !type.getPackageName().contains(".page.template"))
                                .filter(type ->
                                        !type.getPackage().isAnnotatedWith(NullMarked.class))
                                .map(JavaClass::getName)
                                .filter(name -> !name.endsWith("module-info")))
                .isEmpty();
    }

    /// A method reference (`Instant::now`) is an access too; a `now` that is given a clock is not
    /// the system's.
    private static boolean readsTheWallClock(JavaAccess<?> access) {
        String target = access.getTargetOwner().getName() + "." + access.getTarget().getName();
        return WALL_CLOCKS.contains(target)
                && !access.getTarget().getFullName().contains(Clock.class.getName());
    }
}
