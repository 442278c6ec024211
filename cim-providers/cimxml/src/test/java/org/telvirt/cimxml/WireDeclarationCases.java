package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.array;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.Samples.system;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.SetQualifier;

/** Wire cases of what changes classes and of qualifiers; DeleteClass is what wbemcli 1.6.3 sends. */
final class WireDeclarationCases {
    private static final Set<CimFlavor> USUAL = Set.of(CimFlavor.OVERRIDABLE, CimFlavor.TO_SUBCLASS);
    private static final CimDataType STRING = CimDataType.of(CimType.STRING);
    private static final CimQualifierDeclaration ABSTRACT = new CimQualifierDeclaration(
            name("Abstract"),
            CimDataType.of(CimType.BOOLEAN),
            CimValues.bool(false),
            Set.of(CimScope.CLASS, CimScope.ASSOCIATION, CimScope.INDICATION),
            Set.of(CimFlavor.OVERRIDABLE));
    private static final CimQualifierDeclaration VALUES = new CimQualifierDeclaration(
            name("Values"),
            CimDataType.arrayOf(CimType.STRING),
            null,
            Set.of(CimScope.PROPERTY, CimScope.METHOD, CimScope.PARAMETER),
            Set.of(CimFlavor.OVERRIDABLE, CimFlavor.TO_SUBCLASS, CimFlavor.TRANSLATABLE));
    private static final CimQualifierDeclaration PAIR = new CimQualifierDeclaration(
            name("TST_Pair"),
            new CimDataType(CimType.UINT16, true, 2, null, Embedding.NONE),
            array(CimType.UINT16, CimValues.uint16(1), null),
            Set.of(),
            Set.of(CimFlavor.TO_SUBCLASS, CimFlavor.TO_INSTANCE));

    private WireDeclarationCases() {}

    static Stream<WireCase> cases() {
        return Stream.concat(classes(), qualifiers());
    }

    private static Stream<WireCase> classes() {
        CimClass bare = new CimClass(SYSTEM, name("CIM_System"), List.of(), List.of(), List.of());
        return Stream.of(
                WireCase.of(new CreateClass(VIRT, SampleClasses.service()), () -> Done.DONE),
                WireCase.named("CreateClass-defaults", new CreateClass(VIRT, defaults()), () -> Done.DONE),
                WireCase.of(new ModifyClass(VIRT, bare), () -> Done.DONE),
                WireCase.of(new DeleteClass(VIRT, SYSTEM), () -> Done.DONE));
    }

    private static CimClass defaults() {
        CimQualifier embedded =
                new CimQualifier(name("EmbeddedInstance"), STRING, CimValues.text("TST_Disk"), USUAL, false);
        CimInstance disk = CimInstance.of(name("TST_Disk")).build();
        List<CimPropertyDeclaration> properties = List.of(
                property("Letter", CimDataType.of(CimType.CHAR16), new CimValue.Char(' ')),
                property(
                        "At",
                        CimDataType.of(CimType.DATETIME),
                        CimValues.dateTime(new CimDateTime("00000000000000.000000:000"))),
                property("None", CimDataType.arrayOf(CimType.UINT8), null),
                property("Empty", CimDataType.arrayOf(CimType.UINT8), array(CimType.UINT8)),
                property(
                        "Gaps",
                        new CimDataType(CimType.UINT8, true, 2, null, Embedding.NONE),
                        array(CimType.UINT8, CimValues.uint8(16), null)),
                new CimPropertyDeclaration(
                        name("Disk"),
                        STRING.embedding(Embedding.INSTANCE),
                        CimValues.embedded(disk),
                        List.of(embedded),
                        null,
                        false),
                property("Peer", CimDataType.referenceTo(SYSTEM), CimValues.reference(system("a"))));
        CimMethod late = new CimMethod(name("Late"), CimDataType.of(CimType.CHAR16), List.of(), List.of(), null, false);
        return new CimClass(name("TST_Defaults"), null, List.of(), properties, List.of(late));
    }

    private static CimPropertyDeclaration property(String name, CimDataType type, @Nullable CimValue value) {
        return new CimPropertyDeclaration(name(name), type, value, List.of(), null, false);
    }

    private static Stream<WireCase> qualifiers() {
        return Stream.of(
                WireCase.of(new GetQualifier(VIRT, name("Abstract")), () -> ABSTRACT),
                WireCase.of(new EnumerateQualifiers(VIRT), () -> CimCursor.of(List.of(ABSTRACT, VALUES, PAIR))),
                WireCase.of(new SetQualifier(VIRT, ABSTRACT), () -> Done.DONE),
                WireCase.named("SetQualifier-array", new SetQualifier(VIRT, PAIR), () -> Done.DONE),
                WireCase.of(new DeleteQualifier(VIRT, name("TST_Pair")), () -> Done.DONE));
    }
}
