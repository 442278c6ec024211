package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimStatus;
import org.telvirt.traceability.Requirement;

/** How answers of different lengths travel, and what happens when one fails on the way. */
@Requirement("DSP0200 6")
class StreamingTest {
    /** A list of equal paths that ends by a failure or for good, and knows whether it was closed. */
    private static final class Paths implements CimCursor<CimInstancePath> {
        private final int count;
        private final @Nullable CimException failure;
        private int given;
        private boolean closed;

        Paths(int count, @Nullable CimException failure) {
            this.count = count;
            this.failure = failure;
        }

        @Override
        public @Nullable CimInstancePath next() throws CimException {
            if (given < count) {
                given++;
                return Samples.system("system-" + given);
            }
            if (failure != null) {
                throw failure;
            }
            return null;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final CimException failure = new CimException(CimStatus.FAILED, "Cannot list: ☎ is cut");

    private static RecordedExchange names() {
        return RecordedExchange.operation("EnumerateInstanceNames", "root/virt", Requests.names());
    }

    private static RecordedExchange handle(Paths paths, RecordedExchange exchange) throws IOException {
        new CimXmlDoor(ScriptedService.answering(paths), CimXmlSettings.DEFAULT).handle(exchange);
        return exchange;
    }

    @Nested
    class AShortAnswer {
        @Test
        void goesOutInOneWriteWithItsLength() throws IOException {
            RecordedExchange exchange = handle(new Paths(100, null), names());

            assertThat(exchange.writes()).isEqualTo(1);
            assertThat(exchange.answerHeader("Content-Length"))
                    .isEqualTo(Integer.toString(exchange.answer().getBytes(StandardCharsets.UTF_8).length));
            assertThat(exchange.isClosed()).isTrue();
        }

        @Test
        void hasTheHeaderFieldsOfAResponse() throws IOException {
            RecordedExchange exchange = handle(new Paths(1, null), names());

            assertThat(exchange.answerHeaderNames())
                    .containsExactlyInAnyOrder("Content-Type", "CIMOperation", "Content-Length");
            assertThat(exchange.answerHeader("Content-Type")).isEqualTo("application/xml; charset=\"utf-8\"");
            assertThat(exchange.answerHeader("CIMOperation")).isEqualTo("MethodResponse");
        }

        @Test
        void becomesAnErrorWhenTheListFails() throws IOException {
            RecordedExchange exchange = handle(new Paths(100, failure), names());

            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.answer()).contains("<ERROR CODE=\"1\"").doesNotContain("system-1");
        }
    }

    @Nested
    class ALongAnswer {
        @Test
        void goesOutInPiecesWithoutALength() throws IOException {
            RecordedExchange exchange = handle(new Paths(10_000, null), names());

            assertThat(exchange.writes()).isGreaterThan(10);
            assertThat(exchange.answerHeader("Content-Length")).isNull();
            assertThat(exchange.answer()).contains("system-1<", "system-10000<").endsWith("</CIM>\n");
            assertThat(exchange.isClosed()).isTrue();
        }

        @Test
        void isCutWhenTheListFails() throws IOException {
            RecordedExchange exchange = handle(new Paths(10_000, failure), names());

            assertThat(exchange.isAborted()).isTrue();
            assertThat(exchange.isClosed()).isFalse();
            assertThat(exchange.answer()).doesNotContain("</CIM>");
        }

        @Test
        void endsByTrailersWhenTheListFailsAndTheClientTakesThem() throws IOException {
            RecordedExchange exchange = handle(new Paths(10_000, failure), names().with("TE", "chunked, trailers"));

            assertThat(exchange.answerHeader("Trailer")).isEqualTo("CIMStatusCode, CIMStatusCodeDescription");
            assertThat(exchange.sentTrailers())
                    .containsEntry("CIMStatusCode", "1")
                    .containsEntry("CIMStatusCodeDescription", "Cannot list: ? is cut");
            assertThat(exchange.isClosed()).isTrue();
            assertThat(exchange.isAborted()).isFalse();
        }

        @Test
        void isNotWholeXmlWhenItEndsByTrailers() throws IOException {
            RecordedExchange exchange = handle(new Paths(10_000, failure), names().with("TE", "trailers"));

            assertThat(exchange.answer()).doesNotContain("</CIM>");
        }

        @Test
        void hasEmptyTrailersWhenNothingFails() throws IOException {
            RecordedExchange exchange = handle(new Paths(10_000, null), names().with("TE", "trailers"));

            assertThat(exchange.sentTrailers()).isEmpty();
            assertThat(exchange.answer()).endsWith("</CIM>\n");
        }

        @Test
        void prefixesItsTrailersInAnExtension() throws IOException {
            RecordedExchange exchange =
                    handle(new Paths(10_000, failure), names().asExtension("23").with("TE", "trailers"));

            assertThat(exchange.sentTrailers()).containsEntry("23-CIMStatusCode", "1");
        }
    }

    @Nested
    class TheList {
        @Test
        void isClosedAtItsEnd() throws IOException {
            Paths paths = new Paths(3, null);

            handle(paths, names());

            assertThat(paths.closed).isTrue();
        }

        @Test
        void isClosedWhenItFails() throws IOException {
            Paths paths = new Paths(3, failure);

            handle(paths, names());

            assertThat(paths.closed).isTrue();
        }

        @Test
        void isClosedAndNotPulledToItsEndWhenTheClientIsGone() {
            Paths paths = new Paths(1_000_000, null);

            assertThatThrownBy(() -> handle(paths, names().failingAfter(2)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Broken pipe");
            assertThat(paths.closed).isTrue();
            assertThat(paths.given).isLessThan(10_000);
        }
    }

    @Nested
    class TheCaller {
        @Test
        void isToldToTheObjectManager() throws IOException {
            ScriptedService service = ScriptedService.answering(CimCursor.empty());
            RecordedExchange exchange = names().with("Accept-Language", "de-CH, en;q=0.5, *;q=0.1");

            new CimXmlDoor(service, CimXmlSettings.DEFAULT).handle(exchange);

            assertThat(service.context()).isNotNull();
            assertThat(service.context().user()).isEqualTo("ada");
            assertThat(service.context().remoteAddress()).isEqualTo("192.0.2.7");
            assertThat(service.context().door()).isEqualTo("cim-xml");
            assertThat(service.context().requestId()).isEqualTo("r1");
            assertThat(service.context().serverHost()).isEqualTo("server:5988");
            assertThat(service.context().languages().toString()).isEqualTo("[de_CH, en]");
        }

        @Test
        void maySpeakLanguagesThatNobodyUnderstands() throws IOException {
            RecordedExchange exchange = names().with("Accept-Language", "q=;;,,--");

            handle(new Paths(1, null), exchange);

            assertThat(exchange.status()).isEqualTo(200);
        }
    }

    @Test
    void theNameOfTheOperationComesBackAsItWasSent() throws IOException {
        String body = Requests.names().replace("EnumerateInstanceNames", "enumerateINSTANCEnames");
        RecordedExchange exchange = RecordedExchange.operation("EnumerateInstanceNames", "root/virt", body);

        handle(new Paths(0, null), exchange);

        assertThat(exchange.answer()).contains("<IMETHODRESPONSE NAME=\"enumerateINSTANCEnames\">");
    }

    @Test
    void theMessageIdComesBackAsItWasSent() throws IOException {
        String body = Requests.names().replace("ID=\"7\"", "ID=\"&lt;7&#10;&quot;ü\"");
        RecordedExchange exchange = RecordedExchange.operation("EnumerateInstanceNames", "root/virt", body);

        handle(new Paths(0, null), exchange);

        assertThat(exchange.answer()).contains("<MESSAGE ID=\"&lt;7&#10;&quot;ü\" ");
    }
}
