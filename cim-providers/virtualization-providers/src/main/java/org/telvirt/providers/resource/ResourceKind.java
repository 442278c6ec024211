package org.telvirt.providers.resource;

import java.util.Collection;
import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.settings.SettingsReader;

/** One kind of resource: its class, and how its part of a definition and its settings stand for each other. */
public interface ResourceKind {
    /** The class of its settings. */
    CimName className();

    /** The classes that clients may send: its own and those of the standard, most general last. */
    List<CimName> inputClasses();

    /** What it is called in messages, such as {@code memory}. */
    String word();

    /** Whether this ResourceType is of its kind. */
    boolean hasType(int resourceType);

    /** Whether a resource of its kind can have this name. */
    boolean canName(String device);

    /** The names of its resources in a definition, in the guest's order. */
    List<String> devices(DomainDefinition definition);

    /** ConsumerVisibility: 3, virtualized, or 2, things of the host that are passed through. */
    int consumerVisibility();

    /** Adds what the definition says of a resource that it has. */
    void describe(CimInstance.Builder settings, DomainDefinition definition, String device);

    /** Whether a definition has exactly one of this kind. */
    boolean isSingle();

    /**
     * The definition with one more resource, or for the one resource of its kind with these settings.
     *
     * @throws CimException INVALID_PARAMETER: the settings cannot be had
     */
    DomainDefinition with(DomainDefinition definition, SettingsReader settings) throws CimException;

    /**
     * The definition with the settings of a resource that it has changed; what they do not say stays.
     *
     * @throws CimException INVALID_PARAMETER: the settings cannot be had
     */
    DomainDefinition modified(DomainDefinition definition, String device, SettingsReader settings) throws CimException;

    /** The definition without the resources of these names, those of other kinds left alone; never without a single. */
    DomainDefinition without(DomainDefinition definition, Collection<String> devices);

    /** Whether two definitions say the same of a resource. */
    boolean isSame(DomainDefinition one, DomainDefinition other, String device);
}
