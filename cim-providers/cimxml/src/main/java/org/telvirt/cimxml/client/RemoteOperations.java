package org.telvirt.cimxml.client;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorClasses;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimOperations;
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
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.LocatedClass;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cim.operation.OpenedQuery;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cim.operation.ReferenceClassPaths;
import org.telvirt.cim.operation.ReferenceClasses;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cim.operation.SetQualifier;
import org.telvirt.cimxml.codec.ClassReader;
import org.telvirt.cimxml.codec.DeclarationReader;
import org.telvirt.cimxml.codec.InstanceReader;
import org.telvirt.cimxml.message.RequestWriter;
import org.telvirt.cimxml.xml.XmlSource;

/** Sends each operation as a request and reads its answer. */
final class RemoteOperations implements CimOperations {
    private final CimXmlTransport transport;
    private final XmlSource source;

    RemoteOperations(CimXmlTransport transport, XmlSource source) {
        this.transport = transport;
        this.source = source;
    }

    private Answer send(RequestWriter request) throws CimException {
        try {
            return Answer.open(transport.post(request.cimMethod(), request.cimObject(), request.message()), source);
        } catch (IOException e) {
            throw new CimException(CimStatus.FAILED, "The server does not answer: " + e.getMessage(), List.of(), e);
        }
    }

    private <T> CimCursor<T> list(RequestWriter request, ListCursor.Item<T> item) throws CimException {
        return ListCursor.over(send(request), item);
    }

    private <T> T single(RequestWriter request, ListCursor.Item<T> item) throws CimException {
        try (Answer answer = send(request)) {
            return answer.read(() -> Results.single(answer, item));
        }
    }

    // for operations that answer nothing; whatever comes is passed over
    private Done silent(RequestWriter request) throws CimException {
        try (Answer answer = send(request)) {
            return answer.read(() -> {
                answer.end();
                return Done.DONE;
            });
        }
    }

    private static RequestWriter request(CimOperation<?> operation) {
        return RequestWriter.intrinsic(operation.operationName(), operation.namespace());
    }

    private static RequestWriter view(RequestWriter request, InstanceView view) {
        return request.flag("IncludeClassOrigin", view.includeClassOrigin()).propertyList(view.propertyList());
    }

    private static RequestWriter view(RequestWriter request, ClassView view) {
        return request.flag("IncludeQualifiers", view.includeQualifiers())
                .flag("IncludeClassOrigin", view.includeClassOrigin())
                .propertyList(view.propertyList());
    }

    private static RequestWriter filter(RequestWriter request, AssociationFilter filter) {
        return request.className("AssocClass", filter.associationClass())
                .className("ResultClass", filter.resultClass())
                .text("Role", filter.role())
                .text("ResultRole", filter.resultRole());
    }

    @Override
    public CimInstance getInstance(GetInstance operation) throws CimException {
        // the default of LocalOnly would leave out what is inherited
        RequestWriter request = request(operation)
                .instanceName("InstanceName", operation.path())
                .flag("LocalOnly", false);
        return single(view(request, operation.view()), InstanceReader::instance).at(operation.path());
    }

    @Override
    public CimCursor<CimInstance> enumerateInstances(EnumerateInstances operation) throws CimException {
        return list(enumerated(request(operation).flag("LocalOnly", false), operation), InstanceReader::withPath);
    }

    @Override
    public CimCursor<CimInstancePath> enumerateInstanceNames(EnumerateInstanceNames operation) throws CimException {
        return list(enumerated(request(operation), operation), Results::path);
    }

    @Override
    public CimCursor<CimInstance> associators(Associators operation) throws CimException {
        return list(enumerated(request(operation), operation), InstanceReader::withPath);
    }

    @Override
    public CimCursor<CimInstancePath> associatorNames(AssociatorNames operation) throws CimException {
        return list(enumerated(request(operation), operation), Results::objectPath);
    }

    @Override
    public CimCursor<CimInstance> references(References operation) throws CimException {
        return list(enumerated(request(operation), operation), InstanceReader::withPath);
    }

    @Override
    public CimCursor<CimInstancePath> referenceNames(ReferenceNames operation) throws CimException {
        return list(enumerated(request(operation), operation), Results::objectPath);
    }

    // opened, the same operations call their source by another name
    private static RequestWriter enumerated(RequestWriter request, EnumerationOperation<?> operation) {
        return enumerated(request, operation, "ObjectName");
    }

    private static RequestWriter enumerated(RequestWriter request, EnumerationOperation<?> operation, String source) {
        if (operation instanceof EnumerateInstances all) {
            request.className("ClassName", all.className()).flag("DeepInheritance", all.deepInheritance());
            return view(request, all.view());
        } else if (operation instanceof EnumerateInstanceNames names) {
            return request.className("ClassName", names.className());
        } else if (operation instanceof Associators found) {
            return view(filter(request.instanceName(source, found.source()), found.filter()), found.view());
        } else if (operation instanceof AssociatorNames names) {
            return filter(request.instanceName(source, names.source()), names.filter());
        } else if (operation instanceof References found) {
            return view(filter(request.instanceName(source, found.source()), found.filter()), found.view());
        } else if (operation instanceof ReferenceNames names) {
            return filter(request.instanceName(source, names.source()), names.filter());
        }
        throw new IllegalArgumentException("not an enumeration: " + operation);
    }

    @Override
    public CimCursor<LocatedClass> associatorClasses(AssociatorClasses operation) throws CimException {
        RequestWriter request = request(operation).className("ObjectName", operation.source());
        return list(view(filter(request, operation.filter()), operation.view()), Results::locatedClass);
    }

    @Override
    public CimCursor<CimClassPath> associatorClassPaths(AssociatorClassPaths operation) throws CimException {
        RequestWriter request = request(operation).className("ObjectName", operation.source());
        return list(filter(request, operation.filter()), Results::classObjectPath);
    }

    @Override
    public CimCursor<LocatedClass> referenceClasses(ReferenceClasses operation) throws CimException {
        RequestWriter request = request(operation).className("ObjectName", operation.source());
        return list(view(filter(request, operation.filter()), operation.view()), Results::locatedClass);
    }

    @Override
    public CimCursor<CimClassPath> referenceClassPaths(ReferenceClassPaths operation) throws CimException {
        RequestWriter request = request(operation).className("ObjectName", operation.source());
        return list(filter(request, operation.filter()), Results::classObjectPath);
    }

    @Override
    public CimClass getClass(GetClass operation) throws CimException {
        RequestWriter request = request(operation)
                .className("ClassName", operation.className())
                .flag("LocalOnly", operation.view().localOnly());
        return single(view(request, operation.view()), ClassReader::cimClass);
    }

    @Override
    public CimCursor<CimClass> enumerateClasses(EnumerateClasses operation) throws CimException {
        RequestWriter request = request(operation)
                .className("ClassName", operation.className())
                .flag("DeepInheritance", operation.deepInheritance())
                .flag("LocalOnly", operation.view().localOnly());
        return list(view(request, operation.view()), ClassReader::cimClass);
    }

    @Override
    public CimCursor<CimName> enumerateClassNames(EnumerateClassNames operation) throws CimException {
        RequestWriter request = request(operation)
                .className("ClassName", operation.className())
                .flag("DeepInheritance", operation.deepInheritance());
        return list(request, Results::className);
    }

    @Override
    public MethodResult invokeMethod(InvokeMethod operation) throws CimException {
        try (Answer answer = send(RequestWriter.extrinsic(operation))) {
            return answer.read(() -> Results.method(answer));
        }
    }

    @Override
    public <T> EnumerationPart<T> open(OpenEnumeration<T> operation) throws CimException {
        OpenOptions options = operation.options();
        RequestWriter request = enumerated(request(operation), operation.enumeration(), "InstanceName")
                .text("FilterQueryLanguage", options.filterQueryLanguage())
                .text("FilterQuery", options.filterQuery());
        try (Answer answer = send(options(request, options))) {
            return answer.read(
                    () -> Results.part(answer, operation.enumeration().itemKind()));
        }
    }

    private static RequestWriter options(RequestWriter request, OpenOptions options) {
        return request.text(
                        "OperationTimeout",
                        options.operationTimeout() == null
                                ? null
                                : options.operationTimeout().toSeconds())
                .flag("ContinueOnError", options.continueOnError())
                .text("MaxObjectCount", options.maxObjectCount());
    }

    @Override
    public <T> EnumerationPart<T> pull(PullEnumeration<T> operation) throws CimException {
        RequestWriter request = request(operation)
                .text("EnumerationContext", operation.context())
                .text("MaxObjectCount", operation.maxObjectCount());
        try (Answer answer = send(request)) {
            return answer.read(() -> Results.part(answer, operation.kind()));
        }
    }

    @Override
    public Done close(CloseEnumeration operation) throws CimException {
        return silent(request(operation).text("EnumerationContext", operation.context()));
    }

    @Override
    public OptionalLong count(CountEnumeration operation) throws CimException {
        try (Answer answer = send(request(operation).text("EnumerationContext", operation.context()))) {
            return answer.read(() -> Results.count(answer));
        }
    }

    @Override
    public OpenedQuery openQuery(OpenQueryInstances operation) throws CimException {
        RequestWriter request = request(operation)
                .text("FilterQueryLanguage", operation.language())
                .text("FilterQuery", operation.query())
                .flag("ReturnQueryResultClass", operation.resultClass());
        try (Answer answer = send(options(request, operation.options()))) {
            return answer.read(() -> Results.openedQuery(answer));
        }
    }

    @Override
    public CimCursor<CimInstance> execQuery(ExecQuery operation) throws CimException {
        RequestWriter request =
                request(operation).text("QueryLanguage", operation.language()).text("Query", operation.query());
        return list(request, Results::selected);
    }

    @Override
    public CimInstancePath createInstance(CreateInstance operation) throws CimException {
        return single(request(operation).instance("NewInstance", operation.instance()), Results::path);
    }

    @Override
    public Done modifyInstance(ModifyInstance operation) throws CimException {
        return silent(request(operation)
                .namedInstance("ModifiedInstance", operation.path(), operation.instance())
                .propertyList(operation.propertyList()));
    }

    @Override
    public Done deleteInstance(DeleteInstance operation) throws CimException {
        return silent(request(operation).instanceName("InstanceName", operation.path()));
    }

    @Override
    public CimProperty getProperty(GetProperty operation) throws CimException {
        RequestWriter request = request(operation)
                .instanceName("InstanceName", operation.path())
                .text("PropertyName", operation.property());
        try (Answer answer = send(request)) {
            return answer.read(() -> Results.property(answer, operation.property()));
        }
    }

    @Override
    public Done setProperty(SetProperty operation) throws CimException {
        return silent(request(operation)
                .instanceName("InstanceName", operation.path())
                .text("PropertyName", operation.property())
                .value("NewValue", operation.value()));
    }

    @Override
    public Done createClass(CreateClass operation) throws CimException {
        return silent(request(operation).cimClass("NewClass", operation.declaration()));
    }

    @Override
    public Done modifyClass(ModifyClass operation) throws CimException {
        return silent(request(operation).cimClass("ModifiedClass", operation.declaration()));
    }

    @Override
    public Done deleteClass(DeleteClass operation) throws CimException {
        return silent(request(operation).className("ClassName", operation.className()));
    }

    @Override
    public CimQualifierDeclaration getQualifier(GetQualifier operation) throws CimException {
        return single(request(operation).text("QualifierName", operation.qualifier()), DeclarationReader::declaration);
    }

    @Override
    public Done setQualifier(SetQualifier operation) throws CimException {
        return silent(request(operation).declaration("QualifierDeclaration", operation.declaration()));
    }

    @Override
    public Done deleteQualifier(DeleteQualifier operation) throws CimException {
        return silent(request(operation).text("QualifierName", operation.qualifier()));
    }

    @Override
    public CimCursor<CimQualifierDeclaration> enumerateQualifiers(EnumerateQualifiers operation) throws CimException {
        return list(request(operation), DeclarationReader::declaration);
    }
}
