package org.telvirt.server.observation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A log line as a JSON object. */
public final class JsonFormat extends Formatter {
    @Override
    public String format(LogRecord line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("time", line.getInstant().toString());
        object.put("level", line.getLevel().getName());
        object.put("logger", String.valueOf(line.getLoggerName()));
        object.put("message", line instanceof Event event ? event.name() : formatMessage(line));
        if (line instanceof Event event) {
            event.fields().forEach(object::putIfAbsent);
        }
        if (line.getThrown() != null) {
            StringWriter trace = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(trace));
            object.put("thrown", trace.toString());
        }
        return JsonText.of(object) + "\n";
    }
}
