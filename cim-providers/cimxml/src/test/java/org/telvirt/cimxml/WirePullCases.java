package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.disk;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.Samples.system;
import static org.telvirt.cimxml.Samples.untyped;
import static org.telvirt.cimxml.WireAssociationCases.DISK;
import static org.telvirt.cimxml.WireAssociationCases.LINK;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;

/** Wire cases of enumerations that are opened and pulled. */
final class WirePullCases {
    private static final CimInstancePath SOURCE = untyped("TST_System", "Name", "a");
    private static final OpenOptions DEFAULTS = new OpenOptions(null, null, null, false, 0);
    private static final EnumerationPart<CimInstance> NO_INSTANCES = new EnumerationPart<>(List.of(), "c-1");
    private static final EnumerationPart<CimInstancePath> NO_PATHS = new EnumerationPart<>(List.of(), null);

    private WirePullCases() {}

    static Stream<WireCase> cases() {
        return Stream.concat(opens(), pulls());
    }

    private static Stream<WireCase> opens() {
        return Stream.of(
                WireCase.of(
                        new OpenEnumeration<>(
                                new EnumerateInstances(
                                        VIRT, DISK, false, new InstanceView(Set.of(name("InstanceID")), true)),
                                new OpenOptions("DMTF:FQL", "Name = \"a&b\"", Duration.ofSeconds(40), true, 2)),
                        () -> new EnumerationPart<>(
                                List.of(disk("x").at(CimInstancePath.of(DISK, name("InstanceID"), "x"))), "c<1>")),
                WireCase.of(
                        new OpenEnumeration<>(
                                new EnumerateInstanceNames(VIRT, SYSTEM),
                                new OpenOptions(null, null, Duration.ZERO, false, 0)),
                        () -> new EnumerationPart<>(List.of(), "c-1")),
                WireCase.of(
                        new OpenEnumeration<>(
                                new Associators(
                                        VIRT,
                                        SOURCE,
                                        new AssociationFilter(LINK, DISK, name("Antecedent"), name("Dependent")),
                                        InstanceView.ALL),
                                new OpenOptions(null, null, null, false, 10)),
                        () -> NO_INSTANCES),
                WireCase.of(
                        new OpenEnumeration<>(new AssociatorNames(VIRT, SOURCE, AssociationFilter.ANY), DEFAULTS),
                        () -> NO_PATHS),
                WireCase.of(
                        new OpenEnumeration<>(
                                new References(
                                        VIRT,
                                        SOURCE,
                                        new AssociationFilter(null, LINK, name("Antecedent"), null),
                                        InstanceView.ALL),
                                DEFAULTS),
                        () -> NO_INSTANCES),
                WireCase.of(
                        new OpenEnumeration<>(new ReferenceNames(VIRT, SOURCE, AssociationFilter.ANY), DEFAULTS),
                        () -> NO_PATHS));
    }

    private static Stream<WireCase> pulls() {
        return Stream.of(
                WireCase.of(
                        new PullEnumeration<>(VIRT, "c-1", ItemKind.INSTANCES_WITH_PATH, 100),
                        () -> new EnumerationPart<>(List.of(disk("y").at(CimInstancePath.of(DISK))), null)),
                WireCase.of(
                        new PullEnumeration<>(VIRT, "c-1", ItemKind.INSTANCE_PATHS, 0),
                        () -> new EnumerationPart<>(List.of(system("a")), "c-2")),
                WireCase.of(new CloseEnumeration(VIRT, "c-1"), () -> Done.DONE),
                WireCase.of(new CountEnumeration(VIRT, "c-1"), () -> OptionalLong.of(12)));
    }
}
