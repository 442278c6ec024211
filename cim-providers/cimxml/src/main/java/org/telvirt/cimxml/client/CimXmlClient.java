package org.telvirt.cimxml.client;

import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.cimxml.xml.XmlSource;

/**
 * Performs operations on a server that speaks CIM-XML. Lists are read from the connection while they are pulled. What goes
 * wrong on the way is FAILED with its cause; a refused request says what the server says. Safe for use by many threads if
 * the transport is.
 */
public final class CimXmlClient implements CimService {
    private final CimXmlTransport transport;
    private final XmlSource source;

    /**
     * @param limits what an answer may contain
     */
    public CimXmlClient(CimXmlTransport transport, XmlLimits limits) {
        this.transport = transport;
        this.source = new XmlSource(limits);
    }

    @Override
    public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
        return operation.performedBy(new RemoteOperations(transport, source));
    }
}
