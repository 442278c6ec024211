package org.telvirt.providers.logicaldevice;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.pool.Allocation;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.logicaldevice.Devices.Running;
import org.telvirt.providers.pool.PoolPath;
import org.telvirt.providers.resource.ResourceKinds;

/** From the pools to the devices that come from them (DSP1041, CIM_ElementAllocatedFromPool). */
final class PoolLinks {
    private final Devices running;
    private final ResourcePools pools;

    PoolLinks(Devices running, ResourcePools pools) {
        this.running = running;
        this.pools = pools;
    }

    /** The links of devices of one kind to the pools of those classes that can feed them. */
    List<AssociationProvider> of(DeviceProvider device, List<? extends InstanceProvider> providers) {
        Set<CimName> classes = feeding(device.kind());
        return providers.stream()
                .filter(provider -> classes.contains(provider.className()))
                .map(provider -> link(device, provider))
                .toList();
    }

    /** The classes of pools with the ResourceType of a kind of device. */
    private static Set<CimName> feeding(DeviceKind device) {
        return Stream.of(PoolKind.values())
                .filter(pool -> ResourceKinds.ALL.stream()
                        .anyMatch(resource -> resource.className().equals(device.settingsClass())
                                && resource.hasType(PoolPath.resourceType(pool))))
                .map(PoolPath::className)
                .collect(Collectors.toSet());
    }

    private AssociationProvider link(DeviceProvider device, InstanceProvider provider) {
        return Associations.of(DeviceNames.CIM_ELEMENT_ALLOCATED_FROM_POOL)
                .from(ElementNames.ANTECEDENT, provider)
                .to(ElementNames.DEPENDENT, device)
                .oneToMany(
                        (pool, context) -> devicesFrom(PoolPath.id(pool), device.kind()),
                        (path, context) -> poolOf(
                                Objects.requireNonNull(DeviceId.of(path, device.className())),
                                device.kind(),
                                provider.className()));
    }

    private List<CimInstancePath> devicesFrom(@Nullable PoolId pool, DeviceKind kind) {
        return pool == null
                ? List.of()
                : pools.allocationsFrom(pool).stream()
                        .flatMap(allocation -> devicesOf(allocation, kind))
                        .toList();
    }

    private Stream<CimInstancePath> devicesOf(Allocation allocation, DeviceKind kind) {
        Running system = running.find(allocation.system());
        return system == null
                ? Stream.of()
                : kind.names(system.definition()).stream()
                        .filter(name -> kind.resource(name).equals(allocation.device()))
                        .map(name -> new DeviceId(allocation.system(), name).path(kind.className()));
    }

    private @Nullable CimInstancePath poolOf(DeviceId id, DeviceKind kind, CimName poolClass) {
        for (Allocation allocation : pools.allocationsOf(id.system())) {
            if (allocation.device().equals(kind.resource(id.name()))) {
                CimInstancePath pool = PoolPath.of(allocation.pool());
                return pool.className().equals(poolClass) ? pool : null;
            }
        }
        return null;
    }
}
