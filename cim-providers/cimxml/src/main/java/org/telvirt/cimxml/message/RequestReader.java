package org.telvirt.cimxml.message;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.telvirt.cimxml.xml.CimError;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.cimxml.xml.XmlSource;

/** Reads request messages (DSP0203 §5.6). Safe for use by many threads. */
public final class RequestReader {
    // only major versions are refused; real clients call themselves anything from 2.0 to 2.4

    private final XmlSource source;

    public RequestReader(XmlLimits limits) {
        this.source = new XmlSource(limits);
    }

    /**
     * Reads the one message of a body.
     *
     * @throws WireException the body is not a request or disagrees with its header fields
     * @throws java.io.UncheckedIOException the body cannot be read
     */
    public Request read(InputStream body, Expectation expected) throws WireException {
        return document(source.open(body), expected);
    }

    private static Request document(XmlInput in, Expectation expected) throws WireException {
        try {
            require(in, "CIM");
            version(in, "CIMVERSION", 2, CimError.UNSUPPORTED_CIM_VERSION);
            version(in, "DTDVERSION", 2, CimError.UNSUPPORTED_DTD_VERSION);
            in.child("MESSAGE");
            require(in, "MESSAGE");
            Request request = message(in, expected);
            in.end();
            in.endDocument();
            return request;
        } catch (WireException e) {
            throw in.settle(e);
        }
    }

    private static Request message(XmlInput in, Expectation expected) throws WireException {
        String id = in.required("ID");
        String protocol = in.required("PROTOCOLVERSION");
        expected.protocolVersion(protocol);
        version(in, "PROTOCOLVERSION", 1, CimError.UNSUPPORTED_PROTOCOL_VERSION);
        in.child("SIMPLEREQ or MULTIREQ");
        boolean batch = in.element().equals("MULTIREQ");
        if (!batch) {
            require(in, "SIMPLEREQ");
        }
        expected.batch(batch);
        List<Call> calls = batch ? batch(in) : List.of(simple(in, new CallReader(expected)));
        in.end();
        return new Request(id, protocol, batch, calls);
    }

    private static List<Call> batch(XmlInput in) throws WireException {
        CallReader reader = new CallReader(Unexpecting.INSTANCE);
        List<Call> calls = new ArrayList<>();
        while (in.nextChild()) {
            require(in, "SIMPLEREQ");
            calls.add(simple(in, reader));
        }
        if (calls.size() < 2) {
            throw in.invalid("a MULTIREQ must contain two SIMPLEREQ or more");
        }
        return calls;
    }

    private static Call simple(XmlInput in, CallReader reader) throws WireException {
        do {
            in.child("IMETHODCALL or METHODCALL");
            if (in.element().equals("CORRELATOR")) {
                in.skip();
                continue;
            }
            break;
        } while (true);
        Call call = reader.read(in);
        in.end();
        return call;
    }

    private static void version(XmlInput in, String attribute, int major, CimError error) throws WireException {
        String version = in.required(attribute);
        if (!isOf(major, version)) {
            throw new WireException(
                    error, attribute + " is '" + XmlInput.shown(version) + "', but this server speaks " + major + ".x");
        }
    }

    /** Whether it is a version of two or three numbers, the first of which is given; each request asks it three times. */
    private static boolean isOf(int major, String version) {
        int dots = 0;
        for (int i = 1; i < version.length(); i++) {
            char c = version.charAt(i);
            if (c == '.' && version.charAt(i - 1) != '.') {
                dots++;
            } else if (c < '0' || c > '9' || dots == 0) {
                return false;
            }
        }
        return version.length() > 2
                && version.charAt(0) == '0' + major
                && !version.endsWith(".")
                && (dots == 1 || dots == 2);
    }

    private static void require(XmlInput in, String element) throws WireException {
        if (!in.element().equals(element)) {
            throw in.invalid("the element " + in.element() + " stands where " + element + " must be");
        }
    }
}
