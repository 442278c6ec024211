package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says about a defect below, which the client is told nothing of. */
class DefectLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.telvirt.cimxml");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private static RecordedExchange handle(RuntimeException defect) throws IOException {
        RecordedExchange exchange = RecordedExchange.operation("EnumerateInstanceNames", "root/virt", Requests.names());
        ScriptedService service = new ScriptedService(operation -> {
            throw defect;
        });
        new CimXmlDoor(service, CimXmlSettings.DEFAULT).handle(exchange);
        return exchange;
    }

    @Test
    void namesTheRequestOnce() throws IOException {
        handle(new IllegalStateException("secret"));

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).contains("r1", "EnumerateInstanceNames", "root/virt");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("secret");
        });
    }

    @Test
    void aFailureOfSomeOtherStreamIsADefectToo() throws IOException {
        RecordedExchange exchange = handle(new UncheckedIOException(new IOException("disk full")));

        assertThat(exchange.answer()).contains("<ERROR CODE=\"1\"").doesNotContain("disk full");
        assertThat(log.list).hasSize(1);
    }

    @Test
    void isSilentAboutRefusals() throws IOException {
        RecordedExchange exchange = RecordedExchange.operation("A", "root/virt", "<a>");
        new CimXmlDoor(ScriptedService.answering(""), CimXmlSettings.DEFAULT).handle(exchange);

        assertThat(exchange.status()).isEqualTo(400);
        assertThat(log.list).isEmpty();
    }
}
