package org.telvirt.cim;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a qualifier type.
 *
 * @param defaultValue the value where a use gives none; null: NULL
 */
public record CimQualifierDeclaration(
        CimName name, CimDataType type, @Nullable CimValue defaultValue, Set<CimScope> scopes, Set<CimFlavor> flavors) {

    /** Copies the sets. */
    public CimQualifierDeclaration {
        scopes = Set.copyOf(scopes);
        flavors = Set.copyOf(flavors);
    }
}
