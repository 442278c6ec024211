package org.telvirt.cimxml.message;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cimxml.xml.WireException;

/**
 * How one intrinsic operation is read.
 *
 * @param parameters the names that it knows
 */
record IntrinsicCall(List<String> parameters, Decoder decoder) {
    /** Makes the operation of its parameters, whose names have been checked. */
    @FunctionalInterface
    interface Decoder {
        CimOperation<?> decode(CimNamespace namespace, Parameters parameters) throws CimException, WireException;
    }

    static IntrinsicCall of(Decoder decoder, String... parameters) {
        return new IntrinsicCall(List.of(parameters), decoder);
    }
}
