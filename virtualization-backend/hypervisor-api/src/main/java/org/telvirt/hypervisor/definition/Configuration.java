package org.telvirt.hypervisor.definition;

/** Which of a domain's two definitions is meant. */
public enum Configuration {
    /** What it is made of now; while it does not run, the same as {@link #DEFINED}. */
    ACTIVE,
    /** What its next start uses. */
    DEFINED
}
