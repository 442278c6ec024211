package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.cimxml.client.CimXmlTransport;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.traceability.Requirement;

/** The codec in the other direction: what the client sends the door understands, and the reverse. */
@Requirement({"DSP0200 5.4", "DSP0201 5"})
class ClientTest {
    private static final CallContext CONTEXT = CallContext.internal("test");
    private static final EnumerateInstanceNames NAMES = new EnumerateInstanceNames(Samples.VIRT, Samples.SYSTEM);

    static Stream<WireCase> cases() {
        return WireTest.cases();
    }

    private static Object perform(CimXmlTransport transport, CimOperation<?> operation) throws CimException {
        Object result = new CimXmlClient(transport, XmlLimits.DEFAULT).execute(operation, CONTEXT);
        return result instanceof CimCursor<?> cursor ? cursor.toList() : result;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void operationsArriveAsTheyWereSent(WireCase wire) throws CimException {
        ScriptedService service = ScriptedService.answering(wire.result().get());

        perform(new DoorTransport(service), wire.operation());

        assertThat(untyped(service.operations().get(0))).isEqualTo(untyped(wire.operation()));
    }

    // the client says the types that values have, even where the caller did not
    private static CimOperation<?> untyped(CimOperation<?> operation) {
        if (operation instanceof InvokeMethod call) {
            List<CimArgument> arguments = call.arguments().stream()
                    .map(argument -> new CimArgument(argument.name(), null, argument.value()))
                    .toList();
            return new InvokeMethod(call.namespace(), call.target(), call.method(), arguments);
        }
        return operation;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void resultsComeBackAsTheyWereSent(WireCase wire) throws Exception {
        Object result = perform(
                new DoorTransport(ScriptedService.answering(wire.result().get())), wire.operation());

        // what the client has understood must become the same bytes again
        Object again = result instanceof List<?> list ? CimCursor.of(list) : result;
        byte[] request = resource(wire, "request.xml");
        assertThat(wire.send(ScriptedService.answering(again), request).answer())
                .isEqualTo(new String(resource(wire, "response.xml"), StandardCharsets.UTF_8));
    }

    private static byte[] resource(WireCase wire, String file) throws IOException {
        try (InputStream in = ClientTest.class.getResourceAsStream("/wire/" + wire.folder() + "/" + file)) {
            return in.readAllBytes();
        }
    }

    @Test
    void instancesHaveThePathTheyWereAskedFor() throws CimException {
        CimInstancePath path = Samples.system("a");
        Object result = perform(
                new DoorTransport(
                        ScriptedService.answering(CimInstance.of(Samples.SYSTEM).build())),
                new GetInstance(Samples.VIRT, path, InstanceView.ALL));

        assertThat(((CimInstance) result).path()).isEqualTo(path);
    }

    @Nested
    class Failures {
        @Test
        void ofOperationsKeepStatusAndText() {
            DoorTransport transport =
                    new DoorTransport(ScriptedService.failing(CimStatus.INVALID_CLASS, "No <such> \"class\""));

            assertThatThrownBy(() -> perform(transport, NAMES)).isInstanceOfSatisfying(CimException.class, e -> {
                assertThat(e.status()).isEqualTo(CimStatus.INVALID_CLASS);
                assertThat(e.getMessage()).isEqualTo("No <such> \"class\"");
            });
            assertThat(transport.closedReplies()).isEqualTo(1);
        }

        @Test
        void ofHttpSayWhatTheServerSays() {
            DoorTransport transport = new DoorTransport(
                    ScriptedService.answering(CimCursor.empty()), exchange -> exchange.with("CIMMethod", "Other"));

            assertThatThrownBy(() -> perform(transport, NAMES))
                    .isInstanceOf(CimException.class)
                    .hasMessageContaining("HTTP 400 header-mismatch: The header field CIMMethod");
            assertThat(transport.closedReplies()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<html>", "<CIM/>", "<CIM><MESSAGE/></CIM>", "<CIM CIMVERSION=\"2.0\">"})
        void ofTheAnswerAreReported(String body) {
            assertThatThrownBy(() -> perform((method, object, request) -> reply(200, body, Map.of()), NAMES))
                    .isInstanceOf(CimException.class)
                    .hasMessageContaining("not CIM-XML");
        }

        @Test
        void ofTheConnectionAreReported() {
            CimXmlTransport silent = (method, object, request) -> {
                throw new IOException("Connection refused");
            };

            assertThatThrownBy(() -> perform(silent, NAMES))
                    .isInstanceOf(CimException.class)
                    .hasMessage("The server does not answer: Connection refused");
        }

        @Test
        void ofCredentialsAreAccessDenied() {
            assertThatThrownBy(() -> perform((method, object, request) -> reply(401, "", Map.of()), NAMES))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.ACCESS_DENIED));
        }

        @Test
        void inTrailersComeAfterTheItemsBeforeThem() throws CimException {
            String start = "<CIM><MESSAGE><SIMPLERSP><IMETHODRESPONSE NAME=\"x\"><IRETURNVALUE>"
                    + "<INSTANCENAME CLASSNAME=\"TST_System\"></INSTANCENAME>";
            CimXmlTransport transport = (method, object, request) ->
                    reply(200, start, Map.of("CIMStatusCode", "27", "CIMStatusCodeDescription", "too many"));

            try (CimCursor<CimInstancePath> cursor =
                    new CimXmlClient(transport, XmlLimits.DEFAULT).execute(NAMES, CONTEXT)) {
                assertThat(cursor.next()).isEqualTo(CimInstancePath.of(Samples.SYSTEM));
                assertThatThrownBy(cursor::next)
                        .isInstanceOfSatisfying(
                                CimException.class,
                                e -> assertThat(e.status()).isEqualTo(CimStatus.SERVER_LIMITS_EXCEEDED))
                        .hasMessage("too many");
            }
        }

        @Test
        void ofEmbeddedObjectsAreReported() {
            String body = "<CIM><MESSAGE><SIMPLERSP><IMETHODRESPONSE NAME=\"x\"><IRETURNVALUE><VALUE.NAMEDINSTANCE>"
                    + "<INSTANCENAME CLASSNAME=\"a\"/><INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"p\" TYPE=\"string\""
                    + " EmbeddedObject=\"instance\"><VALUE>x</VALUE></PROPERTY></INSTANCE></VALUE.NAMEDINSTANCE>"
                    + "</IRETURNVALUE></IMETHODRESPONSE></SIMPLERSP></MESSAGE></CIM>";

            assertThatThrownBy(() -> perform(
                            (method, object, request) -> reply(200, body, Map.of()),
                            new EnumerateInstances(Samples.VIRT, Samples.SYSTEM, true, InstanceView.ALL)))
                    .isInstanceOf(CimException.class)
                    .hasMessageContaining("embedded object");
        }
    }

    @Test
    void repliesAreClosedWhenTheListIsLeftEarly() throws CimException {
        DoorTransport transport = new DoorTransport(
                ScriptedService.answering(CimCursor.of(List.of(Samples.system("a"), Samples.system("b")))));

        try (CimCursor<CimInstancePath> cursor =
                new CimXmlClient(transport, XmlLimits.DEFAULT).execute(NAMES, CONTEXT)) {
            assertThat(cursor.next()).isEqualTo(Samples.system("a"));
            assertThat(transport.closedReplies()).isZero();
        }

        assertThat(transport.closedReplies()).isPositive();
    }

    private static CimXmlTransport.Reply reply(int status, String body, Map<String, String> trailers) {
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new CimXmlTransport.Reply() {
            @Override
            public int status() {
                return status;
            }

            @Override
            public @Nullable String cimError() {
                return null;
            }

            @Override
            public InputStream body() {
                return bytes;
            }

            @Override
            public Map<String, String> trailers() {
                return trailers;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
