package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.name;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** A class with one of everything that a class can have. */
final class SampleClasses {
    private static final Set<CimFlavor> USUAL = Set.of(CimFlavor.OVERRIDABLE, CimFlavor.TO_SUBCLASS);
    private static final CimName SERVICE = name("TST_Service");
    private static final CimName BASE = name("CIM_Service");
    private static final CimDataType STRING = CimDataType.of(CimType.STRING);
    private static final CimDataType EMBEDDED = STRING.embedding(Embedding.INSTANCE);
    private static final CimDataType EMBEDDED_ARRAY =
            CimDataType.arrayOf(CimType.STRING).embedding(Embedding.INSTANCE);
    private static final CimDataType PAIR = new CimDataType(CimType.UINT16, true, 2, null, Embedding.NONE);
    private static final CimDataType SYSTEMS =
            new CimDataType(CimType.REFERENCE, true, null, Samples.SYSTEM, Embedding.NONE);

    private SampleClasses() {}

    static CimClass service() {
        return new CimClass(SERVICE, BASE, classQualifiers(), properties(), List.of(define()));
    }

    private static List<CimQualifier> classQualifiers() {
        CimQualifier description = new CimQualifier(
                name("Description"),
                STRING,
                CimValues.text("Tries \"everything\" & more."),
                Set.of(CimFlavor.OVERRIDABLE, CimFlavor.TO_SUBCLASS, CimFlavor.TRANSLATABLE),
                false);
        CimQualifier values = new CimQualifier(
                name("Values"), CimDataType.arrayOf(CimType.STRING), CimValues.texts("a", "b"), USUAL, true);
        CimQualifier terminal = new CimQualifier(
                name("Terminal"), CimDataType.of(CimType.BOOLEAN), CimValues.bool(false), Set.of(), false);
        CimQualifier nothing = new CimQualifier(name("Nothing"), STRING, null, Set.of(CimFlavor.TO_INSTANCE), false);
        return List.of(description, values, terminal, nothing);
    }

    private static List<CimPropertyDeclaration> properties() {
        CimQualifier key = new CimQualifier(
                name("Key"),
                CimDataType.of(CimType.BOOLEAN),
                CimValues.bool(true),
                Set.of(CimFlavor.TO_SUBCLASS),
                true);
        return List.of(
                new CimPropertyDeclaration(name("Name"), STRING, null, List.of(key), BASE, true),
                property("Count", CimDataType.of(CimType.UINT32), CimValues.uint32(3)),
                property("Pair", PAIR, CimValues.uint16s(1, 2)),
                property("Peer", CimDataType.referenceTo(SERVICE), null),
                property("Setting", EMBEDDED, null),
                property("Settings", EMBEDDED_ARRAY, null));
    }

    private static CimPropertyDeclaration property(String name, CimDataType type, @Nullable CimValue value) {
        return new CimPropertyDeclaration(name(name), type, value, embedded(type), SERVICE, false);
    }

    private static List<CimQualifier> embedded(CimDataType type) {
        return type.embeds()
                ? List.of(new CimQualifier(name("EmbeddedInstance"), STRING, CimValues.text("TST_Disk"), USUAL, false))
                : List.of();
    }

    private static CimMethod define() {
        return new CimMethod(
                name("Define"),
                CimDataType.of(CimType.UINT32),
                List.of(
                        parameter("State", CimDataType.of(CimType.UINT16)),
                        parameter("Setting", EMBEDDED),
                        parameter("Settings", EMBEDDED_ARRAY),
                        parameter("Pair", PAIR),
                        parameter("System", CimDataType.referenceTo(Samples.SYSTEM)),
                        parameter("Systems", SYSTEMS)),
                List.of(),
                SERVICE,
                false);
    }

    private static CimParameter parameter(String name, CimDataType type) {
        return new CimParameter(name(name), type, embedded(type));
    }
}
