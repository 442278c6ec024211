package org.telvirt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricshub.wbem.javax.cim.CIMArgument;
import org.metricshub.wbem.javax.cim.CIMDataType;
import org.metricshub.wbem.javax.cim.CIMInstance;
import org.metricshub.wbem.javax.cim.CIMObjectPath;
import org.metricshub.wbem.javax.cim.CIMProperty;
import org.metricshub.wbem.javax.cim.UnsignedInteger16;
import org.metricshub.wbem.javax.cim.UnsignedInteger32;
import org.metricshub.wbem.javax.wbem.WBEMException;
import org.telvirt.server.settings.Setting;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.settings.SettingsReader;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** A management application that has never heard of Telvirt: the SBLIM client, from the socket to the engine and back. */
@RanOn(Engine.SIMULATED)
class WbemClientTest {
    private static final String VIRT = "root/virt";
    private static final int ENABLED = 2;
    private static final int DISABLED = 3;
    private static final int QUIESCED = 9;
    private static final UnsignedInteger32 COMPLETED = new UnsignedInteger32(0);
    private static final UnsignedInteger32 INVALID_TRANSITION = new UnsignedInteger32(4097);

    @TempDir
    private Path folder;

    private RunningServer server;
    private WbemClient client;

    @BeforeEach
    void start() throws Exception {
        Map<Setting, String> options =
                Map.of(Setting.HTTP_PORT, "0", Setting.HTTPS_PORT, "none", Setting.STATE, folder.toString());
        Settings settings = new SettingsReader(Map.of(), folder).read(options, Optional.empty());
        server = Wiring.start(settings);
        client = client(server.freshPassword().orElseThrow());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void findsTheHostAndItsSwitch() throws Exception {
        List<CIMInstance> systems = client.enumerate(VIRT, "CIM_ComputerSystem");

        assertThat(systems)
                .extracting(CIMInstance::getClassName)
                .containsExactly("Telvirt_HostSystem", "Telvirt_VirtualEthernetSwitch");
    }

    @Test
    void findsTheRegisteredProfilesUnderEveryNameOfTheInteropNamespace() throws Exception {
        for (String interop : List.of("root/interop", "interop", "root/PG_InterOp")) {
            assertThat(client.enumerate(interop, "CIM_RegisteredProfile"))
                    .extracting(profile -> profile.getPropertyValue("RegisteredName"))
                    .contains("System Virtualization", "Virtual System");
        }
    }

    @Test
    void definesAndDestroysAVirtualSystem() throws Exception {
        CIMObjectPath system = define("hlr-1");
        assertThat(client.get(system).getPropertyValue("ElementName")).isEqualTo("hlr-1");

        CIMArgument<CIMObjectPath> affected =
                new CIMArgument<>("AffectedSystem", new CIMDataType("CIM_ComputerSystem"), system);
        assertThat(client.invoke(service(), "DestroySystem", affected).returnValue())
                .isEqualTo(COMPLETED);
        WBEMException gone = catchThrowableOfType(WBEMException.class, () -> client.get(system));
        assertThat(gone.getID()).isEqualTo(WBEMException.CIM_ERR_NOT_FOUND);
    }

    @Test
    @Requirement({"VMOPE5 activate", "VMOPE5 others-unaffected"})
    void startsOneVirtualSystemWithoutTouchingAnother() throws Exception {
        CIMObjectPath one = define("hlr-1");
        CIMObjectPath other = define("hlr-2");

        assertThat(request(one, ENABLED)).isEqualTo(COMPLETED);

        assertThat(enabledState(one)).isEqualTo(new UnsignedInteger16(ENABLED));
        assertThat(enabledState(other)).isEqualTo(new UnsignedInteger16(DISABLED));
    }

    @Test
    void walksFromASystemToItsSettings() throws Exception {
        CIMObjectPath system = define("hlr-1");

        assertThat(client.associators(system, "CIM_SettingsDefineState", "CIM_VirtualSystemSettingData"))
                .extracting(settings -> settings.getPropertyValue("ElementName"))
                .containsExactly("hlr-1");
    }

    @Test
    void isToldThatATransitionIsNotPossible() throws Exception {
        CIMObjectPath system = define("hlr-1");

        assertThat(request(system, QUIESCED)).isEqualTo(INVALID_TRANSITION);
    }

    @Test
    void isToldWhatItAskedWrongly() {
        WBEMException wrongClass =
                catchThrowableOfType(WBEMException.class, () -> client.enumerate(VIRT, "CIM_Nonsense"));
        WBEMException wrongNamespace =
                catchThrowableOfType(WBEMException.class, () -> client.enumerate("root/nowhere", "CIM_ComputerSystem"));

        assertThat(wrongClass.getID()).isEqualTo(WBEMException.CIM_ERR_INVALID_CLASS);
        assertThat(wrongNamespace.getID()).isEqualTo(WBEMException.CIM_ERR_INVALID_NAMESPACE);
    }

    @Test
    void isKeptOutWithTheWrongPassword() throws Exception {
        try (WbemClient intruder = client("guess")) {
            WBEMException refused =
                    catchThrowableOfType(WBEMException.class, () -> intruder.enumerate(VIRT, "CIM_ComputerSystem"));

            assertThat(refused.getID()).isEqualTo(WBEMException.CIM_ERR_ACCESS_DENIED);
        }
    }

    private WbemClient client(String password) throws WBEMException {
        return new WbemClient(server.httpAddress().orElseThrow(), "admin", password);
    }

    private CIMObjectPath service() throws WBEMException {
        return client.enumerate(VIRT, "CIM_VirtualSystemManagementService")
                .get(0)
                .getObjectPath();
    }

    private CIMObjectPath define(String name) throws WBEMException {
        WbemClient.Reply reply = client.invoke(service(), "DefineSystem", systemSettings(name));
        assertThat(reply.returnValue()).isEqualTo(COMPLETED);
        return (CIMObjectPath) reply.argument("ResultingSystem");
    }

    private Object enabledState(CIMObjectPath system) throws WBEMException {
        return client.get(system).getPropertyValue("EnabledState");
    }

    private Object request(CIMObjectPath system, int state) throws WBEMException {
        CIMArgument<UnsignedInteger16> requested =
                new CIMArgument<>("RequestedState", CIMDataType.UINT16_T, new UnsignedInteger16(state));
        return client.invoke(system, "RequestStateChange", requested).returnValue();
    }

    private CIMArgument<CIMInstance> systemSettings(String name) {
        CIMInstance settings = new CIMInstance(
                client.path(VIRT, "CIM_VirtualSystemSettingData"),
                new CIMProperty<?>[] {new CIMProperty<>("ElementName", CIMDataType.STRING_T, name)});
        return new CIMArgument<>("SystemSettings", CIMDataType.OBJECT_T, settings);
    }
}
