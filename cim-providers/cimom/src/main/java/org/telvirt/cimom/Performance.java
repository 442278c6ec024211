package org.telvirt.cimom;

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
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorClasses;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
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
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.InvokeMethod;
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
import org.telvirt.cimom.authorization.Sieve;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.ClassTrim;

/** One operation in one namespace for one caller. */
record Performance(Office office, Space space, CallContext context) implements CimOperations {
    private Sieve sieve() {
        return new Sieve(office.authorizer(), context);
    }

    private CimCursor<CimInstance> instances(CimCursor<CimInstance> all) {
        return office.deadlines().bounded(sieve().instances(all), context);
    }

    private CimCursor<CimInstancePath> paths(CimCursor<CimInstancePath> all) {
        return office.deadlines().bounded(sieve().paths(all), context);
    }

    @Override
    public CimInstance getInstance(GetInstance operation) throws CimException {
        return office.instances().get(operation, space, context);
    }

    @Override
    public CimCursor<CimInstance> enumerateInstances(EnumerateInstances operation) throws CimException {
        return instances(office.instances().enumerate(operation, space, context));
    }

    @Override
    public CimCursor<CimInstancePath> enumerateInstanceNames(EnumerateInstanceNames operation) throws CimException {
        return paths(office.instances().enumerateNames(operation, space, context));
    }

    @Override
    public CimCursor<CimInstance> associators(Associators operation) throws CimException {
        return instances(office.associations().associators(operation, space, context));
    }

    @Override
    public CimCursor<CimInstancePath> associatorNames(AssociatorNames operation) throws CimException {
        return paths(office.associations().associatorNames(operation, space, context));
    }

    @Override
    public CimCursor<CimInstance> references(References operation) throws CimException {
        return instances(office.associations().references(operation, space, context));
    }

    @Override
    public CimCursor<CimInstancePath> referenceNames(ReferenceNames operation) throws CimException {
        return paths(office.associations().referenceNames(operation, space, context));
    }

    @Override
    public CimCursor<LocatedClass> associatorClasses(AssociatorClasses operation) throws CimException {
        return AssociationClassReader.associators(operation.source(), operation.filter(), space.schema())
                .map(name -> located(name, operation.view()));
    }

    @Override
    public CimCursor<CimClassPath> associatorClassPaths(AssociatorClassPaths operation) throws CimException {
        return AssociationClassReader.associators(operation.source(), operation.filter(), space.schema())
                .map(this::path);
    }

    @Override
    public CimCursor<LocatedClass> referenceClasses(ReferenceClasses operation) throws CimException {
        return AssociationClassReader.references(operation.source(), operation.filter(), space.schema())
                .map(name -> located(name, operation.view()));
    }

    @Override
    public CimCursor<CimClassPath> referenceClassPaths(ReferenceClassPaths operation) throws CimException {
        return AssociationClassReader.references(operation.source(), operation.filter(), space.schema())
                .map(this::path);
    }

    private LocatedClass located(CimName name, ClassView view) {
        ClassLayout layout = space.schema().find(name);
        if (layout == null) {
            throw new IllegalStateException("The schema names the class " + name + " and does not have it");
        }
        return new LocatedClass(path(layout.name()), ClassTrim.trimmed(layout.declaration(), view));
    }

    private CimClassPath path(CimName name) {
        return new CimClassPath(context.serverHost(), space.namespace(), name);
    }

    @Override
    public CimClass getClass(GetClass operation) throws CimException {
        return ClassReader.get(operation, space.schema());
    }

    @Override
    public CimCursor<CimClass> enumerateClasses(EnumerateClasses operation) throws CimException {
        return ClassReader.enumerate(operation, space.schema());
    }

    @Override
    public CimCursor<CimName> enumerateClassNames(EnumerateClassNames operation) throws CimException {
        return ClassReader.enumerateNames(operation, space.schema());
    }

    @Override
    public MethodResult invokeMethod(InvokeMethod operation) throws CimException {
        return office.registrar()
                .recordDone(operation, context, office.methods().invoke(operation, space, context));
    }

    @Override
    public <T> EnumerationPart<T> open(OpenEnumeration<T> operation) throws CimException {
        return office.pulls()
                .open(
                        operation,
                        space,
                        context,
                        (enumeration, lasting) -> enumeration.performedBy(new Performance(office, space, lasting)));
    }

    @Override
    public <T> EnumerationPart<T> pull(PullEnumeration<T> operation) throws CimException {
        return office.pulls().pull(operation, space, context);
    }

    @Override
    public Done close(CloseEnumeration operation) throws CimException {
        return office.pulls().close(operation, space, context);
    }

    @Override
    public OptionalLong count(CountEnumeration operation) throws CimException {
        return office.pulls().count(operation, space, context);
    }

    @Override
    public CimInstancePath createInstance(CreateInstance operation) throws CimException {
        return office.instanceWriter().create(operation, space, context);
    }

    @Override
    public Done modifyInstance(ModifyInstance operation) throws CimException {
        return office.instanceWriter().modify(operation, space, context);
    }

    @Override
    public Done deleteInstance(DeleteInstance operation) throws CimException {
        return office.instanceWriter().delete(operation, space, context);
    }

    @Override
    public CimProperty getProperty(GetProperty operation) throws CimException {
        return PropertyReader.get(operation, office.instances(), space, context);
    }

    @Override
    public Done setProperty(SetProperty operation) throws CimException {
        return office.instanceWriter().setProperty(operation, space, context);
    }

    @Override
    public Done createClass(CreateClass operation) throws CimException {
        return office.classWriter().create(operation, space, context);
    }

    @Override
    public Done modifyClass(ModifyClass operation) throws CimException {
        return office.classWriter().modify(operation, space, context);
    }

    @Override
    public Done deleteClass(DeleteClass operation) throws CimException {
        return office.classWriter().delete(operation, space, context);
    }

    @Override
    public CimQualifierDeclaration getQualifier(GetQualifier operation) throws CimException {
        return ClassWriter.get(operation, space.schema());
    }

    @Override
    public Done setQualifier(SetQualifier operation) throws CimException {
        return office.classWriter().set(operation, space, context);
    }

    @Override
    public Done deleteQualifier(DeleteQualifier operation) throws CimException {
        return office.classWriter().deleteQualifier(operation, space, context);
    }

    @Override
    public CimCursor<CimQualifierDeclaration> enumerateQualifiers(EnumerateQualifiers operation) {
        return ClassWriter.enumerateQualifiers(space.schema());
    }

    @Override
    public CimCursor<CimInstance> execQuery(ExecQuery operation) throws CimException {
        return office.deadlines().bounded(office.queries().execute(operation, space, sieve(), context), context);
    }

    @Override
    public OpenedQuery openQuery(OpenQueryInstances operation) throws CimException {
        return office.pulls()
                .openQuery(
                        operation,
                        space,
                        context,
                        (query, lasting) ->
                                office.queries().rows(query, space, new Sieve(office.authorizer(), lasting), lasting));
    }
}
