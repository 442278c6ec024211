package org.telvirt.cimxml.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimStatus;
import org.telvirt.cimxml.codec.InstanceReader;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;
import org.telvirt.cimxml.xml.XmlSource;

/** A response that is being read, from the first element inside its METHODRESPONSE or IMETHODRESPONSE on. */
final class Answer implements AutoCloseable {
    /** Reads something; the ways to fail are turned into one. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws WireException, CimException;
    }

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int SHOWN = 2000;

    private final CimXmlTransport.Reply reply;
    private final XmlInput in;
    private boolean ended;

    private Answer(CimXmlTransport.Reply reply, XmlInput in) {
        this.reply = reply;
        this.in = in;
    }

    /**
     * Opens an answer before its first result.
     *
     * @throws CimException the answer is an error, or none that can be read; the reply is closed
     */
    static Answer open(CimXmlTransport.Reply reply, XmlSource source) throws CimException {
        boolean opened = false;
        try {
            refused(reply);
            Answer answer = new Answer(reply, guarded(() -> source.open(reply.body())));
            answer.descend();
            opened = true;
            return answer;
        } finally {
            if (!opened) {
                close(reply);
            }
        }
    }

    private static void refused(CimXmlTransport.Reply reply) throws CimException {
        if (reply.status() == OK) {
            return;
        }
        String error = reply.cimError();
        String text;
        try {
            text = new String(reply.body().readNBytes(SHOWN), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            text = "";
        }
        throw new CimException(
                reply.status() == UNAUTHORIZED ? CimStatus.ACCESS_DENIED : CimStatus.FAILED,
                "The server refuses the request with HTTP " + reply.status() + (error == null ? "" : " " + error)
                        + (text.isEmpty() ? "" : ": " + text));
    }

    private void descend() throws CimException {
        guarded(() -> {
            require("CIM");
            for (String element : List.of("MESSAGE", "SIMPLERSP")) {
                in.child(element);
                require(element);
            }
            in.child("METHODRESPONSE or IMETHODRESPONSE");
            if (!in.element().endsWith("METHODRESPONSE")) {
                throw in.unexpected();
            }
            return in;
        });
    }

    private void require(String element) throws WireException {
        if (!in.element().equals(element)) {
            throw in.unexpected();
        }
    }

    /** The reader, which is at an element of the response. */
    XmlInput in() {
        return in;
    }

    /** Moves to the next element of the response; false: there is none. An ERROR is thrown. */
    boolean next() throws WireException, CimException {
        ended = !in.nextChild();
        if (ended) {
            return false;
        }
        if (in.element().equals("ERROR")) {
            throw error();
        }
        return true;
    }

    private CimException error() throws WireException {
        String code = in.required("CODE");
        String description = in.attribute("DESCRIPTION");
        List<CimInstance> details = new ArrayList<>();
        while (in.nextChild()) {
            details.add(InstanceReader.instance(in));
        }
        return exception(code, description, details);
    }

    private static CimException exception(String code, @Nullable String description, List<CimInstance> details) {
        CimStatus status = code.matches("\\d{1,9}") ? CimStatus.of(Integer.parseInt(code)) : null;
        String text = description == null ? "The server gives no reason" : description;
        return new CimException(status == null ? CimStatus.FAILED : status, text, details, null);
    }

    /** Ends the message, and throws what its trailers say. */
    void end() throws WireException, CimException {
        while (!ended && next()) {
            in.skip();
        }
        // of SIMPLERSP, MESSAGE and CIM
        in.end();
        in.end();
        in.end();
        in.endDocument();
        trailers();
    }

    private void trailers() throws CimException {
        Map<String, String> trailers = reply.trailers();
        String code = trailers.get("CIMStatusCode");
        if (code != null && !code.equals("0")) {
            throw exception(code, trailers.get("CIMStatusCodeDescription"), List.of());
        }
    }

    /** Reads, and turns what is wrong with the answer into a failure. */
    <T> T read(Reading<T> reading) throws CimException {
        T value;
        try {
            value = guarded(reading);
        } catch (CimException e) {
            // an answer that was broken off says why at its very end
            trailers();
            throw e;
        }
        CimException failure = in.takeFailure();
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    private static <T> T guarded(Reading<T> reading) throws CimException {
        try {
            return reading.read();
        } catch (WireException e) {
            throw new CimException(
                    CimStatus.FAILED, "The server's answer is not CIM-XML: " + e.getMessage(), List.of(), e);
        } catch (UncheckedIOException e) {
            throw new CimException(
                    CimStatus.FAILED, "The server's answer broke off: " + e.getMessage(), List.of(), e.getCause());
        }
    }

    @Override
    public void close() {
        close(reply);
    }

    private static void close(CimXmlTransport.Reply reply) {
        try {
            reply.close();
        } catch (IOException e) {
            // nothing depends on it any more
        }
    }
}
