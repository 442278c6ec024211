package org.telvirt.hypervisor.contract;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * A field of a definition with two values that it can have and one that it cannot.
 *
 * @param name as violations write it
 * @param first sets it
 * @param second sets it to something else
 * @param wrong sets it to what it cannot be; null: there is no such thing
 */
public record Field(
        String name,
        UnaryOperator<DomainDefinition> first,
        UnaryOperator<DomainDefinition> second,
        @Nullable UnaryOperator<DomainDefinition> wrong) {
    @Override
    public String toString() {
        return name;
    }
}
