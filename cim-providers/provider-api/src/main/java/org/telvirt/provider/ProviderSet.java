package org.telvirt.provider;

import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimNamespace;

/**
 * The providers that belong together, usually one DMTF profile, and the namespaces they answer in.
 *
 * @param namespaces one or more
 */
public record ProviderSet(
        Set<CimNamespace> namespaces,
        List<InstanceProvider> instances,
        List<AssociationProvider> associations,
        List<MethodProvider> methods) {
    /** Copies the collections. */
    public ProviderSet {
        namespaces = Set.copyOf(namespaces);
        instances = List.copyOf(instances);
        associations = List.copyOf(associations);
        methods = List.copyOf(methods);
    }
}
