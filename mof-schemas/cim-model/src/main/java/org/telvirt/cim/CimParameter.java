package org.telvirt.cim;

import java.util.List;

/** A parameter of a method. */
public record CimParameter(CimName name, CimDataType type, List<CimQualifier> qualifiers) implements Qualified {
    /** Copies the qualifiers. */
    public CimParameter {
        qualifiers = List.copyOf(qualifiers);
    }

    /** Whether the caller gives it: In, which is the default, true. */
    public boolean isIn() {
        CimQualifier in = qualifier(QualifierNames.IN);
        return in == null || in.isTrue();
    }

    /** Whether the method gives it back: Out true. */
    public boolean isOut() {
        return has(QualifierNames.OUT);
    }
}
