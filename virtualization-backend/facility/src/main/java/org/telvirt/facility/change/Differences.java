package org.telvirt.facility.change;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** What two definitions say differently, by the names of the fields, such as {@code processors.topology}. */
final class Differences {
    private Differences() {}

    static List<String> between(DomainDefinition one, DomainDefinition other) {
        List<String> found = new ArrayList<>();
        compare("", one, other, found);
        return found;
    }

    /** Records of one kind by their components, lists of one length by their elements, all else as it is. */
    private static void compare(String name, @Nullable Object one, @Nullable Object other, List<String> found) {
        if (Objects.equals(one, other)) {
            return;
        }
        if (one instanceof Record left && other instanceof Record right && left.getClass() == right.getClass()) {
            for (RecordComponent component : left.getClass().getRecordComponents()) {
                String field = name.isEmpty() ? component.getName() : name + "." + component.getName();
                compare(field, value(component, left), value(component, right), found);
            }
        } else if (one instanceof List<?> left && other instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(name + "[" + i + "]", left.get(i), right.get(i), found);
            }
        } else {
            found.add(name);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records of definitions are public", e);
        }
    }
}
