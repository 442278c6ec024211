package org.telvirt.traceability.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telvirt.traceability.Engine;

/**
 * The outcome of one test, or of one invocation of a parameterised test.
 *
 * @param test class, nested classes and method, joined by dots
 * @param invocation the display name of the invocation; empty for a test that is not parameterised
 * @param claims as written in the annotations, unchecked
 * @param engineDetail versions and the like; may be empty
 * @param reason why it failed or was skipped; empty when it passed
 * @param published what the test had to say, such as figures, each "name: value"
 */
public record TestRecord(
        String test,
        String invocation,
        List<String> claims,
        Engine engine,
        String engineDetail,
        Outcome outcome,
        String reason,
        long millis,
        List<String> published) {

    public TestRecord {
        claims = List.copyOf(claims);
        published = List.copyOf(published);
    }

    /** The fields as one line of the file. */
    public String toLine() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("test", test);
        fields.put("invocation", invocation);
        fields.put("requirements", claims);
        fields.put("engine", engine.name());
        fields.put("engineDetail", engineDetail);
        fields.put("result", outcome.name());
        fields.put("reason", reason);
        fields.put("millis", millis);
        if (!published.isEmpty()) {
            fields.put("published", published);
        }
        return JsonLine.write(fields);
    }

    static TestRecord from(JsonLine line) {
        return new TestRecord(
                line.text("test"),
                line.text("invocation"),
                line.texts("requirements"),
                Engine.valueOf(line.text("engine")),
                line.text("engineDetail"),
                Outcome.valueOf(line.text("result")),
                line.text("reason"),
                line.number("millis"),
                line.has("published") ? line.texts("published") : List.of());
    }
}
