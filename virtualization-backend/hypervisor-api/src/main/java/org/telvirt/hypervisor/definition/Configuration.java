package org.telvirt.hypervisor.definition;

/** Which of a domain's definitions is meant. */
public enum Configuration {
    /** What it is made of now; while it does not run, the same as {@link #DEFINED}. */
    ACTIVE,
    /** What its next start uses. */
    DEFINED,
    /** What its next start uses instead, once; while there is no such thing, the same as {@link #DEFINED}. */
    NEXT
}
