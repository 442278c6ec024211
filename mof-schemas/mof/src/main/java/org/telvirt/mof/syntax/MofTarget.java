package org.telvirt.mof.syntax;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;

/** Where a parser puts what it has read, in the order of the text, and what it has to ask meanwhile. */
public interface MofTarget {
    /** The declaration of a qualifier read so far; null: there is none. */
    @Nullable
    CimQualifierDeclaration qualifier(CimName name);

    /**
     * A class with all that it inherits, for an instance; null: there is none.
     *
     * @throws MofException if a class read so far breaks a rule
     */
    @Nullable
    CimClass classOf(CimName name) throws MofException;

    /**
     * Takes what is wrong with a class, an instance, a qualifier or a compiler directive. If it returns, the parser goes
     * on with the next one.
     *
     * @throws MofException to end the parsing; unless overridden, with this problem
     */
    default void problem(MofException problem) throws MofException {
        throw problem;
    }

    /** Takes the declaration of a qualifier. */
    void declare(CimQualifierDeclaration declaration, Place place) throws MofException;

    /** Takes a class as written. */
    void declare(DeclaredClass declared) throws MofException;

    /** Takes an instance. */
    void create(DeclaredInstance declared) throws MofException;

    /**
     * Takes a compiler directive.
     *
     * @param place of its value
     */
    void pragma(CimName name, String value, Place place) throws MofException;
}
