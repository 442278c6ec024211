package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.NAME;
import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.Samples.untyped;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;

/** Wire cases of the operations on instances; those named for an operation alone are what wbemcli 1.6.3 sends. */
final class WireInstanceCases {
    private static final InstanceView WITH_ORIGIN = new InstanceView(null, true);

    private WireInstanceCases() {}

    static Stream<WireCase> cases() {
        return Stream.of(getInstance(), typed(), unnamed(), referenceKeys(), instances(), none(), names());
    }

    private static WireCase getInstance() {
        GetInstance operation = new GetInstance(
                VIRT,
                untyped("TST_System", "Name", "a b", "Count", "5", "Flag", "true", "Neg", "-3"),
                new InstanceView(Set.of(NAME, name("Tags")), true));
        return WireCase.of(
                operation,
                () -> CimInstance.of(SYSTEM)
                        .with(List.of(
                                Samples.property("Name", CimType.STRING, CimValues.text("a b"))
                                        .withClassOrigin(name("CIM_System")),
                                Samples.arrayProperty("Tags", CimType.STRING, CimValues.texts("x", "y"))
                                        .withClassOrigin(SYSTEM)))
                        .at(Samples.system("a b")));
    }

    private static WireCase typed() {
        CimInstancePath path = CimInstancePath.of(
                SYSTEM,
                new CimKey(NAME, CimValues.text("a")),
                new CimKey(name("Count"), CimValues.uint64(-1)),
                new CimKey(name("Flag"), CimValues.bool(true)),
                new CimKey(name("At"), CimValues.dateTime(new CimDateTime("20240229123456.000000+060"))),
                new CimKey(name("C"), new CimValue.Char(' ')),
                new CimKey(name("Ratio"), new CimValue.Real(CimType.REAL32, 1.5)));
        return WireCase.named(
                "GetInstance-typed",
                new GetInstance(VIRT, path, new InstanceView(Set.of(), false)),
                () -> CimInstance.of(SYSTEM).build());
    }

    private static WireCase unnamed() {
        CimInstancePath path = CimInstancePath.of(SYSTEM, new CimKey(CimKey.UNNAMED, new CimValue.Lexical("a")));
        return WireCase.named(
                "GetInstance-unnamed-key",
                new GetInstance(VIRT, path, InstanceView.ALL),
                () -> CimInstance.of(SYSTEM).with(NAME, "a").build());
    }

    private static WireCase referenceKeys() {
        CimInstancePath far = untyped("TST_System", "Name", "a")
                .in(CimNamespace.of("interop"))
                .on("other:5989");
        CimInstancePath near = untyped("TST_System", "Name", "b").in(VIRT);
        CimInstancePath path = CimInstancePath.of(
                name("TST_Link"),
                new CimKey(name("Antecedent"), CimValues.reference(far)),
                new CimKey(name("Dependent"), CimValues.reference(near)));
        return WireCase.named(
                "GetInstance-reference-keys",
                new GetInstance(VIRT, path, InstanceView.ALL),
                () -> CimInstance.of(name("TST_Link"))
                        .with(name("Antecedent"), CimValues.reference(far))
                        .build());
    }

    private static WireCase instances() {
        return WireCase.of(
                new EnumerateInstances(VIRT, Samples.EVERYTHING, true, WITH_ORIGIN),
                () -> CimCursor.of(List.of(
                        Samples.everything(),
                        CimInstance.of(SYSTEM).with(NAME, "<b>").at(Samples.system("<b>")))));
    }

    private static WireCase none() {
        return WireCase.named(
                "EnumerateInstances-empty",
                new EnumerateInstances(VIRT, Samples.EVERYTHING, false, InstanceView.ALL),
                CimCursor::empty);
    }

    private static WireCase names() {
        CimInstancePath link = CimInstancePath.of(
                name("TST_Link"),
                new CimKey(
                        name("Antecedent"),
                        CimValues.reference(Samples.system("a").in(VIRT))),
                new CimKey(name("Number"), CimValues.uint64(-1)),
                new CimKey(name("Flag"), CimValues.bool(false)));
        return WireCase.of(
                new EnumerateInstanceNames(VIRT, SYSTEM),
                () -> CimCursor.of(List.of(Samples.system("a&b"), CimInstancePath.of(name("TST_Only")), link)));
    }
}
