package org.telvirt.cimxml.message;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** The intrinsic operations that the door can read, by their names in DSP0200 §5.4 regardless of case. */
final class IntrinsicCalls {
    private static final Map<String, IntrinsicCall> CALLS = all();

    private IntrinsicCalls() {}

    private static Map<String, IntrinsicCall> all() {
        Map<String, IntrinsicCall> calls = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        calls.putAll(InstanceCalls.all());
        calls.putAll(ClassCalls.all());
        calls.putAll(QualifierCalls.all());
        calls.putAll(AssociationCalls.all());
        calls.putAll(QueryCalls.all());
        calls.putAll(OpenCalls.all());
        calls.putAll(PullCalls.all());
        return Collections.unmodifiableMap(calls);
    }

    static CimOperation<?> decode(String name, CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        @Nullable IntrinsicCall call = CALLS.get(name);
        if (call == null) {
            throw CimException.notSupported("This server has no operation " + XmlInput.shown(name));
        }
        parameters.checkNames(call.parameters());
        return call.decoder().decode(namespace, parameters);
    }
}
