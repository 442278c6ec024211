package org.telvirt.cim;

/** How a qualifier behaves along inheritance (DSP0004 §5.6.3). */
public enum CimFlavor {
    /** A subclass may change its value (EnableOverride); without it, DisableOverride. */
    OVERRIDABLE,
    /** Subclasses inherit it (ToSubclass); without it, Restricted. */
    TO_SUBCLASS,
    /** Instances show it; deprecated. */
    TO_INSTANCE,
    /** Its text can be translated. */
    TRANSLATABLE
}
