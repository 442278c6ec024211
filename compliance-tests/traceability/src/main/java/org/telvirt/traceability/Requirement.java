package org.telvirt.traceability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which requirements a test is evidence for. On a class or nested class it holds for every test inside, in
 * addition to what the methods claim themselves; a subclass inherits the claims of its superclass unless it states its
 * own.
 *
 * <p>Three forms are known, and anything else fails the build when the report is written:
 *
 * <ul>
 *   <li>{@code "VMOPE5"}: a requirement of the SCOPE Alliance document as a whole;
 *   <li>{@code "VMOPE4 pause"}: one part of it, as listed in {@code scope-requirements.txt}. A requirement that has
 *       parts counts as proved only when every part has a passing test;
 *   <li>{@code "DSP1057 7.5"}: a clause of a DMTF standard listed in {@code standards.txt}.
 * </ul>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requirement {
    /**
     * The key of the JUnit report entry by which a running test that learns only then what it proves says so, besides what
     * it is annotated with: {@code reporter.publishEntry(Requirement.ENTRY, "DSP1057 8, VMOPE5 pause")}. Commas separate claims.
     */
    String ENTRY = "telvirt.proves";

    /** The claims, each in one of the three forms. */
    String[] value();
}
