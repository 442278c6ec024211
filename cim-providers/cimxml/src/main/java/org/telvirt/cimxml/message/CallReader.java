package org.telvirt.cimxml.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cimxml.codec.ArgumentReader;
import org.telvirt.cimxml.codec.DeclarationReader;
import org.telvirt.cimxml.codec.PathReader;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads IMETHODCALL and METHODCALL as operations. */
final class CallReader {
    private final Expectation expected;

    CallReader(Expectation expected) {
        this.expected = expected;
    }

    Call read(XmlInput in) throws WireException {
        boolean intrinsic = in.element().equals("IMETHODCALL");
        if (!intrinsic && !in.element().equals("METHODCALL")) {
            throw in.unexpected();
        }
        String name = in.required("NAME");
        expected.method(name);
        CimOperation<?> operation = null;
        CimException failure = null;
        try {
            operation = intrinsic ? intrinsic(in, name) : extrinsic(in);
        } catch (CimException e) {
            failure = e;
        }
        CimException noted = in.takeFailure();
        return noted == null ? new Call(name, intrinsic, operation, failure) : new Call(name, intrinsic, null, noted);
    }

    private CimOperation<?> intrinsic(XmlInput in, String name) throws WireException, CimException {
        in.child("LOCALNAMESPACEPATH");
        CimNamespace namespace = PathReader.localNamespace(in);
        expected.namespace(namespace);
        Parameters parameters = new Parameters(name);
        while (in.nextChild()) {
            if (!in.element().equals("IPARAMVALUE")) {
                throw in.unexpected();
            }
            parameter(in, parameters);
        }
        return IntrinsicCalls.decode(name, namespace, parameters);
    }

    private static void parameter(XmlInput in, Parameters parameters) throws WireException {
        String name = in.required("NAME");
        if (!in.nextChild()) {
            parameters.put(name, (CimValue) null);
            return;
        }
        if (in.element().equals("QUALIFIER.DECLARATION")) {
            parameters.put(name, DeclarationReader.declaration(in));
        } else {
            parameters.put(name, ArgumentReader.untyped(in));
        }
        in.end();
    }

    private CimOperation<?> extrinsic(XmlInput in) throws WireException, CimException {
        CimName method = in.name("NAME");
        in.child("LOCALINSTANCEPATH or LOCALCLASSPATH");
        if (!in.element().equals("LOCALINSTANCEPATH") && !in.element().equals("LOCALCLASSPATH")) {
            throw in.unexpected();
        }
        CimObjectPath path = PathReader.read(in);
        CimNamespace namespace = path.namespace();
        if (namespace == null) {
            throw in.invalid("the target of a method call must have a namespace");
        }
        expected.target(namespace, path);
        return new InvokeMethod(namespace, path.in(null), method, arguments(in, method));
    }

    // every argument is read before one is refused, so that the message is known to be valid
    private static List<CimArgument> arguments(XmlInput in, CimName method) throws WireException, CimException {
        List<CimArgument> arguments = new ArrayList<>();
        Set<CimName> seen = new HashSet<>();
        CimName repeated = null;
        while (in.nextChild()) {
            if (!in.element().equals("PARAMVALUE")) {
                throw in.unexpected();
            }
            CimArgument argument = ArgumentReader.argument(in);
            arguments.add(argument);
            if (!seen.add(argument.name())) {
                repeated = argument.name();
            }
        }
        if (repeated != null) {
            throw CimException.invalidParameter(
                    "Cannot call " + method + ": the parameter " + repeated + " is given more than once");
        }
        return arguments;
    }
}
