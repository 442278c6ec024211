package org.telvirt.architecture.rooms;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Holds classes against the floor plan. Every method returns the violations, one sentence each, in a stable order. */
public final class RoomRules {
    private final FloorPlan plan;

    public RoomRules(FloorPlan plan) {
        this.plan = plan;
    }

    /** Uses of rooms and libraries that the floor plan does not allow. */
    public List<String> forbiddenUses(Iterable<JavaClass> classes) {
        TreeSet<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            Optional<Room> room = plan.roomOf(type.getPackageName());
            if (room.isEmpty()) {
                violations.add(type.getName() + " lies in no room of the floor plan");
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.isPrimitive() && !plan.allows(room.get(), target.getPackageName())) {
                    violations.add("%s may not use %s: %s"
                            .formatted(room.get().name(), target.getPackageName(), dependency.getDescription()));
                }
            }
        }
        return List.copyOf(violations);
    }

    /** Threads, clocks and standard streams where the floor plan gives no liberty to use them. */
    public List<String> liberties(Iterable<JavaClass> classes) {
        TreeSet<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            Optional<Room> room = plan.roomOf(type.getPackageName());
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                LibertyRule.needed(access)
                        .filter(liberty ->
                                room.isEmpty() || !room.get().liberties().contains(liberty))
                        .ifPresent(
                                liberty -> violations.add(access.getDescription() + ": " + LibertyRule.cure(liberty)));
            }
        }
        return List.copyOf(violations);
    }

    /** Unchecked exceptions of our own: a failure that callers must handle is checked, one per floor. */
    public List<String> uncheckedExceptions(Iterable<JavaClass> classes) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.isAssignableTo(RuntimeException.class)) {
                violations.add(type.getName() + " is an unchecked exception; use the checked one of its floor");
            }
        }
        return violations.stream().sorted().toList();
    }
}
