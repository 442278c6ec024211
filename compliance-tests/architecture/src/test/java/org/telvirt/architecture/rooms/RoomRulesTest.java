package org.telvirt.architecture.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That each rule fails on a bad sample and passes on a good one. */
class RoomRulesTest {
    private static final String SAMPLE = "org.telvirt.architecture.sample";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(SAMPLE);
    private static final String PLAN = """
            always: java.io java.lang java.net java.time java.util org.jspecify
            sample | org.telvirt.architecture.sample        | | | threads clock print
            sample | org.telvirt.architecture.sample.attic  | org.telvirt.architecture.sample.cellar | |
            sample | org.telvirt.architecture.sample.cellar | | %s |
            sample | org.telvirt.architecture.sample.plain  | | |
            sample | org.telvirt.architecture.sample.worker | | | %s
            """;

    @Nested
    class ForbiddenUses {
        private final RoomRules rules = rules("", "");

        @Test
        void ofARoomAboveAreFoundEvenInsideGenerics() {
            assertThat(rules.forbiddenUses(CLASSES))
                    .anyMatch(violation ->
                            violation.startsWith(SAMPLE + ".cellar may not use " + SAMPLE + ".attic: Field <" + SAMPLE)
                                    && violation.contains("Boiler.roofs"));
        }

        @Test
        void ofALibraryAreFoundEvenInsideArrays() {
            assertThat(rules.forbiddenUses(CLASSES))
                    .anyMatch(
                            violation -> violation.startsWith(SAMPLE + ".cellar may not use java.net.http: Method <"));
        }

        @Test
        void areAllInTheRoomThatBreaksTheRules() {
            assertThat(rules.forbiddenUses(CLASSES)).allMatch(violation -> violation.startsWith(SAMPLE + ".cellar"));
        }

        @Test
        void endWhenTheFloorPlanNamesTheLibrary() {
            assertThat(rules("java.net.http", "").forbiddenUses(CLASSES))
                    .isNotEmpty()
                    .noneMatch(violation -> violation.contains("java.net.http:"));
        }

        @Test
        void includeClassesOutsideTheHouse() {
            FloorPlan elsewhere = FloorPlan.read("x | org.elsewhere | | |");

            assertThat(new RoomRules(elsewhere).forbiddenUses(CLASSES))
                    .contains(SAMPLE + ".attic.Roof lies in no room of the floor plan");
        }
    }

    @Nested
    class Liberties {
        private final List<String> violations = rules("", "").liberties(CLASSES);

        @ParameterizedTest
        @CsvSource({
            "thread, threads",
            "ownThread, threads",
            "sleeps, threads",
            "sleepsByUnit, threads",
            "executor, threads",
            "timer, threads",
            "inCommonPool, threads",
            "inParallel, threads",
            "now, time",
            "today, time",
            "clock, time",
            "ticker, time",
            "prints, only a command prints",
            "printsStack, only a command prints"
        })
        void areFoundWhereTheyAreNotGiven(String method, String message) {
            assertThat(violations)
                    .filteredOn(violation -> violation.contains("Clockwork." + method + "("))
                    .singleElement()
                    .asString()
                    .contains(": " + message);
        }

        @Test
        void areNotNeededForThreadsAndClocksHandedIn() {
            assertThat(violations).isNotEmpty().noneMatch(violation -> violation.contains("Furniture"));
        }

        @Test
        void areGivenByTheFloorPlan() {
            assertThat(rules("", "threads clock print").liberties(CLASSES)).isEmpty();
        }
    }

    @Nested
    class UncheckedExceptions {
        @Test
        void ofOurOwnAreFound() {
            assertThat(rules("", "").uncheckedExceptions(CLASSES))
                    .singleElement()
                    .asString()
                    .startsWith(SAMPLE + ".worker.Clockwork$OwnFailure is an unchecked exception");
        }
    }

    @Nested
    class Read {
        @Test
        void refusesALineWithTooFewCells() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FloorPlan.read("module | package"))
                    .withMessage("Expected 5 cells in 'module | package'");
        }

        @Test
        void refusesALibertyThatDoesNotExist() {
            assertThatIllegalArgumentException().isThrownBy(() -> FloorPlan.read("m | p | | | everything"));
        }

        @Test
        void givesAPackageToItsInnermostRoom() {
            FloorPlan plan = FloorPlan.read("m | a.b | | |\nm | a.b.c | | |");

            assertThat(Stream.of("a.b", "a.b.c.d", "a.b.cc", "a").map(plan::roomOf))
                    .extracting(room -> room.map(Room::name).orElse("none"))
                    .containsExactly("a.b", "a.b.c", "a.b", "none");
        }
    }

    private static RoomRules rules(String libraries, String liberties) {
        return new RoomRules(FloorPlan.read(PLAN.formatted(libraries, liberties)));
    }
}
