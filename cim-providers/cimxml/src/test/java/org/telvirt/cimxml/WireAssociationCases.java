package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.disk;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.Samples.system;
import static org.telvirt.cimxml.Samples.untyped;

import java.util.List;
import java.util.stream.Stream;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorClasses;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.LocatedClass;
import org.telvirt.cim.operation.ReferenceClassPaths;
import org.telvirt.cim.operation.ReferenceClasses;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;

/** Wire cases of the operations that follow associations; those on instances are what wbemcli 1.6.3 sends. */
final class WireAssociationCases {
    static final CimName LINK = name("TST_Link");
    static final CimName DISK = name("TST_Disk");
    private static final CimInstancePath SOURCE = untyped("TST_System", "Name", "a");
    private static final InstanceView WITH_ORIGIN = new InstanceView(null, true);
    private static final AssociationFilter LINKED_DISKS =
            new AssociationFilter(LINK, DISK, name("Antecedent"), name("Dependent"));
    private static final AssociationFilter LINKS = new AssociationFilter(null, LINK, name("Antecedent"), null);

    private WireAssociationCases() {}

    static Stream<WireCase> cases() {
        return Stream.concat(instances(), classes());
    }

    private static Stream<WireCase> instances() {
        CimInstancePath path = CimInstancePath.of(DISK, name("InstanceID"), "x");
        return Stream.of(
                WireCase.of(
                        new Associators(VIRT, SOURCE, LINKED_DISKS, WITH_ORIGIN),
                        () -> CimCursor.of(List.of(disk("x").at(path)))),
                WireCase.of(
                        new AssociatorNames(VIRT, SOURCE, AssociationFilter.ANY),
                        () -> CimCursor.of(List.of(
                                path,
                                system("b").in(CimNamespace.of("root/other")),
                                system("c").in(VIRT).on("other:5989")))),
                WireCase.of(new References(VIRT, SOURCE, LINKS, WITH_ORIGIN), CimCursor::empty),
                WireCase.of(
                        new ReferenceNames(VIRT, untyped("TST_System"), AssociationFilter.ANY),
                        () -> CimCursor.of(List.of(CimInstancePath.of(LINK)))));
    }

    private static Stream<WireCase> classes() {
        CimClass disk = new CimClass(DISK, null, List.of(), List.of(), List.of());
        ClassView withQualifiers = new ClassView(false, true, false, null);
        ClassView bare = new ClassView(false, false, false, null);
        return Stream.of(
                WireCase.named(
                        "Associators-class",
                        new AssociatorClasses(VIRT, SYSTEM, AssociationFilter.ANY, withQualifiers),
                        () -> CimCursor.of(List.of(new LocatedClass(CimClassPath.of(VIRT, DISK), disk)))),
                WireCase.named(
                        "AssociatorNames-class",
                        new AssociatorClassPaths(VIRT, SYSTEM, new AssociationFilter(null, DISK, null, null)),
                        () -> CimCursor.of(List.of(new CimClassPath(null, null, DISK)))),
                WireCase.named(
                        "References-class",
                        new ReferenceClasses(VIRT, SYSTEM, AssociationFilter.ANY, bare),
                        CimCursor::empty),
                WireCase.named(
                        "ReferenceNames-class",
                        new ReferenceClassPaths(VIRT, SYSTEM, AssociationFilter.ANY),
                        () -> CimCursor.of(List.of(CimClassPath.of(VIRT, LINK)))));
    }
}
