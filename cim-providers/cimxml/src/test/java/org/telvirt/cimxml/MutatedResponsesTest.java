package org.telvirt.cimxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.cimxml.client.CimXmlTransport;
import org.telvirt.cimxml.xml.XmlLimits;

/** Responses that have been damaged at random: the client understands them or fails as its port says, in time. */
class MutatedResponsesTest {
    private static final int INPUTS = Integer.getInteger("telvirt.fuzz.inputs", 5_000);
    private static final Duration LIMIT = Duration.ofMillis(60_000L + 5L * INPUTS);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_231_231})
    void neverSurpriseTheClient(long seed) {
        List<WireCase> cases = WireTest.cases().toList();
        Random random = new Random(seed);
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int input = 0; input < INPUTS; input++) {
                WireCase wire = cases.get(random.nextInt(cases.size()));
                read("seed " + seed + ", input " + input, wire, new Mutation(random).of(response(wire)));
            }
        });
    }

    private static byte[] response(WireCase wire) throws IOException {
        String name = "/wire/" + wire.folder() + "/response.xml";
        try (InputStream in = MutatedResponsesTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static void read(String name, WireCase wire, byte[] body) {
        CimXmlClient client = new CimXmlClient((method, object, request) -> new Canned(body), XmlLimits.DEFAULT);
        try {
            Object result = client.execute(wire.operation(), CallContext.internal("test"));
            if (result instanceof CimCursor<?> cursor) {
                cursor.toList();
            }
        } catch (CimException e) {
            // as the port says
        } catch (RuntimeException e) {
            throw new AssertionError(name + ": " + wire, e);
        }
    }

    /** An answer from a can. */
    private static final class Canned implements CimXmlTransport.Reply {
        private final InputStream body;

        Canned(byte[] body) {
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public @Nullable String cimError() {
            return null;
        }

        @Override
        public InputStream body() {
            return body;
        }

        @Override
        public Map<String, String> trailers() {
            return Map.of();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
