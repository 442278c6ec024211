package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.name;

import java.util.List;
import java.util.stream.Stream;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.GetClass;

/** Wire cases of the operations on classes; those named for an operation alone are what wbemcli 1.6.3 sends. */
final class WireClassCases {
    private WireClassCases() {}

    static Stream<WireCase> cases() {
        CimClass empty = new CimClass(SYSTEM, name("CIM_System"), List.of(), List.of(), List.of());
        return Stream.of(
                WireCase.of(
                        new GetClass(VIRT, name("TST_Service"), new ClassView(false, true, true, null)),
                        SampleClasses::service),
                WireCase.of(
                        new EnumerateClasses(VIRT, name("CIM_System"), true, new ClassView(false, false, true, null)),
                        () -> CimCursor.of(List.of(empty, empty))),
                WireCase.named(
                        "EnumerateClasses-roots",
                        new EnumerateClasses(VIRT, null, false, ClassView.DEFAULT),
                        CimCursor::empty),
                WireCase.of(
                        new EnumerateClassNames(VIRT, null, true), () -> CimCursor.of(List.of(SYSTEM, name("TST_Ä")))));
    }
}
