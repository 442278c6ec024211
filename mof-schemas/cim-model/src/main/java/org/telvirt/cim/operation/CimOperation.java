package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/**
 * One operation with its arguments.
 *
 * @param <R> what it answers
 */
public sealed interface CimOperation<R>
        permits EnumerationOperation,
                GetInstance,
                GetClass,
                EnumerateClasses,
                EnumerateClassNames,
                AssociatorClasses,
                AssociatorClassPaths,
                ReferenceClasses,
                ReferenceClassPaths,
                InvokeMethod,
                OpenEnumeration,
                PullEnumeration,
                CloseEnumeration,
                CountEnumeration,
                CreateInstance,
                ModifyInstance,
                DeleteInstance,
                GetProperty,
                SetProperty,
                CreateClass,
                ModifyClass,
                DeleteClass,
                GetQualifier,
                SetQualifier,
                DeleteQualifier,
                EnumerateQualifiers,
                ExecQuery,
                OpenQueryInstances {

    /** The namespace it works in. */
    CimNamespace namespace();

    /** Its name in DSP0200, such as {@code OpenEnumerateInstances}; for logs, metrics and audit. */
    default String operationName() {
        return getClass().getSimpleName();
    }

    /** Whether it can change something; every extrinsic method counts as one that does. */
    default boolean changes() {
        return false;
    }

    /** Performs itself by the method of the target that is for it. */
    R performedBy(CimOperations target) throws CimException;
}
