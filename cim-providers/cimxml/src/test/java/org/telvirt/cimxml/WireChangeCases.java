package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.NAME;
import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.array;
import static org.telvirt.cimxml.Samples.arrayProperty;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.Samples.property;
import static org.telvirt.cimxml.Samples.system;
import static org.telvirt.cimxml.Samples.untyped;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;

/** Wire cases of what changes instances; those named for an operation alone are what wbemcli 1.6.3 sends. */
final class WireChangeCases {
    private static final CimInstancePath SOURCE = untyped("TST_System", "Name", "a");
    private static final CimName COUNT = name("Count");
    private static final CimName TAGS = name("Tags");
    private static final CimName PEER = name("Peer");

    private WireChangeCases() {}

    static Stream<WireCase> cases() {
        return Stream.of(creations(), modifications(), gotten(), set()).flatMap(cases -> cases);
    }

    private static Stream<WireCase> creations() {
        CimInstance system = CimInstance.of(SYSTEM)
                .with(NAME, "a")
                .with(COUNT, CimValues.uint32(3))
                .build();
        return Stream.of(
                WireCase.of(new CreateInstance(VIRT, system), () -> system("a").in(VIRT)),
                WireCase.named(
                        "CreateInstance-every-type",
                        new CreateInstance(VIRT, Samples.everything().at(null)),
                        () -> CimInstancePath.of(Samples.EVERYTHING)),
                WireCase.of(new DeleteInstance(VIRT, SOURCE), () -> Done.DONE));
    }

    private static Stream<WireCase> modifications() {
        CimInstance whole = CimInstance.of(SYSTEM)
                .with(NAME, "a")
                .with(COUNT, CimValues.uint32(4))
                .with(TAGS, CimValues.texts("x"))
                .build();
        CimInstance part = CimInstance.of(name("tst_system"))
                .with(List.of(
                        property("Count", CimType.UINT32, null),
                        arrayProperty("Tags", CimType.STRING, CimValues.texts())))
                .build();
        return Stream.of(
                WireCase.of(new ModifyInstance(VIRT, SOURCE, whole, null), () -> Done.DONE),
                WireCase.named(
                        "ModifyInstance-listed",
                        new ModifyInstance(VIRT, system("a"), part, Set.of(COUNT, name("Other"))),
                        () -> Done.DONE),
                WireCase.named(
                        "ModifyInstance-nothing-listed",
                        new ModifyInstance(VIRT, system("a"), part, Set.of()),
                        () -> Done.DONE));
    }

    private static Stream<WireCase> gotten() {
        CimValue peer = CimValues.reference(system("a").in(VIRT));
        CimValue gaps = array(CimType.STRING, CimValues.text("x"), null);
        return Stream.of(
                WireCase.of(new GetProperty(VIRT, SOURCE, COUNT), () -> CimProperty.of(COUNT, CimValues.uint32(3))),
                WireCase.named(
                        "GetProperty-array",
                        new GetProperty(VIRT, system("a"), TAGS),
                        () -> CimProperty.of(TAGS, gaps)),
                WireCase.named(
                        "GetProperty-reference",
                        new GetProperty(VIRT, system("a"), PEER),
                        () -> CimProperty.of(PEER, peer)),
                WireCase.named(
                        "GetProperty-null",
                        new GetProperty(VIRT, system("a"), PEER),
                        () -> property("Peer", CimType.REFERENCE, null)));
    }

    private static Stream<WireCase> set() {
        return Stream.of(
                WireCase.of(new SetProperty(VIRT, SOURCE, COUNT, new CimValue.Lexical("5")), () -> Done.DONE),
                WireCase.named(
                        "SetProperty-array",
                        new SetProperty(VIRT, SOURCE, TAGS, array(CimType.STRING, new CimValue.Lexical("5"))),
                        () -> Done.DONE),
                set("null", TAGS, null),
                set(
                        "null-element",
                        TAGS,
                        array(CimType.STRING, new CimValue.Lexical(""), null, new CimValue.Lexical(" a "))),
                set("empty-array", TAGS, array(CimType.STRING)),
                set("reference", PEER, CimValues.reference(SOURCE.in(VIRT))));
    }

    private static WireCase set(String what, CimName property, @Nullable CimValue value) {
        return WireCase.named(
                "SetProperty-" + what, new SetProperty(VIRT, system("a"), property, value), () -> Done.DONE);
    }
}
