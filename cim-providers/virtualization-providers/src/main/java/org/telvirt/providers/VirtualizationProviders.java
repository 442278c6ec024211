package org.telvirt.providers;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.allocation.AllocationProfile;
import org.telvirt.providers.boot.BootProfile;
import org.telvirt.providers.console.ConsoleProfile;
import org.telvirt.providers.host.HostProfile;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.job.JobProfile;
import org.telvirt.providers.job.Jobs;
import org.telvirt.providers.logicaldevice.LogicalDeviceProfile;
import org.telvirt.providers.management.ManagementProfile;
import org.telvirt.providers.migration.MigrationProfile;
import org.telvirt.providers.pool.PoolProfile;
import org.telvirt.providers.power.PowerProfile;
import org.telvirt.providers.registration.Profile;
import org.telvirt.providers.registration.RegistrationProfile;
import org.telvirt.providers.resource.ResourceProfile;
import org.telvirt.providers.settings.Configurations;
import org.telvirt.providers.settings.SettingsProfile;
import org.telvirt.providers.snapshot.SnapshotProfile;
import org.telvirt.providers.system.SystemProfile;
import org.telvirt.providers.system.TransitionRequests;
import org.telvirt.providers.vswitch.SwitchProfile;

/** All profiles, put together over one facility. */
public final class VirtualizationProviders {
    private VirtualizationProviders() {}

    /**
     * The providers of root/virt and root/interop.
     *
     * @param clock tells how long jobs have run
     */
    public static List<ProviderSet> of(VirtualizationFacility facility, InstantSource clock) {
        Jobs jobs = new Jobs(facility, clock);
        Answers answers = new Answers(jobs);
        HostProfile host = new HostProfile(facility);
        TransitionRequests requests = new TransitionRequests(facility, answers);
        SystemProfile system = new SystemProfile(facility, requests);
        ManagementProfile management = new ManagementProfile(facility, answers);
        Configurations configurations = new Configurations(facility);
        SettingsProfile settings = new SettingsProfile(configurations);

        InstanceProvider hosts = host.hosts();
        InstanceProvider systems = system.systems();
        List<ProviderSet> sets = new ArrayList<>();
        sets.add(host.providers(systems));
        sets.add(system.providers());
        sets.add(settings.providers(systems));
        ResourceProfile resources = new ResourceProfile(configurations, facility);
        sets.add(resources.providers(settings.settings()));
        PoolProfile pools = new PoolProfile(facility, answers);
        sets.add(pools.providers(hosts, resources.resources()));
        AllocationProfile allocation = new AllocationProfile(facility.pools());
        sets.add(allocation.providers(hosts, pools.pools()));
        SwitchProfile switches = new SwitchProfile(facility.pools());
        sets.add(switches.providers(hosts));
        sets.add(new LogicalDeviceProfile(facility).providers(systems, resources.resources(), pools.pools()));
        sets.add(management.providers(hosts, systems));
        PowerProfile power = new PowerProfile(facility, requests);
        sets.add(power.providers(hosts, systems));
        BootProfile boot = new BootProfile(facility, answers);
        sets.add(boot.providers(hosts, systems));
        ConsoleProfile consoles = new ConsoleProfile(facility);
        sets.add(consoles.providers(hosts, systems));
        sets.add(new SnapshotProfile(facility, answers).providers(hosts, systems, settings.settings()));
        MigrationProfile migration = new MigrationProfile(facility, answers);
        sets.add(migration.providers(hosts, systems));
        sets.add(new JobProfile(facility, jobs, clock)
                .providers(systems, management.services(), migration.services(), settings.settings()));
        Map<Profile, List<InstanceProvider>> central = inPools(pools);
        central.put(Profile.SYSTEM_VIRTUALIZATION, List.of(hosts));
        central.put(Profile.VIRTUAL_SYSTEM, List.of(systems));
        central.put(Profile.COMPUTER_SYSTEM, List.of(hosts, systems));
        central.put(Profile.BOOT_CONTROL, List.of(boot.configurations()));
        central.put(Profile.POWER_STATE_MANAGEMENT, List.of(power.services()));
        central.put(Profile.KVM_REDIRECTION, List.of(consoles.graphicalServices()));
        central.put(Profile.ALLOCATION_CAPABILITIES, List.of(allocation.capabilities()));
        central.put(Profile.VIRTUAL_ETHERNET_SWITCH, List.of(switches.switches()));
        central.put(Profile.VIRTUAL_SYSTEM_MIGRATION, List.of(migration.services()));
        sets.addAll(new RegistrationProfile(central).providers());
        return List.copyOf(sets);
    }

    /** What conforms to the profiles of resources that come from pools. */
    private static Map<Profile, List<InstanceProvider>> inPools(PoolProfile pools) {
        Map<Profile, List<InstanceProvider>> central = new EnumMap<>(Profile.class);
        central.put(Profile.RESOURCE_ALLOCATION, pools.pools());
        central.put(Profile.PROCESSOR_VIRTUALIZATION, List.of(pools.pools(PoolKind.PROCESSOR)));
        central.put(Profile.MEMORY_VIRTUALIZATION, List.of(pools.pools(PoolKind.MEMORY)));
        central.put(Profile.STORAGE_VIRTUALIZATION, List.of(pools.pools(PoolKind.STORAGE)));
        central.put(Profile.ETHERNET_PORT_VIRTUALIZATION, List.of(pools.pools(PoolKind.NETWORK)));
        central.put(Profile.GENERIC_DEVICE_VIRTUALIZATION, List.of(pools.pools(PoolKind.SERIAL)));
        return central;
    }
}
