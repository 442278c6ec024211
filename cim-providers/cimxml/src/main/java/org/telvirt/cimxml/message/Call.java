package org.telvirt.cimxml.message;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CimOperation;

/**
 * One IMETHODCALL or METHODCALL. Exactly one of operation and failure is there.
 *
 * @param name the name of the operation or method as it was sent
 * @param intrinsic whether it is an IMETHODCALL
 * @param operation what to perform; null: see the failure
 * @param failure why nothing can be performed; null: see the operation
 */
public record Call(
        String name,
        boolean intrinsic,
        @Nullable CimOperation<?> operation,
        @Nullable CimException failure) {}
