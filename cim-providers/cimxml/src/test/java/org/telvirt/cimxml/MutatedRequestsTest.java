package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests of every operation that were right and have been damaged at random: each is answered, in time, by an HTTP error
 * or by a complete response, and the door agrees with the JDK's parser on what is XML.
 */
class MutatedRequestsTest {
    private static final String NOT_WELL_FORMED = "request-not-well-formed";

    private final XMLInputFactory xml = XMLInputFactory.newFactory();
    private final CannedService service = new CannedService();
    private final CimXmlDoor door = new CimXmlDoor(service, CimXmlSettings.DEFAULT);

    MutatedRequestsTest() {
        xml.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_240_229})
    void areAllAnswered(long seed) throws IOException {
        Random random = new Random(seed);
        Fuzz.run(seed, Fuzz.seeds("request.xml"), (wire, body) -> {
            boolean header = random.nextInt(10) == 0;
            answer(wire.method(), header ? damaged(wire.object(), random) : wire.object(), body);
        });
        assertThat(service.performed())
                .as("performed, or the run means nothing")
                .isBetween(Fuzz.INPUTS / 20L, Fuzz.INPUTS * 9L / 10);
    }

    private static String damaged(String header, Random random) {
        byte[] octets = new Mutation(random).of(header.getBytes(StandardCharsets.ISO_8859_1));
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private void answer(String method, String object, byte[] body) throws IOException {
        RecordedExchange exchange = RecordedExchange.operation(method, object, body);
        door.handle(exchange);
        if (exchange.status() == 200) {
            assertThat(exchange.answer()).doesNotContain("the server has a defect");
            assertThat(malformed(exchange.answer().getBytes(StandardCharsets.UTF_8)))
                    .isNull();
        } else {
            assertThat(exchange.status()).isIn(400, 501);
            assertThat(exchange.answer()).isNotBlank();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7_061_623})
    void areXmlWhereTheJdkSaysSo(long seed) throws IOException {
        Fuzz.run(seed, Fuzz.seeds("request.xml"), (wire, body) -> {
            if (isComparable(body)) {
                RecordedExchange exchange = RecordedExchange.operation(wire.method(), wire.object(), body);
                door.handle(exchange);
                compare(exchange, malformed(body), body);
            }
        });
    }

    // the JDK's parser is of an older edition, which has fewer names, and of other opinion on other encodings
    private static boolean isComparable(byte[] body) {
        String octets = new String(body, StandardCharsets.ISO_8859_1);
        return octets.startsWith("<?xml version=\"1.0\" encoding=\"utf-8\" ?>")
                && !octets.contains("<!DOCTYPE")
                && octets.chars().allMatch(c -> c < 0x80);
    }

    private static void compare(RecordedExchange exchange, @Nullable String malformed, byte[] body) {
        String error = exchange.answerHeader("CIMError");
        String text = new String(body, StandardCharsets.UTF_8);
        if (malformed == null) {
            assertThat(error).as(exchange.answer() + text).isNotEqualTo(NOT_WELL_FORMED);
        } else {
            // a limit or a header may have been looked at before
            assertThat(error).as("The JDK: " + malformed + "\n" + text).isNotNull();
        }
    }

    private @Nullable String malformed(byte[] document) {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.hasNext()) {
                reader.next();
            }
            return null;
        } catch (XMLStreamException e) {
            return e.getMessage();
        }
    }
}
