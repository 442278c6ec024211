package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimxml.Samples.SYSTEM;
import static org.telvirt.cimxml.Samples.name;
import static org.telvirt.cimxml.Samples.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.traceability.Requirement;

/** A client of another house, the Debian package sblim-wbemcli, against the door. */
@EnabledIf("isInstalled")
@Requirement("DSP0200 5.4")
class WbemcliTest {
    private static final Path WBEMCLI = Path.of("/usr/bin/wbemcli");

    @TempDir
    private Path folder;

    private final List<CimOperation<?>> operations = new ArrayList<>();
    private HttpServer server;

    // where CI is set it fails instead of being skipped
    static boolean isInstalled() {
        return System.getenv("CI") != null || Files.isExecutable(WBEMCLI);
    }

    @BeforeEach
    void serve() throws IOException {
        server = JdkExchange.serve(new CimXmlDoor(new ScriptedService(this::answer), CimXmlSettings.DEFAULT));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Object answer(CimOperation<?> operation) throws CimException {
        operations.add(operation);
        if (operation instanceof GetClass) {
            return SampleClasses.service();
        } else if (operation instanceof EnumerateClassNames) {
            return CimCursor.of(List.of(SYSTEM, name("TST_Disk")));
        } else if (operation instanceof EnumerateInstanceNames) {
            return CimCursor.of(List.of(system("a"), system("b<c")));
        } else if (operation instanceof EnumerateInstances) {
            return CimCursor.of(List.of(one("a"), one("ä")));
        } else if (operation instanceof GetInstance) {
            return one("a");
        } else if (operation instanceof InvokeMethod) {
            return new MethodResult(
                    CimValues.uint32(4096),
                    List.of(
                            new CimArgument(
                                    name("Job"),
                                    CimDataType.referenceTo(SYSTEM),
                                    CimValues.reference(system("j").in(Samples.VIRT))),
                            new CimArgument(name("Nothing"), CimDataType.of(CimType.STRING), null)));
        }
        if (operation instanceof CreateInstance) {
            return system("n");
        } else if (operation instanceof GetProperty) {
            return CimProperty.of(name("State"), CimValues.uint16(2));
        } else if (operation instanceof ModifyInstance
                || operation instanceof SetProperty
                || operation instanceof DeleteInstance) {
            return Done.DONE;
        }
        if (operation instanceof DeleteClass) {
            throw new CimException(CimStatus.NOT_SUPPORTED, "no");
        }
        throw new CimException(CimStatus.ACCESS_DENIED, "'ada' may not");
    }

    private static CimInstance one(String name) {
        return CimInstance.of(SYSTEM)
                .with(Samples.NAME, name)
                .with(name("State"), CimValues.uint16(2))
                .with(List.of(Samples.property("Missing", CimType.UINT8, null)))
                .with(name("Tags"), CimValues.texts("x", "y"))
                .at(system(name));
    }

    private String wbemcli(String operation, String object, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(WBEMCLI.toString(), operation));
        command.add("http://127.0.0.1:" + server.getAddress().getPort() + "/root/virt" + object);
        command.addAll(List.of(more));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        // the tool may die of what it cannot read
        assertThat(process.exitValue()).isIn(0, 16);
        String address = "127.0.0.1:" + server.getAddress().getPort();
        return Files.readString(output, StandardCharsets.UTF_8).replace(address, "SERVER");
    }

    @Test
    void listsClasses() throws Exception {
        assertThat(wbemcli("ecn", "")).isEqualTo("SERVER/root/virt:TST_System\nSERVER/root/virt:TST_Disk\n");
    }

    @Test
    void listsInstanceNames() throws Exception {
        assertThat(wbemcli("ein", ":TST_System"))
                .isEqualTo("SERVER/root/virt:TST_System.Name=\"a\"\nSERVER/root/virt:TST_System.Name=\"b<c\"\n");
    }

    @Test
    void listsInstances() throws Exception {
        assertThat(wbemcli("ei", ":TST_System")).isEqualTo("""
                        SERVER/root/virt:TST_System.Name="a" Name="a",State=2,Missing=,Tags="x","y"
                        SERVER/root/virt:TST_System.Name="ä" Name="ä",State=2,Missing=,Tags="x","y"
                        """);
    }

    @Test
    void showsAnInstanceKeyByKey() throws Exception {
        assertThat(wbemcli("gi", ":TST_System.Name=\"a\"")).contains("Name=\"a\",State=2");
        assertThat(operations)
                .singleElement()
                .isInstanceOfSatisfying(
                        GetInstance.class,
                        get -> assertThat(get.path()).isEqualTo(Samples.untyped("TST_System", "Name", "a")));
    }

    @Test
    void showsAClassWithEverythingInIt() throws Exception {
        assertThat(wbemcli("gc", ":TST_Service"))
                .isEqualTo("SERVER/root/virt:TST_Service Name=,Count=,Pair=,Peer=,Setting=,Settings=\n");
    }

    @Test
    void callsAMethodWithAnEmbeddedInstanceAsItIsTyped() throws Exception {
        String output = wbemcli(
                "cm",
                ":TST_Service.Name=\"a\"",
                "Define.Setting=<INSTANCE CLASSNAME=\"TST_Disk\"><PROPERTY NAME=\"InstanceID\" TYPE=\"string\">"
                        + "<VALUE>x</VALUE></PROPERTY></INSTANCE>,State=2");

        assertThat(output).contains("Define: 4096, Job (reference): root/virt:TST_System.Name=\"j\"");
        assertThat(arguments())
                .containsExactly(
                        new CimArgument(name("Setting"), null, CimValues.embedded(Samples.disk("x"))),
                        new CimArgument(name("State"), null, new CimValue.Lexical("2")));
    }

    @Test
    void callsAMethodWithSeveralEmbeddedInstancesOneBehindTheOther() throws Exception {
        String disk = "<INSTANCE CLASSNAME=\"TST_Disk\"><PROPERTY NAME=\"InstanceID\" TYPE=\"string\">"
                + "<VALUE>x</VALUE></PROPERTY></INSTANCE>";

        wbemcli("cm", ":TST_Service.Name=\"a\"", "Define.State=2,Settings=" + disk + disk);

        assertThat(arguments())
                .contains(new CimArgument(
                        name("Settings"), null, CimValues.embeddeds(List.of(Samples.disk("x"), Samples.disk("x")))));
    }

    @Test
    void callsAMethodWithReferences() throws Exception {
        wbemcli("cm", ":TST_Service", "Define.System=TST_System.Name=\"v:1/x\"");

        assertThat(arguments())
                .containsExactly(new CimArgument(
                        name("System"),
                        null,
                        CimValues.reference(Samples.untyped("TST_System", "Name", "v:1/x")
                                .in(Samples.VIRT)
                                .on("127.0.0.1"))));
    }

    private List<CimArgument> arguments() {
        return operations.stream()
                .filter(InvokeMethod.class::isInstance)
                .map(InvokeMethod.class::cast)
                .flatMap(call -> call.arguments().stream())
                .toList();
    }

    @Test
    void makesAnInstance() throws Exception {
        assertThat(wbemcli("ci", ":TST_Service.Name=\"n\"", "Name=n,Count=3"))
                .isEqualTo("SERVER/root/virt:TST_System.Name=\"n\"\n");
        assertThat(operations)
                .contains(new CreateInstance(
                        Samples.VIRT,
                        CimInstance.of(name("TST_Service"))
                                .with(Samples.NAME, "n")
                                .with(name("Count"), CimValues.uint32(3))
                                .build()));
    }

    @Test
    void changesAnInstance() throws Exception {
        assertThat(wbemcli("mi", ":TST_System.Name=\"a\"", "State=3")).isEmpty();
        assertThat(operations.get(operations.size() - 1)).isInstanceOfSatisfying(ModifyInstance.class, modify -> {
            assertThat(modify.path()).isEqualTo(Samples.untyped("TST_System", "Name", "a"));
            assertThat(modify.instance().value(name("State"))).isEqualTo(CimValues.uint16(3));
            assertThat(modify.propertyList()).isNull();
        });
    }

    @Test
    void removesAnInstance() throws Exception {
        assertThat(wbemcli("di", ":TST_System.Name=\"a\"")).isEmpty();
        assertThat(operations)
                .containsExactly(new DeleteInstance(Samples.VIRT, Samples.untyped("TST_System", "Name", "a")));
    }

    @Test
    void showsAndSetsAProperty() throws Exception {
        assertThat(wbemcli("gp", ":TST_System.Name=\"a\"", "State")).isEqualTo("2\n");
        assertThat(wbemcli("sp", ":TST_System.Name=\"a\"", "Name=b")).isEmpty();
        assertThat(operations)
                .contains(new SetProperty(
                        Samples.VIRT,
                        Samples.untyped("TST_System", "Name", "a"),
                        Samples.NAME,
                        new CimValue.Lexical("b")));
    }

    @Test
    void showsTheErrorOfAnOperation() throws Exception {
        assertThat(wbemcli("ain", ":TST_System.Name=\"a\"")).contains("(2) CIM_ERR_ACCESS_DENIED: 'ada' may not");
    }

    @Test
    void showsThatAnOperationIsNotOffered() throws Exception {
        assertThat(wbemcli("dc", ":TST_System")).contains("(7) CIM_ERR_NOT_SUPPORTED");
    }
}
