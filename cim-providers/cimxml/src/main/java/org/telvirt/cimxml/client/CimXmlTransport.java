package org.telvirt.cimxml.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries requests to one server. Address, credentials, deadlines and redirects are its own business. */
@FunctionalInterface
public interface CimXmlTransport {
    /**
     * Posts a message with the header fields of DSP0200 §6.3: CIMOperation, CIMProtocolVersion 1.0 and these.
     *
     * @param cimMethod the value of CIMMethod, encoded
     * @param cimObject the value of CIMObject, encoded
     * @throws IOException there is no answer
     */
    Reply post(String cimMethod, String cimObject, byte[] body) throws IOException;

    /** An answer; whoever got it closes it. */
    interface Reply extends Closeable {
        /** The HTTP status. */
        int status();

        /** The CIMError header; null: none. */
        @Nullable
        String cimError();

        /** The body, without its transfer encoding. */
        InputStream body();

        /** The trailer fields, once the body has been read to its end; empty: none came. */
        Map<String, String> trailers();
    }
}
