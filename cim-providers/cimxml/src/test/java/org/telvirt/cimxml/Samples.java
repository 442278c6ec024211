package org.telvirt.cimxml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** Names, paths and instances that the tests share. */
final class Samples {
    static final CimNamespace VIRT = CimNamespace.of("root/virt");
    static final CimName SYSTEM = CimName.of("TST_System");
    static final CimName NAME = CimName.of("Name");
    static final CimName EVERYTHING = CimName.of("TST_Everything");

    private Samples() {}

    static CimName name(String text) {
        return CimName.of(text);
    }

    /** A path whose one key is a string. */
    static CimInstancePath system(String name) {
        return CimInstancePath.of(SYSTEM, NAME, name);
    }

    /** A path whose one key has no type yet, as readers leave it to the object manager. */
    static CimInstancePath untyped(String className, String... keys) {
        List<CimKey> bindings = new ArrayList<>();
        for (int i = 0; i < keys.length; i += 2) {
            bindings.add(new CimKey(name(keys[i]), new CimValue.Lexical(keys[i + 1])));
        }
        return new CimInstancePath(null, null, name(className), bindings);
    }

    static CimValue.Array array(CimType type, @Nullable CimValue... elements) {
        return new CimValue.Array(type, Arrays.asList(elements));
    }

    static CimProperty property(String name, CimDataType type, @Nullable CimValue value) {
        return new CimProperty(name(name), type, value, null);
    }

    static CimProperty property(String name, CimType type, @Nullable CimValue value) {
        return property(name, CimDataType.of(type), value);
    }

    static CimProperty arrayProperty(String name, CimType type, @Nullable CimValue value) {
        return property(name, CimDataType.arrayOf(type), value);
    }

    static CimInstance disk(String id) {
        return CimInstance.of(name("TST_Disk")).with(name("InstanceID"), id).build();
    }

    /** Every type, and every way not to have a value. */
    static CimInstance everything() {
        CimDataType embedded = CimDataType.of(CimType.STRING).embedding(Embedding.INSTANCE);
        CimDataType object = CimDataType.of(CimType.STRING).embedding(Embedding.OBJECT);
        CimDataType embeddedArray = CimDataType.arrayOf(CimType.STRING).embedding(Embedding.INSTANCE);
        CimInstance shelf = CimInstance.of(name("TST_Shelf"))
                .with(List.of(property("Disk", embedded, CimValues.embedded(disk("a<b&\"c\"")))))
                .build();
        List<CimProperty> properties = List.of(
                property("ABoolean", CimType.BOOLEAN, CimValues.bool(true)),
                property("AUint8", CimType.UINT8, CimValues.uint8(255)),
                property("ASint8", CimType.SINT8, new CimValue.Int(CimType.SINT8, -128)),
                property("AUint16", CimType.UINT16, CimValues.uint16(0)),
                property("ASint16", CimType.SINT16, new CimValue.Int(CimType.SINT16, -32768)),
                property("AUint32", CimType.UINT32, CimValues.uint32(4294967295L)),
                property("ASint32", CimType.SINT32, new CimValue.Int(CimType.SINT32, -2147483648L)),
                property("AUint64", CimType.UINT64, CimValues.uint64(-1)),
                property("ASint64", CimType.SINT64, CimValues.sint64(Long.MIN_VALUE)),
                property("AReal32", CimType.REAL32, new CimValue.Real(CimType.REAL32, 0.1f)),
                property("AReal64", CimType.REAL64, new CimValue.Real(CimType.REAL64, 1e300)),
                property("AnInfinity", CimType.REAL64, new CimValue.Real(CimType.REAL64, Double.NEGATIVE_INFINITY)),
                property("NoNumber", CimType.REAL32, new CimValue.Real(CimType.REAL32, Double.NaN)),
                property("AChar", CimType.CHAR16, new CimValue.Char('ß')),
                property("AString", CimType.STRING, CimValues.text(" <&>\"' \t\r\nÄ€😀 ")),
                property("AnEmptyString", CimType.STRING, CimValues.text("")),
                property("ATime", CimType.DATETIME, time("20240229123456.******+060")),
                property("AnInterval", CimType.DATETIME, time("00000001020304.500000:000")),
                property("ANull", CimType.UINT32, null),
                property("AReference", CimDataType.referenceTo(SYSTEM), CimValues.reference(system("a"))),
                property(
                        "ALocalReference",
                        CimType.REFERENCE,
                        CimValues.reference(system("b").in(VIRT))),
                property(
                        "AFarReference",
                        CimType.REFERENCE,
                        CimValues.reference(system("c").in(VIRT).on("other:5989"))),
                property("NoReference", CimType.REFERENCE, null),
                property("AnObject", object, CimValues.embedded(shelf)),
                arrayProperty("Strings", CimType.STRING, array(CimType.STRING, CimValues.text(""), null)),
                arrayProperty("Numbers", CimType.UINT16, CimValues.uint16s(1, 2, 65535)),
                arrayProperty("EmptyArray", CimType.UINT16, CimValues.uint16s()),
                arrayProperty("NullArray", CimType.UINT16, null),
                property("Disks", embeddedArray, CimValues.embeddeds(List.of(disk("x"), disk("y")))));
        return new CimInstance(EVERYTHING, properties, CimInstancePath.of(EVERYTHING));
    }

    private static CimValue time(String text) {
        return CimValues.dateTime(new CimDateTime(text));
    }
}
