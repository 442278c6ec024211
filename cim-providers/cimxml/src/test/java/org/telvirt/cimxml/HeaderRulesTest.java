package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.traceability.Requirement;

/** What a request must have around its message, and the exact refusal where it does not. */
@Requirement("DSP0200 6")
class HeaderRulesTest {
    private final ScriptedService service = ScriptedService.answering(CimCursor.empty());

    private RecordedExchange handle(RecordedExchange exchange) throws IOException {
        new CimXmlDoor(service, CimXmlSettings.DEFAULT).handle(exchange);
        return exchange;
    }

    private static RecordedExchange names() {
        return RecordedExchange.operation("EnumerateInstanceNames", "root%2Fvirt", Requests.names());
    }

    private static Arguments refused(
            String what, int status, @Nullable String error, UnaryOperator<RecordedExchange> change) {
        return Arguments.of(what, status, error, change);
    }

    private static Arguments refused(String what, int status, @Nullable String error, String find, String replacement) {
        String body = Requests.names().replace(find, replacement);
        return refused(
                what,
                status,
                error,
                exchange -> RecordedExchange.operation("EnumerateInstanceNames", "root%2Fvirt", body));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(httpRefusals(), headerRefusals(), versionRefusals(), contentRefusals())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> httpRefusals() {
        return Stream.of(
                refused("a GET", 405, null, e -> e.method("GET")),
                refused("a PUT", 405, null, e -> e.method("PUT")),
                refused("no Host", 400, null, e -> e.without("Host")),
                refused(
                        "M-POST over HTTP/1.0",
                        501,
                        null,
                        e -> e.asExtension("73").protocol("HTTP/1.0")),
                refused(
                        "M-POST without Man",
                        510,
                        null,
                        e -> e.asExtension("73").without("Man")),
                refused(
                        "M-POST for something else",
                        510,
                        null,
                        e -> e.asExtension("73").with("Man", "http://x; ns=1")),
                refused(
                        "M-POST with bare header fields",
                        400,
                        null,
                        e -> e.method("M-POST").with("Man", "http://www.dmtf.org/cim/mapping/http/v1.0; ns=73")),
                refused("no CIMOperation", 400, null, e -> e.without("CIMOperation")),
                refused(
                        "an indication",
                        400,
                        null,
                        e -> e.without("CIMOperation").with("CIMExport", "MethodRequest")),
                refused("another CIMOperation", 400, "unsupported-operation", e -> e.with("CIMOperation", "Call")),
                refused("an empty CIMOperation", 400, "unsupported-operation", e -> e.with("CIMOperation", "")),
                refused(
                        "CIMOperation twice",
                        400,
                        "unsupported-operation",
                        e -> e.with("CIMOperation", "MethodCall", "MethodCall")));
    }

    private static Stream<Arguments> headerRefusals() {
        String mismatch = "header-mismatch";
        return Stream.of(
                refused("no CIMMethod", 400, mismatch, e -> e.without("CIMMethod")),
                refused("an empty CIMMethod", 400, mismatch, e -> e.with("CIMMethod", "")),
                refused("another CIMMethod", 400, mismatch, e -> e.with("CIMMethod", "GetInstance")),
                refused("a broken CIMMethod", 400, mismatch, e -> e.with("CIMMethod", "EnumerateInstanceNames%2")),
                refused("CIMMethod twice", 400, mismatch, e -> e.with("CIMMethod", "A", "A")),
                refused("no CIMObject", 400, mismatch, e -> e.without("CIMObject")),
                refused("an empty CIMObject", 400, mismatch, e -> e.with("CIMObject", " ")),
                refused("another CIMObject", 400, mismatch, e -> e.with("CIMObject", "root%2Fcimv2")),
                refused("a broken CIMObject", 400, mismatch, e -> e.with("CIMObject", "root%zzvirt")),
                refused("a CIMObject that is not UTF-8", 400, mismatch, e -> e.with("CIMObject", "root%FFvirt")),
                refused("CIMBatch with CIMMethod", 400, mismatch, e -> e.with("CIMBatch", "")),
                refused(
                        "CIMBatch for a SIMPLEREQ",
                        400,
                        mismatch,
                        e -> e.with("CIMBatch", "").without("CIMMethod").without("CIMObject")),
                refused("another CIMProtocolVersion", 400, mismatch, e -> e.with("CIMProtocolVersion", "1.1")),
                refused("CIMProtocolVersion twice", 400, mismatch, e -> e.with("CIMProtocolVersion", "1.0", "1.0")),
                refused(
                        "a MULTIREQ without CIMBatch",
                        400,
                        mismatch,
                        e -> RecordedExchange.operation(
                                "EnumerateInstanceNames",
                                "root%2Fvirt",
                                Requests.batch(
                                        Requests.intrinsicCall("EnumerateClassNames", ""),
                                        Requests.intrinsicCall("EnumerateClassNames", "")))));
    }

    private static Stream<Arguments> versionRefusals() {
        return Stream.of(
                refused("CIM 3", 501, "unsupported-cim-version", "CIMVERSION=\"2.0\"", "CIMVERSION=\"3.0\""),
                refused("CIM 2", 501, "unsupported-cim-version", "CIMVERSION=\"2.0\"", "CIMVERSION=\"2\""),
                refused("DTD 1", 501, "unsupported-dtd-version", "DTDVERSION=\"2.0\"", "DTDVERSION=\"1.0\""),
                refused("DTD x", 501, "unsupported-dtd-version", "DTDVERSION=\"2.0\"", "DTDVERSION=\"2.x\""),
                refused("another PROTOCOLVERSION", 400, "header-mismatch", "VERSION=\"1.0\">", "VERSION=\"2.0\">"),
                refused(
                        "protocol 2 in both places",
                        501,
                        "unsupported-protocol-version",
                        e -> RecordedExchange.operation(
                                        "EnumerateInstanceNames",
                                        "root%2Fvirt",
                                        Requests.names().replace("PROTOCOLVERSION=\"1.0\"", "PROTOCOLVERSION=\"2.0\""))
                                .with("CIMProtocolVersion", "2.0")));
    }

    private static Stream<Arguments> contentRefusals() {
        return Stream.of(
                refused("no Content-Type", 400, null, e -> e.without("Content-Type")),
                refused("a form", 400, null, e -> e.with("Content-Type", "application/x-www-form-urlencoded")),
                refused("Latin", 400, null, e -> e.with("Content-Type", "text/xml; charset=iso-8859-1")),
                refused("a strange Content-Type", 400, null, e -> e.with("Content-Type", ";")),
                refused("gzip", 406, null, e -> e.with("Content-Encoding", "gzip")),
                refused("a client of HTML", 406, null, e -> e.with("Accept", "text/html")),
                refused("a client that refuses XML", 406, null, e -> e.with("Accept", "application/xml;q=0")),
                refused("a client of Latin", 406, null, e -> e.with("Accept-Charset", "iso-8859-1")),
                refused("a client of ranges", 406, null, e -> e.with("Accept-Ranges", "bytes")));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("refusals")
    void refuses(String what, int status, @Nullable String error, UnaryOperator<RecordedExchange> change)
            throws IOException {
        RecordedExchange exchange = handle(change.apply(names()));

        assertThat(exchange.status()).as(exchange.answer()).isEqualTo(status);
        assertThat(exchange.answerHeader("CIMError")).isEqualTo(error);
        assertThat(service.operations()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("refusals")
    void saysWhyInText(String what, int status, @Nullable String error, UnaryOperator<RecordedExchange> change)
            throws IOException {
        RecordedExchange exchange = handle(change.apply(names()));

        assertThat(exchange.answer()).isNotBlank();
        assertThat(exchange.answerHeader("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(exchange.answerHeader("Content-Length"))
                .isEqualTo(Integer.toString(exchange.answer().length()));
        assertThat(exchange.answerHeader("CIMOperation")).isNull();
    }

    @Test
    void namesTheMethodsThatItAllows() throws IOException {
        assertThat(handle(names().method("DELETE")).answerHeader("Allow")).isEqualTo("POST, M-POST");
    }

    @Nested
    class Takes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/xml",
                    "text/xml",
                    "application/xml; charset=utf-8",
                    "Text/XML;charset=\"UTF-8\"",
                    "application/xml ; charset = utf-8 ; x=y"
                })
        void everySpellingOfXmlInUtf8(String type) throws IOException {
            assertThat(handle(names().with("Content-Type", type)).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "*/*", "text/html, text/xml, application/xml", "application/*;q=0.1", "text/*"})
        void clientsThatAcceptXml(String accept) throws IOException {
            assertThat(handle(names().with("Accept", accept)).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "*", "utf-8", "iso-8859-1, UTF-8;q=0.7"})
        void clientsThatAcceptUtf8(String charset) throws IOException {
            assertThat(handle(names().with("Accept-Charset", charset)).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"2.0,2.0", "2.1,2.4", "2.3.1,2.3.1", "2.8,2.99"})
        void everyMinorVersion(String cim, String dtd) throws IOException {
            String body = Requests.names()
                    .replace("CIMVERSION=\"2.0\"", "CIMVERSION=\"" + cim + "\"")
                    .replace("DTDVERSION=\"2.0\"", "DTDVERSION=\"" + dtd + "\"");
            assertThat(handle(RecordedExchange.operation("EnumerateInstanceNames", "root%2Fvirt", body))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void protocol14WhereBothPlacesSayIt() throws IOException {
            String body = Requests.names().replace("PROTOCOLVERSION=\"1.0\"", "PROTOCOLVERSION=\"1.4\"");
            RecordedExchange exchange = handle(RecordedExchange.operation("EnumerateInstanceNames", "root%2Fvirt", body)
                    .with("CIMProtocolVersion", "1.4"));

            assertThat(exchange.answer()).contains("PROTOCOLVERSION=\"1.4\"");
        }

        @Test
        void requestsWithoutCimProtocolVersion() throws IOException {
            assertThat(handle(names().without("CIMProtocolVersion")).status()).isEqualTo(200);
        }

        @Test
        void http10WithoutHost() throws IOException {
            assertThat(handle(names().protocol("HTTP/1.0").without("Host")).status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({
            "EnumerateInstanceNames,root/virt",
            "enumerateinstancenames,ROOT%2fVIRT",
            "Enumerate%49nstanceNames,/root/virt/",
            "EnumerateInstanceNames,%72oot%2Fvirt",
            "EnumerateInstanceNames,//server:5988/root/virt",
            "EnumerateInstanceNames,https%3A%2F%2Fada%40server%3A5989%2Froot%2Fvirt"
        })
        void everySpellingOfMethodAndNamespace(String method, String object) throws IOException {
            assertThat(handle(RecordedExchange.operation(method, object, Requests.names()))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class TargetsOfMethods {
        private final ScriptedService methods = ScriptedService.answering(new MethodResult(null, List.of()));

        private int status(String header, String body) throws IOException {
            RecordedExchange exchange = RecordedExchange.operation("Try", header, body);
            new CimXmlDoor(methods, CimXmlSettings.DEFAULT).handle(exchange);
            assertThat(exchange.answerHeader("CIMError"))
                    .isEqualTo(exchange.status() == 200 ? null : "header-mismatch");
            return exchange.status();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "root/virt:TST_System.Name=\"a\",Count=5",
                    "root%2Fvirt%3ATST_System.Name%3D%22a%22%2CCount%3D5",
                    "ROOT/virt:tst_system.COUNT=5,name=\"a\"",
                    "/root/virt:TST_System.Count=\"5\",Name=\"a\"",
                    "root%2Fvirt%3ATST_System.Name=\"a\",Count=5"
                })
        void areComparedAsPaths(String header) throws IOException {
            String body = Requests.method("Try", Requests.key("Name", "a") + Requests.key("Count", "5"), "");

            assertThat(status(header, body)).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "root/virt:TST_System.Name=\"a\"",
                    "root/virt:TST_System.Name=\"a\",Count=6",
                    "root/virt:TST_System.Name=\"A\",Count=5",
                    "root/virt:TST_System.Name=\"a\",Count=5,More=1",
                    "root/virt:TST_System.Name=\"a\",Name=\"a\",Count=5",
                    "root/virt:TST_System",
                    "root/virt:TST_Other.Name=\"a\",Count=5",
                    "root/other:TST_System.Name=\"a\",Count=5",
                    "TST_System.Name=\"a\",Count=5",
                    "root/virt",
                    "root/virt:TST_System.Name=\"a",
                    "root/virt:TST_System.Name",
                    "root/virt:TST_System.",
                    "root/virt:",
                    ":",
                    "//",
                    "//host",
                    "http://host",
                    "http://root/virt:TST_System.Name=\"a\",Count=5",
                    "=@",
                    "."
                })
        void areRefusedWhenTheyDiffer(String header) throws IOException {
            String body = Requests.method("Try", Requests.key("Name", "a") + Requests.key("Count", "5"), "");

            assertThat(status(header, body)).isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '|',
                value = {
                    "root/virt:TST_System.Name=\"a,b=\\\"c\\\"\";a,b=\"c\"",
                    "root/virt:TST_System.Name=\"C:\\\\x\";C:\\x",
                    "root/virt:TST_System.Name=\"C:\\x\";C:\\x",
                    "root/virt:TST_System.Name=\"%C3%A4%E2%82%AC\";ä€",
                    "root/virt:TST_System.Name=\"Ã¤\";ä",
                    "root/virt:TST_System.Name=\"ä\";ä",
                    "root/virt:TST_System.Name=TRUE;true"
                },
                delimiter = ';')
        void mayBeEscapedInManyWays(String header, String key) throws IOException {
            assertThat(status(header, Requests.method("Try", Requests.key("Name", key), "")))
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({
            "uint64,0x10,16,200",
            "uint64,16,17,400",
            "boolean,TRUE,true,200",
            "boolean,TRUE,false,400",
            "real64,1.50,1.5,200",
            "datetime,20240101000000.000000+000,\"20240101000000.000000+000\",200",
            "char16,x,'\"x\"',200"
        })
        void areComparedByType(String type, String key, String said, int status) throws IOException {
            String typed =
                    "<KEYBINDING NAME=\"Name\"><KEYVALUE TYPE=\"" + type + "\">" + key + "</KEYVALUE></KEYBINDING>";

            assertThat(status("root/virt:TST_System.Name=" + said, Requests.method("Try", typed, "")))
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({
            "'root/virt:TST_System.Peer=\"TST_Peer.Id=\\\"1\\\"\"',200",
            "'root/virt:TST_System.Peer=\"root/virt:TST_Peer.Id=\\\"1\\\"\"',200",
            "'root/virt:TST_System.Peer=\"//host/root/virt:TST_Peer.Id=\\\"1\\\"\"',200",
            "'root/virt:TST_System.Peer=\"TST_Peer.Id=\\\"2\\\"\"',400",
            "'root/virt:TST_System.Peer=\"root/other:TST_Peer.Id=\\\"1\\\"\"',400"
        })
        void mayHaveReferencesAsKeys(String header, int status) throws IOException {
            String reference = "<KEYBINDING NAME=\"Peer\"><VALUE.REFERENCE><LOCALINSTANCEPATH><LOCALNAMESPACEPATH>"
                    + "<NAMESPACE NAME=\"root\"/><NAMESPACE NAME=\"virt\"/></LOCALNAMESPACEPATH>"
                    + "<INSTANCENAME CLASSNAME=\"TST_Peer\">" + Requests.key("Id", "1")
                    + "</INSTANCENAME></LOCALINSTANCEPATH></VALUE.REFERENCE></KEYBINDING>";

            assertThat(status(header, Requests.method("Try", reference, ""))).isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "root/virt:TST_System",
                    "root/virt:TST_System=@",
                    "root/virt:TST_System.",
                    "//server:5988/root/virt:TST_System",
                    "HTTPS://server:5989/root/virt:TST_System",
                    "//[::1]:5988/root/virt:TST_System"
                })
        void mayHaveNoKeys(String header) throws IOException {
            assertThat(status(header, Requests.method("Try", "", ""))).isEqualTo(200);
        }

        @Test
        void mayHaveAKeyWithoutAName() throws IOException {
            String body = Requests.method("Try", "<KEYVALUE>a</KEYVALUE>", "");

            assertThat(status("root/virt:TST_System=\"a\"", body)).isEqualTo(200);
        }
    }

    @Nested
    class Answers {
        @Test
        void sayHowLongTheyTookWhereThatIsMeasured() throws IOException {
            assertThat(handle(names().after(Duration.ofNanos(1_234_999))).answerHeader("WBEMServerResponseTime"))
                    .isEqualTo("1234");
            assertThat(handle(names()).answerHeader("WBEMServerResponseTime")).isNull();
        }

        @Test
        void sayTheirLanguageToWhoeverAsksForOne() throws IOException {
            assertThat(handle(names().with("Accept-Language", "de, en;q=0.5")).answerHeader("Content-Language"))
                    .isEqualTo("en");
            assertThat(handle(names()).answerHeader("Content-Language")).isNull();
        }
    }

    @Nested
    class Extensions {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://www.dmtf.org/cim/mapping/http/v1.0;ns=73",
                    "http://www.dmtf.org/cim/mapping/http/v1.0 ; ns = 73",
                    "\"http://www.dmtf.org/cim/mapping/http/v1.0\"; ns=\"73\"",
                    "http://other; ns=12, http://www.dmtf.org/cim/mapping/http/v1.0; ns=73"
                })
        void areTakenInEverySpelling(String man) throws IOException {
            RecordedExchange exchange = handle(names().asExtension("73").with("Man", man.replace("ns = ", "ns=")));

            assertThat(exchange.status()).isEqualTo(200);
        }

        @Test
        void areAnsweredWithTheSamePrefix() throws IOException {
            RecordedExchange exchange = handle(names().asExtension("73"));

            assertThat(exchange.answerHeader("73-CIMOperation")).isEqualTo("MethodResponse");
            assertThat(exchange.answerHeader("Ext")).isEmpty();
            assertThat(exchange.answerHeader("Cache-Control")).isEqualTo("no-cache");
            assertThat(exchange.answerHeader("Man")).isEqualTo("http://www.dmtf.org/cim/mapping/http/v1.0; ns=73");
            assertThat(exchange.answerHeader("CIMOperation")).isNull();
        }

        @Test
        void areRefusedWithAPrefixedError() throws IOException {
            RecordedExchange exchange = handle(names().asExtension("41").with("41-CIMMethod", "Other"));

            assertThat(exchange.status()).isEqualTo(400);
            assertThat(exchange.answerHeader("41-CIMError")).isEqualTo("header-mismatch");
        }
    }
}
