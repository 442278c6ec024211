package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.disk;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.WireAssociationCases.DISK;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimType;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cim.operation.OpenedQuery;
import org.telvirt.cim.operation.PullEnumeration;

/** Wire cases of the operations that ask by a query. */
final class WireQueryCases {
    private WireQueryCases() {}

    static Stream<WireCase> cases() {
        CimPropertyDeclaration id = new CimPropertyDeclaration(
                name("InstanceID"), CimDataType.of(CimType.STRING), null, List.of(), null, false);
        CimClass result = new CimClass(name("CIM_QueryResult"), null, List.of(), List.of(id), List.of());
        return Stream.of(
                WireCase.of(
                        new ExecQuery(VIRT, "WQL", "SELECT * FROM TST_Disk WHERE InstanceID < \"b&c\""),
                        () -> CimCursor.of(List.of(disk("x").at(CimInstancePath.of(DISK, name("InstanceID"), "x"))))),
                WireCase.named(
                        "ExecQuery-shaped",
                        new ExecQuery(VIRT, "DMTF:CQL", "SELECT InstanceID FROM TST_Disk"),
                        () -> CimCursor.of(List.of(disk("x"), disk("x")))),
                WireCase.of(
                        new OpenQueryInstances(
                                VIRT,
                                "DMTF:CQL",
                                "SELECT InstanceID FROM TST_Disk",
                                true,
                                new OpenOptions(null, null, Duration.ofSeconds(10), false, 1)),
                        () -> new OpenedQuery(new EnumerationPart<>(List.of(disk("x")), "c-1"), result)),
                WireCase.named(
                        "OpenQueryInstances-defaults",
                        new OpenQueryInstances(
                                VIRT,
                                "WQL",
                                "SELECT * FROM TST_Disk",
                                false,
                                new OpenOptions(null, null, null, false, 0)),
                        () -> new OpenedQuery(new EnumerationPart<>(List.of(), null), null)),
                WireCase.of(
                        new PullEnumeration<>(VIRT, "c-1", ItemKind.INSTANCES, 100),
                        () -> new EnumerationPart<>(List.of(disk("x")), null)));
    }
}
