package org.telvirt.cimxml.message;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.util.OptionalLong;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorClasses;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimOperations;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.LocatedClass;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cim.operation.OpenedQuery;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cim.operation.ReferenceClassPaths;
import org.telvirt.cim.operation.ReferenceClasses;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cim.operation.SetQualifier;
import org.telvirt.cimxml.codec.ArgumentWriter;
import org.telvirt.cimxml.codec.ClassWriter;
import org.telvirt.cimxml.codec.DeclarationWriter;
import org.telvirt.cimxml.codec.LocatedWriter;
import org.telvirt.cimxml.codec.PathWriter;
import org.telvirt.cimxml.codec.TagCache;
import org.telvirt.cimxml.codec.ValueWriter;
import org.telvirt.cimxml.xml.XmlOutput;

/**
 * Performs operations and writes what each answers inside its IMETHODRESPONSE or METHODRESPONSE (DSP0200 §5.4.2). Lists
 * are written while they are pulled, so that their length costs no memory.
 */
final class AnswerWriter implements CimOperations {
    private static final byte[] RETURN = ascii("<IRETURNVALUE>");
    private static final byte[] RETURN_END = ascii("</IRETURNVALUE>");
    private static final byte[] VALUE = ascii("<VALUE>");
    private static final byte[] VALUE_END = ascii("</VALUE>");
    private static final byte[] CONTEXT = ascii("<PARAMVALUE NAME=\"EnumerationContext\" PARAMTYPE=\"string\"><VALUE>");
    private static final byte[] END_OF_SEQUENCE =
            ascii("</VALUE></PARAMVALUE>" + "<PARAMVALUE NAME=\"EndOfSequence\" PARAMTYPE=\"boolean\"><VALUE>");
    private static final byte[] RESULT_CLASS = ascii("<PARAMVALUE NAME=\"QueryResultClass\">");
    private static final byte[] RESULT_CLASS_END = ascii("</PARAMVALUE>");
    private static final byte[] PARAMETER_END = ascii("</VALUE></PARAMVALUE>");

    private final XmlOutput out;
    private final LocatedWriter located;
    private final CimService service;
    private final CallContext context;

    AnswerWriter(XmlOutput out, TagCache tags, CimService service, CallContext context) {
        this.out = out;
        this.located = new LocatedWriter(out, tags, context.serverHost());
        this.service = service;
        this.context = context;
    }

    /** Writes one value of a list. */
    @FunctionalInterface
    private interface Item<T> {
        void write(T value);
    }

    private <T> CimCursor<T> list(CimOperation<CimCursor<T>> operation, Item<T> item) throws CimException {
        try (CimCursor<T> cursor = service.execute(operation, context)) {
            out.raw(RETURN);
            for (T value = cursor.next(); value != null; value = cursor.next()) {
                item.write(value);
            }
            out.raw(RETURN_END);
            return cursor;
        }
    }

    @Override
    public CimInstance getInstance(GetInstance operation) throws CimException {
        CimInstance instance = service.execute(operation, context);
        out.raw(RETURN);
        located.instance(instance);
        out.raw(RETURN_END);
        return instance;
    }

    @Override
    public CimCursor<CimInstance> enumerateInstances(EnumerateInstances operation) throws CimException {
        return list(operation, located::named);
    }

    @Override
    public CimCursor<CimInstancePath> enumerateInstanceNames(EnumerateInstanceNames operation) throws CimException {
        return list(operation, path -> PathWriter.instanceName(out, path));
    }

    /**
     * Whether an instance name without keys names a class: the SBLIM client and wbemcli send classes so. An instance of a
     * class that has no keys has none either.
     */
    private boolean meansItsClass(CimNamespace namespace, CimInstancePath source) {
        if (!source.keys().isEmpty()) {
            return false;
        }
        try {
            return !service.execute(new GetClass(namespace, source.className(), ClassView.ALL), context)
                    .keys()
                    .isEmpty();
        } catch (CimException e) {
            return false; // the operation itself will say what is wrong
        }
    }

    private static ClassView everything(InstanceView view) {
        return new ClassView(false, true, view.includeClassOrigin(), view.propertyList());
    }

    @Override
    public CimCursor<CimInstance> associators(Associators operation) throws CimException {
        if (meansItsClass(operation.namespace(), operation.source())) {
            associatorClasses(new AssociatorClasses(
                    operation.namespace(),
                    operation.source().className(),
                    operation.filter(),
                    everything(operation.view())));
            return CimCursor.empty();
        }
        return list(operation, instance -> located.object(operation.namespace(), instance));
    }

    @Override
    public CimCursor<CimInstance> references(References operation) throws CimException {
        if (meansItsClass(operation.namespace(), operation.source())) {
            referenceClasses(new ReferenceClasses(
                    operation.namespace(),
                    operation.source().className(),
                    operation.filter(),
                    everything(operation.view())));
            return CimCursor.empty();
        }
        return list(operation, instance -> located.object(operation.namespace(), instance));
    }

    @Override
    public CimCursor<CimInstancePath> associatorNames(AssociatorNames operation) throws CimException {
        if (meansItsClass(operation.namespace(), operation.source())) {
            associatorClassPaths(new AssociatorClassPaths(
                    operation.namespace(), operation.source().className(), operation.filter()));
            return CimCursor.empty();
        }
        return list(operation, path -> located.objectPath(operation.namespace(), path));
    }

    @Override
    public CimCursor<CimInstancePath> referenceNames(ReferenceNames operation) throws CimException {
        if (meansItsClass(operation.namespace(), operation.source())) {
            referenceClassPaths(new ReferenceClassPaths(
                    operation.namespace(), operation.source().className(), operation.filter()));
            return CimCursor.empty();
        }
        return list(operation, path -> located.objectPath(operation.namespace(), path));
    }

    @Override
    public CimCursor<LocatedClass> associatorClasses(AssociatorClasses operation) throws CimException {
        return list(operation, found -> located.object(operation.namespace(), found.path(), found.definition()));
    }

    @Override
    public CimCursor<CimClassPath> associatorClassPaths(AssociatorClassPaths operation) throws CimException {
        return list(operation, path -> located.objectPath(operation.namespace(), path));
    }

    @Override
    public CimCursor<LocatedClass> referenceClasses(ReferenceClasses operation) throws CimException {
        return list(operation, found -> located.object(operation.namespace(), found.path(), found.definition()));
    }

    @Override
    public CimCursor<CimClassPath> referenceClassPaths(ReferenceClassPaths operation) throws CimException {
        return list(operation, path -> located.objectPath(operation.namespace(), path));
    }

    @Override
    public CimClass getClass(GetClass operation) throws CimException {
        CimClass definition = service.execute(operation, context);
        out.raw(RETURN);
        ClassWriter.cimClass(out, definition);
        out.raw(RETURN_END);
        return definition;
    }

    @Override
    public CimCursor<CimClass> enumerateClasses(EnumerateClasses operation) throws CimException {
        return list(operation, definition -> ClassWriter.cimClass(out, definition));
    }

    @Override
    public CimCursor<CimName> enumerateClassNames(EnumerateClassNames operation) throws CimException {
        return list(operation, name -> PathWriter.className(out, name));
    }

    @Override
    public MethodResult invokeMethod(InvokeMethod operation) throws CimException {
        MethodResult result = service.execute(operation, context);
        // NULL is left out in both places: wbemcli dies of an empty RETURNVALUE or PARAMVALUE
        if (result.returnValue() != null) {
            ArgumentWriter.returned(out, result.returnValue());
        }
        for (CimArgument output : result.outputs()) {
            if (output.value() != null) {
                ArgumentWriter.argument(out, output);
            }
        }
        return result;
    }

    @Override
    public <T> EnumerationPart<T> open(OpenEnumeration<T> operation) throws CimException {
        EnumerationPart<T> part = service.execute(operation, context);
        part(operation.namespace(), part);
        return part;
    }

    @Override
    public <T> EnumerationPart<T> pull(PullEnumeration<T> operation) throws CimException {
        EnumerationPart<T> part = service.execute(operation, context);
        if (operation.kind().equals(ItemKind.INSTANCES)) {
            part(part, item -> located.instance((CimInstance) item));
        } else {
            part(operation.namespace(), part);
        }
        return part;
    }

    private void part(CimNamespace namespace, EnumerationPart<?> part) {
        part(part, item -> {
            if (item instanceof CimInstance instance) {
                located.withPath(namespace, instance);
            } else {
                located.path(namespace, (CimObjectPath) item);
            }
        });
    }

    private void part(EnumerationPart<?> part, Item<Object> writer) {
        out.raw(RETURN);
        for (Object item : part.items()) {
            writer.write(item);
        }
        out.raw(RETURN_END);
        // both are always there; at the end the context is empty
        String next = part.context();
        out.raw(CONTEXT).text(next == null ? "" : next).raw(END_OF_SEQUENCE);
        out.raw(ascii(part.endOfSequence() ? "TRUE" : "FALSE")).raw(PARAMETER_END);
    }

    @Override
    public OpenedQuery openQuery(OpenQueryInstances operation) throws CimException {
        OpenedQuery opened = service.execute(operation, context);
        part(opened.part(), item -> located.instance((CimInstance) item));
        CimClass resultClass = opened.resultClass();
        if (resultClass != null) {
            out.raw(RESULT_CLASS);
            ClassWriter.cimClass(out, resultClass);
            out.raw(RESULT_CLASS_END);
        }
        return opened;
    }

    @Override
    public Done close(CloseEnumeration operation) throws CimException {
        return silent(operation);
    }

    @Override
    public OptionalLong count(CountEnumeration operation) throws CimException {
        OptionalLong count = service.execute(operation, context);
        out.raw(RETURN);
        if (count.isPresent()) {
            out.raw(VALUE).number(count.getAsLong()).raw(VALUE_END);
        }
        out.raw(RETURN_END);
        return count;
    }

    // operations that answer nothing have no IRETURNVALUE
    private <T> T silent(CimOperation<T> operation) throws CimException {
        return service.execute(operation, context);
    }

    @Override
    public CimInstancePath createInstance(CreateInstance operation) throws CimException {
        CimInstancePath path = service.execute(operation, context);
        out.raw(RETURN);
        PathWriter.instanceName(out, path);
        out.raw(RETURN_END);
        return path;
    }

    @Override
    public Done modifyInstance(ModifyInstance operation) throws CimException {
        return silent(operation);
    }

    @Override
    public Done deleteInstance(DeleteInstance operation) throws CimException {
        return silent(operation);
    }

    @Override
    public CimProperty getProperty(GetProperty operation) throws CimException {
        CimProperty property = service.execute(operation, context);
        CimValue value = property.value();
        out.raw(RETURN);
        if (value != null) {
            ValueWriter.value(out, value);
        }
        out.raw(RETURN_END);
        return property;
    }

    @Override
    public Done setProperty(SetProperty operation) throws CimException {
        return silent(operation);
    }

    @Override
    public Done createClass(CreateClass operation) throws CimException {
        return silent(operation);
    }

    @Override
    public Done modifyClass(ModifyClass operation) throws CimException {
        return silent(operation);
    }

    @Override
    public Done deleteClass(DeleteClass operation) throws CimException {
        return silent(operation);
    }

    @Override
    public CimQualifierDeclaration getQualifier(GetQualifier operation) throws CimException {
        CimQualifierDeclaration declaration = service.execute(operation, context);
        out.raw(RETURN);
        DeclarationWriter.declaration(out, declaration);
        out.raw(RETURN_END);
        return declaration;
    }

    @Override
    public Done setQualifier(SetQualifier operation) throws CimException {
        return silent(operation);
    }

    @Override
    public Done deleteQualifier(DeleteQualifier operation) throws CimException {
        return silent(operation);
    }

    @Override
    public CimCursor<CimQualifierDeclaration> enumerateQualifiers(EnumerateQualifiers operation) throws CimException {
        return list(operation, declaration -> DeclarationWriter.declaration(out, declaration));
    }

    @Override
    public CimCursor<CimInstance> execQuery(ExecQuery operation) throws CimException {
        return list(operation, instance -> located.selected(operation.namespace(), instance));
    }
}
