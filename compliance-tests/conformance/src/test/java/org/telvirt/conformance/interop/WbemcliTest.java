package org.telvirt.conformance.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.telvirt.cim.CimException;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.Commands;
import org.telvirt.conformance.rig.Needs;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.traceability.Requirement;

/** Every operation of wbemcli, in a namespace with the classes of the scenarios. */
@Needs("wbemcli")
@Requirement("DSP0200 5.4.2")
@TestInstance(Lifecycle.PER_CLASS)
class WbemcliTest {
    private RunningServer server;
    private String namespace;

    @BeforeAll
    void startAServerWithTheModel() throws Exception {
        server = RunningServer.simulated();
        namespace = ModelNamespace.make(server, "root/wbemcli").toString();
    }

    @AfterAll
    void stopIt() {
        server.close();
    }

    private String uri(String object) {
        return "http://admin:" + RunningServer.PASSWORD + "@" + server.http() + "/" + namespace + object;
    }

    private String wbemcli(String operation, String object, String... more) {
        List<String> command = new ArrayList<>(List.of("wbemcli", operation, "-nl", uri(object)));
        command.addAll(List.of(more));
        Commands.Result result = Commands.run(Map.of(), "", command);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    private String refused(String operation, String object, String... more) {
        List<String> command = new ArrayList<>(List.of("wbemcli", operation, "-nl", uri(object)));
        command.addAll(List.of(more));
        Commands.Result result = Commands.run(Map.of(), "", command);
        assertThat(result.exitCode()).as(result.output()).isNotZero();
        return result.output();
    }

    private void thing(String id) {
        wbemcli("ci", ":TST_Thing.ID=\"" + id + "\"", "ID=\"" + id + "\",Note=\"of " + id + "\",Big=7");
    }

    @Test
    void makesAndReadsAnInstance() {
        thing("made");

        assertThat(wbemcli("gi", ":TST_Thing.ID=\"made\""))
                .contains("-ID=\"made\"", "-Note=\"of made\"", "-Big=7", "-Flag=TRUE");
        assertThat(refused("ci", ":TST_Thing.ID=\"made\"", "ID=\"made\"")).contains("CIM_ERR_ALREADY_EXISTS");
    }

    @Test
    void modifiesAnInstance() {
        thing("modified");

        wbemcli("mi", ":TST_Thing.ID=\"modified\"", "Note=\"another\",Words=\"x\",\"y\"");

        assertThat(wbemcli("gi", ":TST_Thing.ID=\"modified\""))
                .contains("-Note=\"another\"", "-Words=\"x\",\"y\"", "-Big=7");
    }

    @Test
    void deletesAnInstance() {
        thing("deleted");

        wbemcli("di", ":TST_Thing.ID=\"deleted\"");

        assertThat(refused("gi", ":TST_Thing.ID=\"deleted\"")).contains("CIM_ERR_NOT_FOUND");
        assertThat(refused("di", ":TST_Thing.ID=\"deleted\"")).contains("CIM_ERR_NOT_FOUND");
    }

    @Test
    void enumeratesInstancesAndTheirNames() {
        thing("listed");

        assertThat(wbemcli("ei", ":TST_Thing")).contains("-ID=\"listed\"");
        assertThat(wbemcli("ein", ":TST_Thing")).contains(":TST_Thing.ID=\"listed\"");
    }

    @Test
    void readsAndWritesAProperty() {
        thing("one-by-one");

        wbemcli("sp", ":TST_Thing.ID=\"one-by-one\"", "Note=\"set\"");

        assertThat(wbemcli("gp", ":TST_Thing.ID=\"one-by-one\"", "Note")).contains("set");
        assertThat(refused("gp", ":TST_Thing.ID=\"one-by-one\"", "Colour")).contains("CIM_ERR_NO_SUCH_PROPERTY");
    }

    @Test
    void followsAssociations() throws CimException {
        // it cannot write the references that an association has for keys
        ModelNamespace.link(server, namespace, "holder", 5);

        assertThat(wbemcli("ain", ":TST_Thing.ID=\"holder\"")).contains("TST_Part", "Number=5");
        assertThat(wbemcli("ai", ":TST_Thing.ID=\"holder\"")).contains("-Label=\"part 5\"");
        assertThat(wbemcli("rin", ":TST_Thing.ID=\"holder\"")).contains("TST_Holds");
        assertThat(wbemcli("ri", ":TST_Part.Number=5,Owner=\"o\"")).contains("TST_Holds", "holder");
    }

    @Test
    void readsClasses() {
        assertThat(wbemcli("gc", ":TST_Thing")).contains("TST_Thing", "Note");
        assertThat(wbemcli("gcd", ":TST_Thing")).contains("TST_Thing", "string");
        assertThat(wbemcli("ec", ":TST_Thing")).contains("TST_SpecialThing");
        assertThat(wbemcli("ecn", "")).contains("TST_Thing", "TST_Part");
    }

    @Test
    void deletesAClass() {
        thing("in the way");

        assertThat(refused("dc", ":TST_Thing")).contains("CIM_ERR_CLASS_HAS_");
        wbemcli("dc", ":TST_Idea");
        assertThat(refused("gc", ":TST_Idea")).contains("CIM_ERR_NOT_FOUND");
    }
}
