package org.telvirt.hypervisor.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.contract.Field;
import org.telvirt.hypervisor.contract.Fields;
import org.telvirt.hypervisor.contract.PlainFields;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.traceability.Requirement;

/**
 * Whether each component of the records that make up a definition is among the fields that every engine has to keep, to
 * change and to give back: a component that nobody thought of fails here, and then in each engine that forgets it.
 */
@Requirement("VMDEF2")
class EveryComponentTest {
    /** What no change of a domain can be about, each with who looks after it. */
    private static final Map<String, String> ELSEWHERE = new TreeMap<>(Map.of(
            "uuid", "DefinitionContract.Define.keepsTheIdThatWasGiven; it never changes",
            "name", "DefinitionContract.Redefine.renames",
            "platform.virtualization", "DomainXmlTest.knowsTheKindsOfDomain; engines refuse to change it",
            "platform.architecture", "FieldsXmlTest.knowsMachinesOfOtherArchitectures; engines refuse to change it",
            "platform.machine", "DomainXmlTest; engines give it its full name",
            "disks[].medium:OtherMedium.location", "it says what the records have no word for",
            "networkPorts[].connection:OtherConnection.name", "it says what the records have no word for",
            "displays[].chosen", "FieldsXmlTest.tellsWhichPortWasChosenForTheDisplayOfARun; nobody asks for it"));

    private static final DomainDefinition BASE = DomainDefinition.named(
                    "audited", new Processors(2, 4), new Memory(ByteSize.ofMebibytes(64), ByteSize.ofMebibytes(96)))
            .withDisks(List.of(
                    Disk.of("vda", new FileMedium("/images/a.img", "raw")),
                    Disk.of("vdb", new BlockMedium("/dev/vg/b", "raw"))))
            .withNetworkPorts(List.of(
                    new NetworkPort("52:54:00:00:00:01", new UserNetwork(), "virtio", null),
                    new NetworkPort("52:54:00:00:00:02", new Bridge("br0"), "virtio", null)))
            .withConsoles(List.of(new Console(null)));

    @Test
    void isAmongTheFieldsOfTheContract() {
        Set<String> all = new TreeSet<>();
        addComponents("", DomainDefinition.class, all);

        Set<String> changed = new TreeSet<>();
        List<Field> fields = new ArrayList<>(Fields.all());
        fields.addAll(PlainFields.all());
        for (Field field : fields) {
            DomainDefinition first = field.first().apply(BASE);
            addChanges("", BASE, first, changed);
            addChanges("", first, field.second().apply(first), changed);
        }

        Set<String> forgotten = new TreeSet<>(all);
        forgotten.removeAll(changed);
        assertThat(forgotten).isEqualTo(ELSEWHERE.keySet());
        assertThat(all)
                .as("what this test knows to walk")
                .hasSizeGreaterThan(70)
                .containsAll(changed);
    }

    private static boolean isInside(Class<?> type) {
        boolean isValue = type == ByteSize.class || type == DataRate.class || type == NumberSet.class;
        return (type.isRecord() || type.isSealed()) && !isValue && !type.isEnum();
    }

    private static void addComponents(String path, Class<?> type, Set<String> found) {
        if (type.isSealed() && !type.isRecord()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                addComponents(path + ":" + kind.getSimpleName(), kind, found);
            }
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String at = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Class<?> element = elementOf(component.getGenericType());
            if (element != null && isInside(element)) {
                addComponents(at + "[]", element, found);
            } else if (isInside(component.getType())) {
                addComponents(at, component.getType(), found);
            } else {
                found.add(at);
            }
        }
    }

    /** What a list is a list of; null: it is none. */
    private static @Nullable Class<?> elementOf(Type type) {
        return type instanceof ParameterizedType list
                        && list.getRawType() == List.class
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private static void addChanges(String path, @Nullable Object before, @Nullable Object after, Set<String> changed) {
        Object any = after == null ? before : after;
        if (any == null || Objects.equals(before, after)) {
            return;
        }
        if (isListOfMore(before) || isListOfMore(after)) {
            List<?> one = before == null ? List.of() : (List<?>) before;
            List<?> other = after == null ? List.of() : (List<?>) after;
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                addChanges(path + "[]", at(one, i), at(other, i), changed);
            }
        } else if (!isInside(any.getClass())) {
            boolean isFalseToo = before == null && Boolean.FALSE.equals(after);
            if (!isFalseToo) {
                changed.add(path);
            }
        } else if (before != null && after != null && before.getClass() != after.getClass()) {
            addChanges(path, before, null, changed);
            addChanges(path, null, after, changed);
        } else {
            addChangesInside(path, before, after, any.getClass(), changed);
        }
    }

    /** Whether it is a list of what has components of its own. */
    private static boolean isListOfMore(@Nullable Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && isInside(list.get(0).getClass());
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static void addChangesInside(
            String path, @Nullable Object before, @Nullable Object after, Class<?> type, Set<String> changed) {
        boolean isOneOfSeveral = type.getInterfaces().length > 0 && type.getInterfaces()[0].isSealed();
        String inside = isOneOfSeveral ? path + ":" + type.getSimpleName() : path;
        for (RecordComponent component : type.getRecordComponents()) {
            String at = inside.isEmpty() ? component.getName() : inside + "." + component.getName();
            addChanges(at, value(component, before), value(component, after), changed);
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object of) {
        try {
            return of == null ? null : component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }
}
