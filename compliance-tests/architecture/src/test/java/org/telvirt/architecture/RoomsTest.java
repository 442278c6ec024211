package org.telvirt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telvirt.architecture.rooms.FloorPlan;
import org.telvirt.architecture.rooms.Room;
import org.telvirt.architecture.rooms.RoomRules;

/** The classes of this repository against its floor plan. */
class RoomsTest {
    /** Modules without classes of their own. */
    private static final Set<String> WITHOUT_CLASSES = Set.of("mof-schemas/schema", "compliance-tests/requirements");

    private static final Repository REPOSITORY = Repository.around(Path.of(""));
    private static final FloorPlan PLAN = FloorPlan.load();
    private static final RoomRules RULES = new RoomRules(PLAN);
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        List<Path> folders = REPOSITORY.modules().stream()
                .map(module -> REPOSITORY.root().resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        classes = new ClassFileImporter().importPaths(folders);
    }

    @Test
    void everyModuleIsARoomOfTheFloorPlan() {
        Set<String> modules = new TreeSet<>(REPOSITORY.modules());
        modules.removeAll(WITHOUT_CLASSES);

        assertThat(PLAN.rooms()).extracting(Room::module).containsAll(modules).isSubsetOf(modules);
        assertThat(PLAN.rooms()).extracting(Room::name).doesNotHaveDuplicates();
    }

    @Test
    void everyRoomHasBeenBuilt() {
        assertThat(PLAN.rooms())
                .filteredOn(room -> Files.isDirectory(
                        REPOSITORY.root().resolve(room.module()).resolve("src/main/java")))
                .extracting(Room::name)
                .allMatch(name ->
                        classes.stream().anyMatch(type -> (type.getPackageName() + ".").startsWith(name + ".")));
    }

    @Test
    void roomsUseOnlyWhatTheFloorPlanAllows() {
        assertThat(RULES.forbiddenUses(classes)).isEmpty();
    }

    @Test
    void threadsClocksAndStandardStreamsStayInTheRoomsThatMayUseThem() {
        assertThat(RULES.liberties(classes)).isEmpty();
    }

    @Test
    void exceptionsOfOurOwnAreChecked() {
        assertThat(RULES.uncheckedExceptions(classes)).isEmpty();
    }
}
