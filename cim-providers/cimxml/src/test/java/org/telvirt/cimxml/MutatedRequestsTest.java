package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that were right and have been damaged at random: every one is answered, in time, by an HTTP error or by a
 * complete response. For a long run: {@code -Dtelvirt.fuzz.inputs=1000000}.
 */
class MutatedRequestsTest {
    private static final int INPUTS = Integer.getInteger("telvirt.fuzz.inputs", 10_000);
    private static final Duration LIMIT = Duration.ofMillis(60_000L + 5L * INPUTS);

    private final XMLInputFactory xml = XMLInputFactory.newFactory();

    /**
     * A request that is right.
     *
     * @param octets its body, a character for each
     */
    private record Seed(WireCase wire, String octets) {
        byte[] body() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static List<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (WireCase wire : WireTest.cases().toList()) {
            String name = "/wire/" + wire.folder() + "/request.xml";
            try (InputStream in = MutatedRequestsTest.class.getResourceAsStream(name)) {
                seeds.add(new Seed(wire, new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
            }
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_240_229})
    void areAllAnswered(long seed) throws IOException {
        List<Seed> seeds = seeds();
        Random random = new Random(seed);
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int input = 0; input < INPUTS; input++) {
                Seed chosen = seeds.get(random.nextInt(seeds.size()));
                Mutation mutation = new Mutation(random);
                boolean header = random.nextInt(10) == 0;
                answer(
                        "seed " + seed + ", input " + input,
                        header ? withHeader(chosen.wire(), mutation) : chosen.wire(),
                        header ? chosen.body() : mutation.of(chosen.body()));
            }
        });
    }

    private static WireCase withHeader(WireCase wire, Mutation mutation) {
        byte[] damaged = mutation.of(wire.object().getBytes(StandardCharsets.ISO_8859_1));
        String header = new String(damaged, StandardCharsets.ISO_8859_1);
        return new WireCase(wire.folder(), wire.method(), header, wire.operation(), wire.result());
    }

    private void answer(String name, WireCase wire, byte[] body) throws XMLStreamException {
        RecordedExchange exchange;
        try {
            exchange = wire.send(ScriptedService.answering(wire.result().get()), body);
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(name, e);
        }
        if (exchange.status() == 200) {
            assertComplete(exchange.answer());
        } else {
            assertThat(exchange.status()).as(name).isIn(400, 501);
            assertThat(exchange.answer()).as(name).isNotBlank();
        }
    }

    private void assertComplete(String answer) throws XMLStreamException {
        XMLStreamReader reader =
                xml.createXMLStreamReader(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        while (reader.hasNext()) {
            reader.next();
        }
    }

    @Test
    void reachTheObjectManagerOftenEnoughToMeanSomething() throws IOException {
        List<Seed> seeds = seeds();
        Random random = new Random(1);
        int performed = 0;
        for (int input = 0; input < 1000; input++) {
            Seed chosen = seeds.get(random.nextInt(seeds.size()));
            ScriptedService service =
                    ScriptedService.answering(chosen.wire().result().get());
            chosen.wire().send(service, new Mutation(random).of(chosen.body()));
            performed += service.operations().size();
        }

        assertThat(performed).isBetween(50, 900);
    }
}
