package org.telvirt.conformance.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.conformance.rig.CimXmlClient.envelope;
import static org.telvirt.conformance.rig.CimXmlClient.intrinsicHeaders;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.conformance.rig.CimXmlClient;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String VIRT = "root/virt";
    private static final String DEFINE_SYSTEM = "DefineSystem";
    private static final Pattern SERVICE = Pattern.compile(
            "<INSTANCENAME CLASSNAME=\"Telvirt_VirtualSystemManagementService\">.*?</INSTANCENAME>", Pattern.DOTALL);
    private static final Pattern SYSTEM =
            Pattern.compile("<INSTANCENAME CLASSNAME=\"Telvirt_ComputerSystem\">.*?</INSTANCENAME>", Pattern.DOTALL);
    private static final Pattern JOB =
            Pattern.compile("<INSTANCENAME CLASSNAME=\"Telvirt_ConcreteJob\">.*?</INSTANCENAME>", Pattern.DOTALL);
    private static final Pattern KEY =
            Pattern.compile("<KEYBINDING NAME=\"(\\w+)\"><KEYVALUE[^>]*>([^<]*)</KEYVALUE></KEYBINDING>");

    private RunningServer server;
    private CimXmlClient client;
    private String before;

    @BeforeAll
    void startAServerWithOneSystem() {
        server = RunningServer.simulated();
        client = CimXmlClient.of(server);
        assertThat(define(settings("CIM_VirtualSystemSettingData", property("ElementName", "string", "one"))))
                .contains("<RETURNVALUE PARAMTYPE=\"uint32\"><VALUE>0</VALUE></RETURNVALUE>");
    }

    @AfterAll
    void stopIt() {
        server.close();
    }

    @BeforeEach
    void look() {
        before = everything();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    /** All but jobs: a refused method call leaves one that says why. */
    private String everything() {
        return enumerate("CIM_ComputerSystem") + enumerate("CIM_SettingData");
    }

    private String enumerate(String className) {
        return client.intrinsic("EnumerateInstances", VIRT, className(className))
                .body();
    }

    private static String className(String name) {
        return "<IPARAMVALUE NAME=\"ClassName\"><CLASSNAME NAME=\"" + name + "\"/></IPARAMVALUE>";
    }

    private static String property(String name, String type, String value) {
        return "<PROPERTY NAME=\"%s\" TYPE=\"%s\"><VALUE>%s</VALUE></PROPERTY>".formatted(name, type, value);
    }

    private static String settings(String className, String properties) {
        String instance = "<INSTANCE CLASSNAME=\"" + className + "\">" + properties + "</INSTANCE>";
        return "<PARAMVALUE NAME=\"SystemSettings\" PARAMTYPE=\"string\" EmbeddedObject=\"instance\"><VALUE>"
                + instance.replace("&", "&amp;").replace("<", "&lt;") + "</VALUE></PARAMVALUE>";
    }

    private String instanceName(Pattern pattern, String className) {
        String names = client.intrinsic("EnumerateInstanceNames", VIRT, className(className))
                .body();
        Matcher name = pattern.matcher(names);
        assertThat(name.find()).as(names).isTrue();
        return name.group();
    }

    private String define(String parameters) {
        return call(instanceName(SERVICE, "CIM_VirtualSystemManagementService"), DEFINE_SYSTEM, parameters);
    }

    private String call(String instanceName, String method, String parameters) {
        StringBuilder path =
                new StringBuilder(instanceName.substring(instanceName.indexOf('"') + 1, instanceName.indexOf("\">")));
        char separator = '.';
        for (Matcher key = KEY.matcher(instanceName); key.find(); ) {
            path.append(separator)
                    .append(key.group(1))
                    .append("=\"")
                    .append(key.group(2))
                    .append('"');
            separator = ',';
        }
        HttpResponse<String> response = client.extrinsic(method, VIRT, path.toString(), instanceName, parameters);
        assertThat(response.statusCode())
                .as(response.headers() + response.body())
                .isEqualTo(200);
        return response.body();
    }

    private static void assertError(String body, int code, String... words) {
        assertThat(body).contains("<ERROR CODE=\"" + code + "\"").contains(words);
    }

    @Nested
    @Requirement("DSP0200 5.4.2")
    class IntrinsicOperations {
        @Test
        void aClassThatDoesNotExistIsInvalid() {
            assertError(enumerate("CIM_NoSuchClass"), 5, "CIM_NoSuchClass", VIRT);
        }

        @Test
        void aNamespaceThatDoesNotExistIsInvalid() {
            String body = client.intrinsic("EnumerateInstances", "root/nowhere", className("CIM_ComputerSystem"))
                    .body();

            assertError(body, 3, "root/nowhere", VIRT);
        }

        @Test
        void aKeyThatTheClassDoesNotHaveIsAnInvalidParameter() {
            String name = instanceName(SYSTEM, "Telvirt_ComputerSystem").replace("NAME=\"Name\"", "NAME=\"Nome\"");

            assertError(getInstance(name), 4, "Nome");
        }

        @Test
        void aKeyOfNoInstanceIsNotFound() {
            String name = instanceName(SYSTEM, "Telvirt_ComputerSystem")
                    .replaceAll("(NAME=\"Name\"><KEYVALUE[^>]*>)[^<]*", "$1no-such-system");

            assertError(getInstance(name), 6, "no-such-system");
        }

        @Test
        void anUnknownIntrinsicMethodIsNotSupported() {
            assertError(client.intrinsic("MakeCoffee", VIRT, "").body(), 7, "MakeCoffee");
        }

        @Test
        void anUnknownParameterIsNamed() {
            String body = client.intrinsic(
                            "EnumerateInstances",
                            VIRT,
                            className("CIM_ComputerSystem")
                                    + "<IPARAMVALUE NAME=\"Colour\"><VALUE>red</VALUE></IPARAMVALUE>")
                    .body();

            assertError(body, 4, "Colour");
        }

        private String getInstance(String instanceName) {
            return client.intrinsic(
                            "GetInstance",
                            VIRT,
                            "<IPARAMVALUE NAME=\"InstanceName\">" + instanceName + "</IPARAMVALUE>")
                    .body();
        }
    }

    @Nested
    @Requirement("DSP0200 7")
    class Http {
        private static final String GOOD = "<IMETHODCALL NAME=\"EnumerateInstanceNames\"><LOCALNAMESPACEPATH>"
                + "<NAMESPACE NAME=\"root\"/><NAMESPACE NAME=\"virt\"/></LOCALNAMESPACEPATH>"
                + "<IPARAMVALUE NAME=\"ClassName\"><CLASSNAME NAME=\"CIM_ComputerSystem\"/></IPARAMVALUE>"
                + "</IMETHODCALL>";
        private static final Map<String, String> HEADERS = intrinsicHeaders("EnumerateInstanceNames", VIRT);

        @ParameterizedTest
        @ValueSource(strings = {"", "not xml", "<CIM", "<CIM></CIM2>", "<?xml version=\"1.0\"?><CIM>&undefined;</CIM>"})
        void malformedXmlIsRefused(String body) {
            HttpResponse<String> response = client.send(HEADERS, body);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("CIMError")).contains("request-not-well-formed");
        }

        @Test
        void aDocumentTypeIsRefusedAndItsEntitiesAreNotRead() {
            String evil = "<!DOCTYPE CIM [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
            String body = envelope(GOOD.replace("CIM_ComputerSystem", "&x;")).replace("<CIM ", evil + "<CIM ");

            HttpResponse<String> response = client.send(HEADERS, body);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("CIMError").orElseThrow()).startsWith("request-not-");
            assertThat(response.body()).doesNotContain("root:");
        }

        @Test
        void aBodyOverTheLimitIsTooLarge() {
            byte[] body = new byte[80 << 20];

            assertThat(client.send("POST", HEADERS, body).statusCode()).isEqualTo(413);
        }

        @Test
        void aWrongPasswordIsUnauthorized() {
            HttpResponse<String> response =
                    new CimXmlClient(server.http(), "admin", "wrong").send(HEADERS, envelope(GOOD));

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic realm=");
        }

        @ParameterizedTest
        @CsvSource({"CIMMethod,GetInstance", "CIMObject,root%2Fother"})
        void aHeaderThatIsNotAsTheBodyIsAMismatch(String header, String value) {
            Map<String, String> headers = intrinsicHeaders("EnumerateInstanceNames", VIRT);
            headers.put(header, value);

            HttpResponse<String> response = client.send(headers, envelope(GOOD));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("CIMError")).contains("header-mismatch");
        }

        @Test
        void aNewerMajorVersionIsNotImplemented() {
            HttpResponse<String> response =
                    client.send(HEADERS, envelope(GOOD).replace("CIMVERSION=\"2.0\"", "CIMVERSION=\"3.0\""));

            assertThat(response.statusCode()).isEqualTo(501);
            assertThat(response.headers().firstValue("CIMError")).contains("unsupported-cim-version");
        }

        @Test
        void textThatIsNotUtf8IsNotValid() {
            byte[] body = envelope(GOOD).getBytes(UTF_8);
            body[envelope(GOOD).indexOf("CIM_ComputerSystem")] = (byte) 0xff;

            HttpResponse<String> response = client.send("POST", HEADERS, body);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("CIMError").orElseThrow()).startsWith("request-not-");
        }
    }

    @Nested
    @Requirement("DSP0200 5.3")
    class Methods {
        @ParameterizedTest
        @ValueSource(ints = {4, 6, 9, 10, 11})
        @Requirement("DSP1057 7")
        void aStateThatCannotBeReachedFromDefinedIsAnInvalidTransition(int requestedState) {
            String body = requestState("<VALUE>" + requestedState + "</VALUE>");

            assertThat(body).contains("<RETURNVALUE PARAMTYPE=\"uint32\"><VALUE>4097</VALUE></RETURNVALUE>");
            assertThat(job(body)).contains("ErrorDescription").contains("'one'").contains("defined");
        }

        @Test
        void aStateOfAnotherTypeIsAnInvalidParameter() {
            assertError(requestState("<VALUE>enabled</VALUE>"), 4, "RequestedState", "enabled");
        }

        @Test
        void anUnknownMethodIsNotFound() {
            assertError(call(system(), "Levitate", ""), 17, "Levitate");
        }

        @Test
        void anUnknownPropertyOfAnEmbeddedInstanceIsNamed() {
            String body = define(settings("CIM_VirtualSystemSettingData", property("Colour", "string", "red")));

            assertError(body, 4, "Colour", "CIM_VirtualSystemSettingData");
        }

        @Test
        void aPropertyOfAnEmbeddedInstanceWithAnotherTypeIsNamed() {
            String body = define(settings("CIM_VirtualSystemSettingData", property("ElementName", "uint32", "5")));

            assertError(body, 4, "ElementName", "uint32");
        }

        @Test
        void anEmbeddedInstanceOfAnotherClassIsNamed() {
            String body = define(settings("CIM_ComputerSystem", property("ElementName", "string", "x")));

            assertError(body, 4, "CIM_ComputerSystem", "CIM_VirtualSystemSettingData");
        }

        @Test
        void anUnknownParameterIsNamed() {
            assertError(
                    define("<PARAMVALUE NAME=\"Colour\" PARAMTYPE=\"string\"><VALUE>red</VALUE></PARAMVALUE>"),
                    4,
                    "Colour");
        }

        /** The job that a refusal names. */
        private String job(String body) {
            Matcher name = JOB.matcher(body);
            assertThat(name.find()).as(body).isTrue();
            return client.intrinsic(
                            "GetInstance",
                            VIRT,
                            "<IPARAMVALUE NAME=\"InstanceName\">" + name.group() + "</IPARAMVALUE>")
                    .body();
        }

        private String requestState(String value) {
            return call(
                    system(), "RequestStateChange", "<PARAMVALUE NAME=\"RequestedState\">" + value + "</PARAMVALUE>");
        }

        private String system() {
            return instanceName(SYSTEM, "Telvirt_ComputerSystem");
        }
    }
}
