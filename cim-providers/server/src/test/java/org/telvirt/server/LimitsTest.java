package org.telvirt.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.settings.Setting;
import org.telvirt.server.settings.SettingsReader;

/** What clients may cost above HTTP, over a socket; {@link org.telvirt.server.porch.PorchTest} has the rest. */
class LimitsTest {
    private static final String OPEN =
            "<IPARAMVALUE NAME=\"ClassName\"><CLASSNAME NAME=\"CIM_RegisteredProfile\"/></IPARAMVALUE>"
                    + "<IPARAMVALUE NAME=\"MaxObjectCount\"><VALUE>%d</VALUE></IPARAMVALUE>"
                    + "<IPARAMVALUE NAME=\"OperationTimeout\"><VALUE>%d</VALUE></IPARAMVALUE>";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private RunningServer server;
    private String password;

    @BeforeEach
    void start() throws Exception {
        Map<Setting, String> options = new EnumMap<>(Map.of(
                Setting.HTTP_PORT, "0",
                Setting.HTTPS_PORT, "none",
                Setting.STATE, folder.toString(),
                Setting.MAX_DEPTH, "12",
                Setting.MAX_ATTRIBUTES, "9",
                Setting.MAX_ELEMENTS, "40",
                Setting.MAX_ENUMERATIONS, "3",
                Setting.MAX_ENUMERATIONS_PER_USER, "2",
                Setting.MAX_PULLED_OBJECTS, "2"));
        options.put(Setting.MAX_ENUMERATION_TIMEOUT, "20s");
        server = Wiring.start(new SettingsReader(Map.of(), folder).read(options, Optional.empty()));
        password = server.freshPassword().orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void boundDepthAttributesAndElementsOfAMessage() throws Exception {
        String deep = "<A>".repeat(20) + "</A>".repeat(20);
        StringBuilder wide = new StringBuilder("<A");
        for (int number = 0; number < 20; number++) {
            wide.append(" a").append(number).append("=\"1\"");
        }
        String many = "<IPARAMVALUE NAME=\"PropertyList\"><VALUE.ARRAY>" + "<VALUE>x</VALUE>".repeat(60)
                + "</VALUE.ARRAY></IPARAMVALUE>";

        for (String content : new String[] {deep, wide.append("/>").toString(), many}) {
            HttpResponse<String> answer = post("EnumerateInstances", content);
            assertThat(answer.statusCode()).as(content).isEqualTo(400);
            assertThat(answer.headers().firstValue("CIMError")).isPresent();
        }
    }

    @Test
    void boundTheEnumerationsOfOneUser() throws Exception {
        assertThat(post("OpenEnumerateInstances", OPEN.formatted(1, 10)).body()).contains("EnumerationContext");
        assertThat(post("OpenEnumerateInstances", OPEN.formatted(1, 10)).body()).contains("EnumerationContext");

        assertThat(post("OpenEnumerateInstances", OPEN.formatted(1, 10)).body())
                .contains("CODE=\"27\"", "2 of admin are open");
    }

    @Test
    void boundTheObjectsOfAnAnswerAndTheTimeBetweenTwo() throws Exception {
        String answer = post("OpenEnumerateInstances", OPEN.formatted(1000, 10)).body();
        assertThat(answer.split("<INSTANCE ", -1)).hasSize(3);

        assertThat(post("OpenEnumerateInstances", OPEN.formatted(1, 21)).body()).contains("CODE=\"22\"", "1 to 20");
    }

    private HttpResponse<String> post(String method, String parameters) throws IOException, InterruptedException {
        String message = "<?xml version=\"1.0\"?><CIM CIMVERSION=\"2.0\" DTDVERSION=\"2.0\"><MESSAGE ID=\"1\""
                + " PROTOCOLVERSION=\"1.0\"><SIMPLEREQ><IMETHODCALL NAME=\"" + method + "\"><LOCALNAMESPACEPATH>"
                + "<NAMESPACE NAME=\"root\"/><NAMESPACE NAME=\"interop\"/></LOCALNAMESPACEPATH>" + parameters
                + "</IMETHODCALL></SIMPLEREQ></MESSAGE></CIM>";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + server.httpAddress().orElseThrow() + "/cimom"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8)))
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("CIMOperation", "MethodCall")
                .header("CIMMethod", method)
                .header("CIMObject", "root%2Finterop")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
