package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.traceability.Requirement;

/** Request files become exactly these operations, and results exactly the bytes of the response files. */
@Requirement({"DSP0200 5.4", "DSP0201 5"})
class WireTest {
    static Stream<WireCase> cases() {
        return Stream.of(
                        WireInstanceCases.cases(),
                        WireAssociationCases.cases(),
                        WireClassCases.cases(),
                        WireChangeCases.cases(),
                        WireDeclarationCases.cases(),
                        WireQueryCases.cases(),
                        WireMethodCases.cases(),
                        WirePullCases.cases())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aRequestFileBecomesTheOperation(WireCase wire) throws IOException {
        ScriptedService service = ScriptedService.answering(wire.result().get());

        wire.send(service, bytes(wire, "request.xml"));

        assertThat(service.operations()).containsExactly(wire.operation());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void itsResultBecomesTheResponseFile(WireCase wire) throws IOException {
        ScriptedService service = ScriptedService.answering(wire.result().get());

        RecordedExchange exchange = wire.send(service, bytes(wire, "request.xml"));

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.answer()).isEqualTo(new String(bytes(wire, "response.xml"), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(WireCase wire, String file) throws IOException {
        String name = "/wire/" + wire.folder() + "/" + file;
        try (InputStream in = WireTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
