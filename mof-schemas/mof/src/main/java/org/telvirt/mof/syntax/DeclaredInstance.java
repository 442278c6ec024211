package org.telvirt.mof.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.mof.source.Place;

/**
 * An instance as written.
 *
 * @param instance with NULL where an alias is used
 * @param alias the name that other instances may use for it; null: none
 * @param uses the references that are written as aliases
 * @param place where it names its class
 */
public record DeclaredInstance(
        CimInstance instance, @Nullable CimName alias, List<AliasUse> uses, Place place) {

    /** Copies the uses. */
    public DeclaredInstance {
        uses = List.copyOf(uses);
    }

    /** A reference property that is written as an alias. */
    public record AliasUse(CimName property, CimName alias, Place place) {}
}
