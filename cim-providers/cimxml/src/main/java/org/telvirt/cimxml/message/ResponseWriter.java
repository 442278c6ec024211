package org.telvirt.cimxml.message;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimxml.codec.InstanceWriter;
import org.telvirt.cimxml.codec.TagCache;
import org.telvirt.cimxml.xml.XmlOutput;

/** Performs the calls of a request and writes the response message (DSP0203 §5.6). */
public final class ResponseWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);

    private static final byte[] START = ascii("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n"
            + "<CIM CIMVERSION=\"2.0\" DTDVERSION=\"2.4\">\n<MESSAGE ID=\"");
    private static final byte[] PROTOCOL = ascii("\" PROTOCOLVERSION=\"");
    private static final byte[] TAG_END = ascii("\">");
    private static final byte[] END = ascii("</MESSAGE>\n</CIM>\n");
    private static final byte[] BATCH = ascii("<MULTIRSP>");
    private static final byte[] BATCH_END = ascii("</MULTIRSP>");
    private static final byte[] SIMPLE = ascii("<SIMPLERSP>");
    private static final byte[] SIMPLE_END = ascii("</SIMPLERSP>\n");

    private final XmlOutput out;
    private final TagCache tags;
    private final CimService service;
    private final CallContext context;
    private final boolean errorInstances;

    /**
     * @param errorInstances whether an ERROR carries its CIM_Error instances
     */
    public ResponseWriter(
            XmlOutput out, TagCache tags, CimService service, CallContext context, boolean errorInstances) {
        this.out = out;
        this.tags = tags;
        this.service = service;
        this.context = context;
        this.errorInstances = errorInstances;
    }

    /**
     * Performs the calls, one after the other, and writes their responses.
     *
     * @return the failure that came when a part of its answer had already been sent, after which the message is not
     *     complete; null: the message is complete
     */
    public @Nullable CimException respond(Request request) {
        out.raw(START)
                .attribute(request.messageId())
                .raw(PROTOCOL)
                .attribute(request.protocolVersion())
                .raw(TAG_END);
        if (request.batch()) {
            out.raw(BATCH);
        }
        for (Call call : request.calls()) {
            CimException late = respond(call);
            if (late != null) {
                return late;
            }
        }
        if (request.batch()) {
            out.raw(BATCH_END);
        }
        out.raw(END);
        return null;
    }

    private @Nullable CimException respond(Call call) {
        String element = call.intrinsic() ? "IMETHODRESPONSE" : "METHODRESPONSE";
        out.raw(SIMPLE)
                .raw(ascii("<" + element + " NAME=\""))
                .attribute(call.name())
                .raw(TAG_END);
        long mark = out.mark();
        CimException failure = perform(call);
        if (failure != null) {
            if (!out.rewind(mark)) {
                return failure;
            }
            error(failure);
        }
        out.raw(ascii("</" + element + ">")).raw(SIMPLE_END);
        return null;
    }

    private @Nullable CimException perform(Call call) {
        CimOperation<?> operation = call.operation();
        if (operation == null) {
            return call.failure();
        }
        try {
            operation.performedBy(new AnswerWriter(out, tags, service, context));
            LOG.debug("{} {} {}: done", context.requestId(), call.name(), operation.namespace());
            return null;
        } catch (CimException e) {
            LOG.debug("{} {} {}: {}", context.requestId(), call.name(), operation.namespace(), e.status());
            return e;
        } catch (RuntimeException e) {
            if (e instanceof UncheckedIOException broken && out.isBroken()) {
                throw broken;
            }
            LOG.error("{} {} {} failed by a defect", context.requestId(), call.name(), operation.namespace(), e);
            return CimException.failed("Cannot perform " + call.name()
                    + ": the server has a defect, which is in its log under request " + context.requestId());
        }
    }

    private void error(CimException failure) {
        out.raw(ascii("<ERROR CODE=\"")).number(failure.status().code());
        out.raw(ascii("\" DESCRIPTION=\"")).attribute(failure.getMessage()).raw(TAG_END);
        if (errorInstances) {
            for (CimInstance instance : failure.errors()) {
                InstanceWriter.instance(out, instance, tags);
            }
        }
        out.raw(ascii("</ERROR>"));
    }
}
