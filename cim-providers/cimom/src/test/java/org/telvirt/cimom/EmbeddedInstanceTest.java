package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.embedded;
import static org.telvirt.cim.CimValues.embeddeds;
import static org.telvirt.cim.CimValues.reference;
import static org.telvirt.cim.CimValues.sint64;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

/** Embedded instances that callers give as arguments. */
@Requirement({"DSP0200 5.3", "DSP0004 5.6.3"})
class EmbeddedInstanceTest {
    private final Fleet fleet = new Fleet().with("web-1", 2);
    private final TestServer server = TestServer.of(fleet);
    private final TestServer gaugeServer = new Gauges().server();

    private static CimArgument argument(String name, @Nullable CimValue value) {
        return new CimArgument(FleetNames.name(name), null, value);
    }

    private MethodResult define(@Nullable CimValue system, @Nullable CimValue resources) throws CimException {
        return server.execute(new InvokeMethod(
                FleetNames.ROOT_VIRT,
                Fleet.service(),
                name("DefineSystem"),
                List.of(argument("SystemSettings", system), argument("ResourceSettings", resources))));
    }

    private static CimInstance.Builder setting(String className) {
        return CimInstance.of(FleetNames.name(className));
    }

    @Test
    void ofASubclassIsTaken() throws CimException {
        MethodResult result = define(
                embedded(setting("Telvirt_VirtualSystemSettingData")
                        .with(name("elementname"), "web-7")
                        .build()),
                embeddeds(List.of(
                        setting("CIM_ResourceAllocationSettingData")
                                .with(name("ResourceType"), uint16(3))
                                .build(),
                        setting("Telvirt_MemoryAllocationSettingData").build())));

        assertThat(result.returnValue()).isEqualTo(uint32(0));
        assertThat(result.outputs().get(0).value())
                .isEqualTo(reference(Fleet.system("web-7").in(FleetNames.ROOT_VIRT)));
        assertThat(fleet.state("web-7")).isEqualTo(102);
    }

    @Test
    void asTextIsReadByAReaderAtHand() throws CimException {
        define(
                text("instance of CIM_VirtualSystemSettingData { ElementName = \"web-8\"; };"),
                new CimValue.Lexical("instance of CIM_ResourceAllocationSettingData { ResourceType = 3; };"));

        assertThat(fleet.state("web-8")).isEqualTo(101);
    }

    @Test
    void asTextThatNobodyReadsIsInvalid() {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> define(text("a big one, please"), null),
                "Parameter SystemSettings of DefineSystem",
                "embedded instance of CIM_VirtualSystemSettingData",
                "CIM-XML or MOF");
    }

    @Test
    void asTextThatIsMalformedIsInvalidAndSaysForWhat() {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> define(text("instance of CIM_VirtualSystemSettingData { ElementName = "), null),
                "Parameter SystemSettings of DefineSystem");
    }

    @Test
    void ofAnUnknownClassIsInvalid() {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> define(embedded(setting("CIM_Nothing").build()), null),
                "Parameter SystemSettings of DefineSystem",
                "CIM_Nothing",
                "does not exist");
    }

    @Test
    void ofAClassThatIsNotDeclaredIsInvalid() {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> define(
                        embedded(setting("CIM_ResourceAllocationSettingData").build()), null),
                "CIM_ResourceAllocationSettingData",
                "not a CIM_VirtualSystemSettingData");
    }

    @Test
    void withAnUnknownPropertyIsInvalid() {
        CimInstance odd = setting("CIM_VirtualSystemSettingData")
                .with(name("ElementName"), "web-9")
                .with(name("Colour"), "blue")
                .build();

        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> define(embedded(odd), null),
                "CIM_VirtualSystemSettingData",
                "'Colour'");
        assertThat(fleet.state("web-9")).isNull();
    }

    @Test
    void withAPropertyOfAnotherTypeIsInvalid() {
        CimInstance odd = setting("CIM_ResourceAllocationSettingData")
                .with(name("VirtualQuantity"), "many")
                .build();

        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> define(null, embeddeds(List.of(odd))),
                "Parameter ResourceSettings of DefineSystem",
                "property VirtualQuantity of CIM_ResourceAllocationSettingData is declared uint64",
                "'many'");
    }

    @Test
    void withAPropertyTwiceIsInvalid() {
        CimInstance odd = setting("CIM_VirtualSystemSettingData")
                .with(name("ElementName"), "a")
                .with(name("ELEMENTNAME"), "b")
                .build();

        assertFails(CimStatus.INVALID_PARAMETER, () -> define(embedded(odd), null), "ELEMENTNAME twice");
    }

    @Test
    void withUntypedPropertiesIsReadAsDeclared() throws CimException {
        CimInstance untyped = setting("CIM_VirtualSystemSettingData")
                .with(name("ElementName"), new CimValue.Lexical("web-6"))
                .build();

        define(embedded(untyped), null);

        assertThat(fleet.state("web-6")).isEqualTo(100);
    }

    @Test
    void ofAnAbstractClassIsInvalid() {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> calibrate(setting("CIM_SettingData").build()),
                "Parameter Setting of Calibrate",
                "CIM_SettingData, which is abstract");
        assertFails(
                CimStatus.METHOD_NOT_AVAILABLE,
                () -> calibrate(setting("CIM_VirtualSystemSettingData").build()));
    }

    private void calibrate(CimInstance setting) throws CimException {
        gaugeServer.execute(new InvokeMethod(
                FleetNames.ROOT_VIRT,
                Gauges.path(0),
                name("Calibrate"),
                List.of(argument("Setting", embedded(setting)))));
    }

    @Test
    void thatIsAnArrayWhereOneIsDeclaredIsInvalid() {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> define(
                        embeddeds(
                                List.of(setting("CIM_VirtualSystemSettingData").build())),
                        null),
                "SystemSettings");
        assertFails(CimStatus.INVALID_PARAMETER, () -> define(sint64(5), null), "SystemSettings", "embedded instance");
    }
}
