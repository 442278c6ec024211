package org.telvirt.mof.repository;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;

/** A class breaks a rule of CIM or does not fit the other classes of its namespace. */
public final class ClassRuleException extends Exception {
    private static final long serialVersionUID = 1;

    private final CimStatus status;
    private final CimName className;
    private final transient @Nullable CimName element;
    private final String problem;

    ClassRuleException(CimStatus status, CimName className, @Nullable CimName element, String problem) {
        super(problem);
        this.status = status;
        this.className = className;
        this.element = element;
        this.problem = problem;
    }

    /** What CreateClass and ModifyClass answer. */
    public CimStatus status() {
        return status;
    }

    /** The class. */
    public CimName className() {
        return className;
    }

    /** Its property or method that is wrong; null: the class as a whole. */
    public @Nullable CimName element() {
        return element;
    }

    /** What is wrong, for people. */
    public String problem() {
        return problem;
    }

    /** The same failure as that of an operation. */
    public CimException asCimException() {
        return new CimException(status, problem);
    }
}
