package org.telvirt.cimom;

import java.util.OptionalLong;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorClasses;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperations;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.LocatedClass;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cim.operation.ReferenceClassPaths;
import org.telvirt.cim.operation.ReferenceClasses;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.ClassTrim;

/** One operation in one namespace for one caller. */
record Performance(Office office, Space space, CallContext context) implements CimOperations {
    @Override
    public CimInstance getInstance(GetInstance operation) throws CimException {
        return office.instances().get(operation, space, context);
    }

    @Override
    public CimCursor<CimInstance> enumerateInstances(EnumerateInstances operation) throws CimException {
        return office.instances().enumerate(operation, space, context);
    }

    @Override
    public CimCursor<CimInstancePath> enumerateInstanceNames(EnumerateInstanceNames operation) throws CimException {
        return office.instances().enumerateNames(operation, space, context);
    }

    @Override
    public CimCursor<CimInstance> associators(Associators operation) throws CimException {
        return office.associations().associators(operation, space, context);
    }

    @Override
    public CimCursor<CimInstancePath> associatorNames(AssociatorNames operation) throws CimException {
        return office.associations().associatorNames(operation, space, context);
    }

    @Override
    public CimCursor<CimInstance> references(References operation) throws CimException {
        return office.associations().references(operation, space, context);
    }

    @Override
    public CimCursor<CimInstancePath> referenceNames(ReferenceNames operation) throws CimException {
        return office.associations().referenceNames(operation, space, context);
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
        return office.methods().invoke(operation, space, context);
    }

    @Override
    public <T> EnumerationPart<T> open(OpenEnumeration<T> operation) throws CimException {
        return office.pulls()
                .open(
                        operation,
                        space,
                        context,
                        lasting -> operation.enumeration().performedBy(new Performance(office, space, lasting)));
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
}
