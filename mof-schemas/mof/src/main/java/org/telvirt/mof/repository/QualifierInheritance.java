package org.telvirt.mof.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimStatus;

/** How qualifiers pass from a superclass to a subclass (DSP0004 §5.6.3). */
final class QualifierInheritance {
    private QualifierInheritance() {}

    /** What of these a subclass inherits that writes none of its own. */
    static List<CimQualifier> inherited(List<CimQualifier> upper) {
        List<CimQualifier> result = new ArrayList<>(upper.size());
        for (CimQualifier qualifier : upper) {
            if (qualifier.flavors().contains(CimFlavor.TO_SUBCLASS)) {
                result.add(qualifier.propagated(true));
            }
        }
        return result;
    }

    /**
     * The qualifiers of an element: its own as written, then those it inherits.
     *
     * @param owner the class that writes {@code own}
     * @param element its element that has them; null: the class itself
     * @throws ClassRuleException INVALID_PARAMETER: one changes a value that may not be changed
     */
    static List<CimQualifier> merged(
            List<CimQualifier> own, List<CimQualifier> upper, CimName owner, @Nullable CimName element)
            throws ClassRuleException {
        List<CimQualifier> result = new ArrayList<>(own.size() + upper.size());
        result.addAll(own);
        for (CimQualifier qualifier : upper) {
            if (!qualifier.flavors().contains(CimFlavor.TO_SUBCLASS)) {
                continue;
            }
            CimQualifier override = find(own, qualifier.name());
            if (override == null) {
                result.add(qualifier.propagated(true));
            } else if (!qualifier.flavors().contains(CimFlavor.OVERRIDABLE)
                    && !Objects.equals(override.value(), qualifier.value())) {
                throw new ClassRuleException(
                        CimStatus.INVALID_PARAMETER,
                        owner,
                        element,
                        "Qualifier '" + qualifier.name() + "' of " + described(owner, element)
                                + " has another value than it inherits, which its flavor DisableOverride forbids");
            }
        }
        return result;
    }

    private static String described(CimName owner, @Nullable CimName element) {
        return "'" + owner + (element == null ? "'" : "." + element + "'");
    }

    private static @Nullable CimQualifier find(List<CimQualifier> qualifiers, CimName name) {
        for (CimQualifier qualifier : qualifiers) {
            if (qualifier.name().equals(name)) {
                return qualifier;
            }
        }
        return null;
    }
}
