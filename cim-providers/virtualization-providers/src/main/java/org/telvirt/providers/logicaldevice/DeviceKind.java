package org.telvirt.providers.logicaldevice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** One kind of device: its class, and which of them a definition means. Pure. */
interface DeviceKind {
    CimName className();

    /** What its devices are called for people, such as {@code Virtual processor}. */
    String caption();

    /** The DeviceIDs of those that a definition means, in the guest's order. */
    List<String> names(DomainDefinition definition);

    /** The class of the settings that describe its devices; null: there are none. */
    @Nullable
    CimName settingsClass();

    /** The name of the resource whose settings describe a device; resources have the names of their devices. */
    default String resource(String device) {
        return device;
    }

    /** Whether the device is there and cannot be used, as a network port without its cable. */
    default boolean isOffline(DomainDefinition definition, String device) {
        return false;
    }

    /** Adds what the definition says of a device that it means. */
    void describe(CimInstance.Builder instance, DomainDefinition definition, String device);
}
