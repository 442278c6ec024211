package org.telvirt.cimxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.cimxml.client.CimXmlTransport;
import org.telvirt.cimxml.xml.XmlLimits;

/** Responses to every operation that have been damaged at random: the client understands them or fails as its port says, in time. */
class MutatedResponsesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_231_231})
    void neverSurpriseTheClient(long seed) throws IOException {
        Fuzz.run(seed, Fuzz.seeds("response.xml"), MutatedResponsesTest::read);
    }

    private static void read(WireCase wire, byte[] body) {
        CimXmlClient client = new CimXmlClient((method, object, request) -> new Canned(body), XmlLimits.DEFAULT);
        try {
            Object result = client.execute(wire.operation(), CallContext.internal("test"));
            if (result instanceof CimCursor<?> cursor) {
                cursor.toList();
            }
        } catch (CimException e) {
            // as the port says
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
