package org.telvirt.cim.operation;

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

/** One method for each operation; whoever handles operations one by one implements it. */
public interface CimOperations {
    CimInstance getInstance(GetInstance operation) throws CimException;

    CimCursor<CimInstance> enumerateInstances(EnumerateInstances operation) throws CimException;

    CimCursor<CimInstancePath> enumerateInstanceNames(EnumerateInstanceNames operation) throws CimException;

    CimCursor<CimInstance> associators(Associators operation) throws CimException;

    CimCursor<CimInstancePath> associatorNames(AssociatorNames operation) throws CimException;

    CimCursor<CimInstance> references(References operation) throws CimException;

    CimCursor<CimInstancePath> referenceNames(ReferenceNames operation) throws CimException;

    CimCursor<LocatedClass> associatorClasses(AssociatorClasses operation) throws CimException;

    CimCursor<CimClassPath> associatorClassPaths(AssociatorClassPaths operation) throws CimException;

    CimCursor<LocatedClass> referenceClasses(ReferenceClasses operation) throws CimException;

    CimCursor<CimClassPath> referenceClassPaths(ReferenceClassPaths operation) throws CimException;

    CimClass getClass(GetClass operation) throws CimException;

    CimCursor<CimClass> enumerateClasses(EnumerateClasses operation) throws CimException;

    CimCursor<CimName> enumerateClassNames(EnumerateClassNames operation) throws CimException;

    MethodResult invokeMethod(InvokeMethod operation) throws CimException;

    <T> EnumerationPart<T> open(OpenEnumeration<T> operation) throws CimException;

    <T> EnumerationPart<T> pull(PullEnumeration<T> operation) throws CimException;

    Done close(CloseEnumeration operation) throws CimException;

    OptionalLong count(CountEnumeration operation) throws CimException;

    default CimInstancePath createInstance(CreateInstance operation) throws CimException {
        throw unsupported(operation);
    }

    default Done modifyInstance(ModifyInstance operation) throws CimException {
        throw unsupported(operation);
    }

    default Done deleteInstance(DeleteInstance operation) throws CimException {
        throw unsupported(operation);
    }

    default CimProperty getProperty(GetProperty operation) throws CimException {
        throw unsupported(operation);
    }

    default Done setProperty(SetProperty operation) throws CimException {
        throw unsupported(operation);
    }

    default Done createClass(CreateClass operation) throws CimException {
        throw unsupported(operation);
    }

    default Done modifyClass(ModifyClass operation) throws CimException {
        throw unsupported(operation);
    }

    default Done deleteClass(DeleteClass operation) throws CimException {
        throw unsupported(operation);
    }

    default CimQualifierDeclaration getQualifier(GetQualifier operation) throws CimException {
        throw unsupported(operation);
    }

    default Done setQualifier(SetQualifier operation) throws CimException {
        throw unsupported(operation);
    }

    default Done deleteQualifier(DeleteQualifier operation) throws CimException {
        throw unsupported(operation);
    }

    default CimCursor<CimQualifierDeclaration> enumerateQualifiers(EnumerateQualifiers operation) throws CimException {
        throw unsupported(operation);
    }

    default CimCursor<CimInstance> execQuery(ExecQuery operation) throws CimException {
        throw unsupported(operation);
    }

    default OpenedQuery openQuery(OpenQueryInstances operation) throws CimException {
        throw unsupported(operation);
    }

    private static CimException unsupported(CimOperation<?> operation) {
        return new CimException(CimStatus.NOT_SUPPORTED, operation.operationName() + " is not offered here");
    }
}
