package org.telvirt.cimxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimxml.codec.TagCache;
import org.telvirt.cimxml.message.Request;
import org.telvirt.cimxml.message.RequestReader;
import org.telvirt.cimxml.message.ResponseWriter;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlOutput;

/**
 * The CIM-XML door: turns one HTTP request into its operations and their results into the answer (DSP0200 §6, DSP0201).
 * Safe for use by many threads.
 */
public final class CimXmlDoor {
    private static final Logger LOG = LoggerFactory.getLogger(CimXmlDoor.class);
    private static final String NAME = "cim-xml";

    private final CimService service;
    private final CimXmlSettings settings;
    private final RequestReader reader;
    private final TagCache tags = new TagCache();

    /**
     * @param service performs the operations
     */
    public CimXmlDoor(CimService service, CimXmlSettings settings) {
        this.service = service;
        this.settings = settings;
        this.reader = new RequestReader(settings.limits());
    }

    /**
     * Answers one request, whatever it is.
     *
     * @throws IOException the connection is gone; nothing is left to do
     */
    public void handle(HttpExchange exchange) throws IOException {
        Extension extension = exchange.method().equals("M-POST") ? Extension.declaredBy(exchange) : Extension.NONE;
        HttpRefusal refusal = extension == null
                ? HttpRefusal.of(510, "M-POST without the Man header field of CIM-XML; use POST")
                : HttpRules.ofRequest(exchange, extension);
        if (refusal == null && extension != null) {
            refusal = answer(exchange, extension);
        }
        if (refusal != null) {
            LOG.debug("{} refused with {}: {}", exchange.requestId(), refusal.status(), refusal.reason());
            refusal.send(exchange, extension == null ? Extension.NONE : extension);
        }
    }

    // null: it has been answered
    private @Nullable HttpRefusal answer(HttpExchange exchange, Extension extension) throws IOException {
        Request request;
        try {
            RequestHeaders headers = RequestHeaders.of(exchange, extension);
            HttpRefusal refusal = HttpRules.ofContent(exchange);
            if (refusal != null) {
                return refusal;
            }
            request = read(exchange, headers);
        } catch (WireException e) {
            return HttpRefusal.of(e);
        } catch (BodyTooLargeException e) {
            return HttpRefusal.of(413, String.valueOf(e.getMessage()));
        }
        respond(exchange, extension, request);
        return null;
    }

    private Request read(HttpExchange exchange, RequestHeaders headers) throws IOException, WireException {
        try (InputStream body = exchange.body()) {
            return reader.read(body, headers);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void respond(HttpExchange exchange, Extension extension, Request request) throws IOException {
        AnswerStream stream = new AnswerStream(exchange, extension, HttpRules.takesTrailers(exchange));
        XmlOutput out = new XmlOutput(stream, AnswerStream.COMMIT_BYTES);
        ResponseWriter writer = new ResponseWriter(out, tags, service, context(exchange), settings.errorInstances());
        try {
            CimException late = writer.respond(request);
            if (late == null) {
                stream.finish(out);
            } else {
                LOG.warn("{} broken off after the first part: {}", exchange.requestId(), late.getMessage());
                stream.breakOff(late);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CallContext context(HttpExchange exchange) {
        return new CallContext(
                exchange.user(),
                exchange.remoteAddress(),
                NAME,
                exchange.requestId(),
                exchange.serverHost(),
                languages(exchange),
                null);
    }

    private static List<Locale> languages(HttpExchange exchange) {
        List<String> fields = exchange.headers("Accept-Language");
        if (fields.isEmpty()) {
            return List.of();
        }
        try {
            List<Locale> languages = new ArrayList<>();
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(String.join(",", fields))) {
                if (!range.getRange().contains("*")) {
                    languages.add(Locale.forLanguageTag(range.getRange()));
                }
            }
            return languages;
        } catch (IllegalArgumentException e) {
            // a language that cannot be understood is no reason to refuse
            return List.of();
        }
    }
}
