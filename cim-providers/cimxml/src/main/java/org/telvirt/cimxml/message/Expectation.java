package org.telvirt.cimxml.message;

import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cimxml.xml.WireException;

/**
 * What a message must agree with, as its header fields say (DSP0200 §6.3). The methods are called while the message is
 * read, in the order in which DSP0200 wants errors to be found; each refuses by HEADER_MISMATCH.
 */
public interface Expectation {
    /** The PROTOCOLVERSION of the message. */
    void protocolVersion(String version) throws WireException;

    /** Whether the message is a batch; a batch is asked nothing more. */
    void batch(boolean batch) throws WireException;

    /** The name of the operation or method. */
    void method(String name) throws WireException;

    /** The namespace of an intrinsic operation. */
    void namespace(CimNamespace namespace) throws WireException;

    /** The target of a method call. */
    void target(CimNamespace namespace, CimObjectPath path) throws WireException;
}
