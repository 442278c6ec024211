package org.telvirt.cimxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimxml.client.CimXmlTransport;

/** Carries requests to a door in the same process. */
final class DoorTransport implements CimXmlTransport {
    private final CimXmlDoor door;
    private final UnaryOperator<RecordedExchange> change;
    private int closed;

    DoorTransport(CimService service) {
        this(service, exchange -> exchange);
    }

    /**
     * @param change what happens to each exchange before it comes to the door
     */
    DoorTransport(CimService service, UnaryOperator<RecordedExchange> change) {
        this.door = new CimXmlDoor(service, CimXmlSettings.DEFAULT);
        this.change = change;
    }

    int closedReplies() {
        return closed;
    }

    @Override
    public Reply post(String cimMethod, String cimObject, byte[] body) throws IOException {
        RecordedExchange exchange = change.apply(RecordedExchange.operation(cimMethod, cimObject, body));
        door.handle(exchange);
        InputStream answer = new ByteArrayInputStream(exchange.answer().getBytes(StandardCharsets.UTF_8));
        return new Reply() {
            @Override
            public int status() {
                return exchange.status();
            }

            @Override
            public @Nullable String cimError() {
                return exchange.answerHeader("CIMError");
            }

            @Override
            public InputStream body() {
                return answer;
            }

            @Override
            public Map<String, String> trailers() {
                return exchange.sentTrailers();
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
