package org.telvirt.server.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class EventTest {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    @Test
    void isALineOfWordsForPeopleAndAnObjectForPrograms() {
        fields.put("user", "admin");
        fields.put("milliseconds", 1.5);
        Event event = new Event(Level.INFO, "here", "operation", fields);

        assertThat(event.getMessage()).isEqualTo("operation user=admin milliseconds=1.5");
        assertThat(new JsonFormat().format(event))
                .endsWith("\"level\":\"INFO\",\"logger\":\"here\",\"message\":\"operation\",\"user\":\"admin\","
                        + "\"milliseconds\":1.5}\n");
    }

    @Test
    void cannotBeMadeIntoTwoLinesByAClient() {
        fields.put("user", "eve\n2026 INFO all is well {0}");
        Event event = new Event(Level.INFO, "here", "operation", fields);

        assertThat(event.getMessage()).isEqualTo("operation user=\"eve\\n2026 INFO all is well {0}\"");
        assertThat(new JsonFormat().format(event)).hasLineCount(1).contains("\"eve\\n2026 INFO all is well {0}\"");
    }

    @Test
    void leavesOtherLinesTheirTextAndTheirCause() {
        LogRecord line = new LogRecord(Level.SEVERE, "bad \"luck\"");
        line.setThrown(new IllegalStateException("why"));

        assertThat(new JsonFormat().format(line))
                .contains("\"message\":\"bad \\\"luck\\\"\"", "\"thrown\":\"java.lang.IllegalStateException: why\\n")
                .hasLineCount(1);
    }

    @Test
    void writesEveryKindOfValueAsJson() {
        assertThat(JsonText.of(List.of(1, true, "\u0001\u007f\ud800", List.of(), Map.of())))
                .isEqualTo("[1,true,\"\\u0001\\u007f\\ud800\",[],{}]");
        assertThat(JsonText.of(null)).isEqualTo("null");
    }
}
