package org.telvirt.cimxml;

import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.VIRT;
import static org.telvirt.cimxml.Samples.array;
import static org.telvirt.cimxml.Samples.disk;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.Samples.untyped;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;

/**
 * Wire cases of method calls. Those named for wbemcli are what its {@code cm} sends: it never says a type, and puts what
 * people type between the VALUE tags as it is.
 */
final class WireMethodCases {
    private static final CimInstancePath SERVICE = untyped("TST_Service", "Name", "a");
    private static final CimObjectPath SERVICE_CLASS = new CimClassPath(null, null, name("TST_Service"));
    // wbemcli escapes the slash and the colon but not the rest
    private static final String SERVICE_HEADER = "root%2Fvirt%3ATST_Service.Name=\"a\"";
    private static final CimDataType STRING = CimDataType.of(CimType.STRING);
    private static final CimDataType INSTANCE = STRING.embedding(Embedding.INSTANCE);

    private WireMethodCases() {}

    static Stream<WireCase> cases() {
        return Stream.of(simple(), literal(), escaped(), references(), empty(), everyType());
    }

    private static WireCase wire(
            String folder, CimObjectPath target, String method, List<CimArgument> arguments, MethodResult result) {
        String header = target == SERVICE ? SERVICE_HEADER : "root%2Fvirt%3ATST_Service";
        return new WireCase(
                "InvokeMethod-" + folder,
                method,
                header,
                new InvokeMethod(VIRT, target, name(method), arguments),
                () -> result);
    }

    private static CimArgument untypedArgument(String name, CimValue value) {
        return new CimArgument(name(name), null, value);
    }

    private static CimArgument argument(String name, CimDataType type, @Nullable CimValue value) {
        return new CimArgument(name(name), type, value);
    }

    private static CimValue lexical(String text) {
        return new CimValue.Lexical(text);
    }

    private static WireCase simple() {
        return wire(
                "wbemcli",
                SERVICE,
                "RequestStateChange",
                List.of(
                        untypedArgument("RequestedState", lexical("2")),
                        untypedArgument("At", lexical("20240101000000.000000+000"))),
                new MethodResult(
                        CimValues.uint32(4096),
                        List.of(
                                argument(
                                        "Job",
                                        CimDataType.referenceTo(name("CIM_ConcreteJob")),
                                        CimValues.reference(CimInstancePath.of(name("TST_Job"), name("InstanceID"), "7")
                                                .in(VIRT))),
                                argument("Nothing", STRING, null))));
    }

    private static WireCase literal() {
        CimInstance settings = CimInstance.of(name("TST_Settings"))
                .with(name("ElementName"), "vm1")
                .build();
        return wire(
                "wbemcli-literal-instance",
                SERVICE,
                "DefineSystem",
                List.of(
                        untypedArgument("SystemSettings", CimValues.embedded(settings)),
                        untypedArgument("ResourceSettings", CimValues.embeddeds(List.of(disk("x"), disk("y"))))),
                new MethodResult(
                        CimValues.uint32(0),
                        List.of(argument(
                                "ResultingSystem",
                                CimDataType.referenceTo(SYSTEM),
                                CimValues.reference(Samples.system("vm1"))))));
    }

    private static WireCase escaped() {
        return wire(
                "wbemcli-escaped-instance",
                SERVICE_CLASS,
                "DefineSystem",
                List.of(
                        untypedArgument("SystemSettings", lexical("<INSTANCE CLASSNAME=\"TST_Settings\"></INSTANCE>")),
                        untypedArgument(
                                "ResourceSettings",
                                array(
                                        CimType.STRING,
                                        lexical("<INSTANCE CLASSNAME=\"TST_Disk\"/>"),
                                        lexical("<INSTANCE CLASSNAME=\"TST_Disk\"/>")))),
                new MethodResult(CimValues.uint32(5), List.of()));
    }

    private static WireCase references() {
        return wire(
                "wbemcli-references",
                SERVICE,
                "DestroySystem",
                List.of(
                        untypedArgument("AffectedSystem", CimValues.reference(onLocalhost("i:1/x"))),
                        untypedArgument("Many", CimValues.references(List.of(onLocalhost("1"), onLocalhost("2"))))),
                new MethodResult(null, List.of()));
    }

    private static CimInstancePath onLocalhost(String system) {
        return untyped("TST_System", "Name", system).in(VIRT).on("localhost");
    }

    private static WireCase empty() {
        return wire(
                "wbemcli-no-arguments",
                SERVICE,
                "Refresh",
                List.of(),
                new MethodResult(CimValues.text("<done>"), List.of()));
    }

    private static WireCase everyType() {
        List<CimArgument> arguments = new ArrayList<>(scalars());
        CimInstance shelf = CimInstance.of(name("TST_Shelf"))
                .with(List.of(Samples.property("Disk", INSTANCE, CimValues.embedded(disk("a<b")))))
                .build();
        CimClass diskClass = new CimClass(name("TST_Disk"), null, List.of(), List.of(), List.of());
        CimDataType reference = CimDataType.of(CimType.REFERENCE);
        CimValue strings = array(CimType.STRING, CimValues.text(""), null, CimValues.text("b"));
        arguments.addAll(List.of(
                argument("Ref", reference, CimValues.reference(Samples.system("b"))),
                argument("Cls", reference, CimValues.reference(new CimClassPath(null, null, SYSTEM))),
                argument("Strings", CimDataType.arrayOf(CimType.STRING), strings),
                argument("Empty", CimDataType.arrayOf(CimType.UINT16), CimValues.uint16s()),
                argument("Null", CimDataType.of(CimType.UINT16), null),
                untypedArgument("Untyped", array(CimType.STRING, lexical("1"), lexical("2"))),
                argument("Escaped", INSTANCE, CimValues.embedded(shelf)),
                argument("OldSpelling", STRING.embedding(Embedding.OBJECT), CimValues.embedded(diskClass)),
                argument("ByType", INSTANCE, CimValues.embedded(disk("x"))),
                untypedArgument("Literal", CimValues.embedded(disk("y"))),
                argument(
                        "Embeddeds",
                        CimDataType.arrayOf(CimType.STRING).embedding(Embedding.INSTANCE),
                        CimValues.embeddeds(List.of(disk("1"), disk("2")))),
                untypedArgument("Named", CimValues.reference(CimInstancePath.of(name("TST_Only"))))));
        return wire("every-type", SERVICE, "Try", arguments, new MethodResult(CimValues.bool(true), arguments));
    }

    private static List<CimArgument> scalars() {
        return List.of(
                scalar(CimType.BOOLEAN, CimValues.bool(true)),
                scalar(CimType.UINT8, CimValues.uint8(255)),
                scalar(CimType.SINT8, new CimValue.Int(CimType.SINT8, -128)),
                scalar(CimType.UINT16, CimValues.uint16(7)),
                scalar(CimType.SINT16, new CimValue.Int(CimType.SINT16, -7)),
                scalar(CimType.UINT32, CimValues.uint32(4294967295L)),
                scalar(CimType.SINT32, new CimValue.Int(CimType.SINT32, -1)),
                scalar(CimType.UINT64, CimValues.uint64(-1)),
                scalar(CimType.SINT64, CimValues.sint64(Long.MIN_VALUE)),
                scalar(CimType.REAL32, new CimValue.Real(CimType.REAL32, 1.5)),
                scalar(CimType.REAL64, new CimValue.Real(CimType.REAL64, -1e300)),
                scalar(CimType.CHAR16, new CimValue.Char('ß')),
                scalar(CimType.STRING, CimValues.text(" a\r\n<b> ")),
                scalar(CimType.DATETIME, CimValues.dateTime(new CimDateTime("00000001020304.500000:000"))));
    }

    private static CimArgument scalar(CimType type, CimValue value) {
        return argument("A" + type.wireName(), CimDataType.of(type), value);
    }
}
