package org.telvirt.cimxml.message;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cimxml.codec.ArgumentWriter;
import org.telvirt.cimxml.codec.DeclarationWriter;
import org.telvirt.cimxml.codec.PathWriter;
import org.telvirt.cimxml.codec.ValueWriter;
import org.telvirt.cimxml.xml.XmlOutput;

/** Writes one request message (DSP0203 §5.6): of an intrinsic operation parameter by parameter, of a method at once. */
public final class RequestWriter {
    private static final byte[] START = ascii("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n"
            + "<CIM CIMVERSION=\"2.0\" DTDVERSION=\"2.4\"><MESSAGE ID=\"1\" PROTOCOLVERSION=\"1.0\"><SIMPLEREQ>");
    private static final byte[] END = ascii("</SIMPLEREQ></MESSAGE></CIM>\n");
    private static final byte[] VALUE = ascii("<VALUE>");
    private static final byte[] VALUE_END = ascii("</VALUE>");

    private final XmlOutput out = new XmlOutput();
    private final String method;
    private final String object;
    private final String end;

    private RequestWriter(String method, String object, boolean intrinsic) {
        this.method = method;
        this.object = object;
        String element = intrinsic ? "IMETHODCALL" : "METHODCALL";
        this.end = "</" + element + ">";
        out.raw(START).raw(ascii("<" + element + " NAME=\"")).attribute(method).raw(ascii("\">"));
    }

    /** Begins the request of an intrinsic operation. */
    public static RequestWriter intrinsic(String operation, CimNamespace namespace) {
        RequestWriter request = new RequestWriter(operation, namespace.toString(), true);
        PathWriter.namespace(request.out, namespace);
        return request;
    }

    /** The request of a method call. */
    public static RequestWriter extrinsic(InvokeMethod call) {
        CimObjectPath target = call.target().in(call.namespace());
        CimObjectPath local = target instanceof CimInstancePath instance ? instance.on(null) : target;
        RequestWriter request = new RequestWriter(call.method().toString(), local.toString(), false);
        PathWriter.path(request.out, local);
        for (CimArgument argument : call.arguments()) {
            ArgumentWriter.argument(request.out, argument);
        }
        return request;
    }

    /** Ends the message. */
    public byte[] message() {
        return out.raw(ascii(end)).raw(END).toByteArray();
    }

    /** The value of the CIMMethod header. */
    public String cimMethod() {
        return PercentEncoding.encode(method);
    }

    /** The value of the CIMObject header. */
    public String cimObject() {
        return PercentEncoding.encode(object);
    }

    private RequestWriter open(String name) {
        out.raw(ascii("<IPARAMVALUE NAME=\"" + name + "\">"));
        return this;
    }

    private RequestWriter close() {
        out.raw(ascii("</IPARAMVALUE>"));
        return this;
    }

    /** Adds a class name; null adds nothing. */
    public RequestWriter className(String name, @Nullable CimName value) {
        if (value != null) {
            open(name);
            PathWriter.className(out, value);
            close();
        }
        return this;
    }

    /** Adds the name of an instance, without host and namespace. */
    public RequestWriter instanceName(String name, CimInstancePath value) {
        open(name);
        PathWriter.instanceName(out, value);
        return close();
    }

    /** Adds an instance without its path. */
    public RequestWriter instance(String name, CimInstance value) {
        open(name);
        ValueWriter.object(out, value);
        return close();
    }

    /** Adds an instance and the name of which one it is. */
    public RequestWriter namedInstance(String name, CimInstancePath path, CimInstance value) {
        open(name).out.raw(ascii("<VALUE.NAMEDINSTANCE>"));
        PathWriter.instanceName(out, path);
        ValueWriter.object(out, value);
        out.raw(ascii("</VALUE.NAMEDINSTANCE>"));
        return close();
    }

    /** Adds a class. */
    public RequestWriter cimClass(String name, CimClass value) {
        open(name);
        ValueWriter.object(out, value);
        return close();
    }

    /** Adds the declaration of a qualifier. */
    public RequestWriter declaration(String name, CimQualifierDeclaration value) {
        open(name);
        DeclarationWriter.declaration(out, value);
        return close();
    }

    /** Adds a value of any type; null adds nothing. */
    public RequestWriter value(String name, @Nullable CimValue value) {
        if (value != null) {
            open(name);
            ValueWriter.value(out, value);
            close();
        }
        return this;
    }

    /** Adds a text; null adds nothing. */
    public RequestWriter text(String name, @Nullable Object value) {
        if (value != null) {
            open(name).out.raw(VALUE).text(value.toString()).raw(VALUE_END);
            close();
        }
        return this;
    }

    /** Adds a boolean. */
    public RequestWriter flag(String name, boolean value) {
        return text(name, value ? "TRUE" : "FALSE");
    }

    /** Adds the property list; null adds nothing. */
    public RequestWriter propertyList(@Nullable Set<CimName> names) {
        if (names != null) {
            open("PropertyList").out.raw(ascii("<VALUE.ARRAY>"));
            for (CimName name : names) {
                out.raw(VALUE).text(name.toString()).raw(VALUE_END);
            }
            out.raw(ascii("</VALUE.ARRAY>"));
            close();
        }
        return this;
    }
}
