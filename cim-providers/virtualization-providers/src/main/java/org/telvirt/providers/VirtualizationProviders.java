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
import org.telvirt.providers.allocation.AllocationDefaults;
import org.telvirt.providers.allocation.AllocationProfile;
import org.telvirt.providers.boot.BootProfile;
import org.telvirt.providers.console.ConsoleProfile;
import org.telvirt.providers.host.HostProfile;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.job.JobOwner;
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
        Answers answers = new Answers(jobs, JobOwner.MANAGEMENT);
        HostProfile host = new HostProfile(facility);
        TransitionRequests requests = new TransitionRequests(facility, answers);
        SystemProfile system = new SystemProfile(facility, requests);
        ManagementProfile management = new ManagementProfile(facility, answers);
        Configurations configurations = new Configurations(facility);
        SettingsProfile settings = new SettingsProfile(configurations, AllocationDefaults.system());

        InstanceProvider hosts = host.hosts();
        InstanceProvider systems = system.systems();
        List<ProviderSet> sets = new ArrayList<>();
        sets.add(host.providers(systems));
        sets.add(system.providers());
        sets.add(settings.providers(systems));
        ResourceProfile resources = new ResourceProfile(configurations, facility);
        sets.add(resources.providers(settings.settings()));
        PoolProfile pools = new PoolProfile(facility, new Answers(jobs, JobOwner.POOLS));
        sets.add(pools.providers(hosts, resources.resources()));
        AllocationProfile allocation = new AllocationProfile(facility.pools());
        sets.add(allocation.providers(hosts, pools.pools()));
        LogicalDeviceProfile devices = new LogicalDeviceProfile(facility);
        sets.add(devices.providers(systems, resources.resources(), pools.pools()));
        SwitchProfile switches = new SwitchProfile(facility.pools());
        sets.add(switches.providers(hosts, devices.endpoints()));
        sets.add(management.providers(hosts, systems));
        PowerProfile power = new PowerProfile(facility, requests);
        sets.add(power.providers(hosts, systems));
        BootProfile boot = new BootProfile(facility, new Answers(jobs, JobOwner.BOOT));
        sets.add(boot.providers(hosts, systems));
        ConsoleProfile consoles = new ConsoleProfile(facility);
        sets.add(consoles.providers(hosts, systems));
        SnapshotProfile snapshots = new SnapshotProfile(facility, new Answers(jobs, JobOwner.SNAPSHOTS));
        sets.add(snapshots.providers(hosts, systems, settings.settings()));
        MigrationProfile migration = new MigrationProfile(facility, new Answers(jobs, JobOwner.MIGRATION));
        sets.add(migration.providers(hosts, systems));
        Map<JobOwner, InstanceProvider> owners = new EnumMap<>(Map.of(
                JobOwner.MANAGEMENT, management.services(),
                JobOwner.SNAPSHOTS, snapshots.services(),
                JobOwner.MIGRATION, migration.services(),
                JobOwner.POOLS, pools.services(),
                JobOwner.BOOT, boot.services()));
        JobProfile control = new JobProfile(facility, jobs, clock);
        sets.add(control.providers(systems, owners, settings.settings()));
        Map<Profile, List<InstanceProvider>> central = new EnumMap<>(Profile.class);
        central.put(Profile.SYSTEM_VIRTUALIZATION, List.of(hosts));
        central.put(Profile.VIRTUAL_SYSTEM, List.of(systems));
        central.put(Profile.COMPUTER_SYSTEM, List.of(hosts, systems));
        central.put(Profile.BOOT_CONTROL, List.of(boot.configurations()));
        central.put(Profile.POWER_STATE_MANAGEMENT, List.of(power.services()));
        central.put(Profile.KVM_REDIRECTION, List.of(consoles.graphicalServices()));
        central.put(Profile.ALLOCATION_CAPABILITIES, List.of(allocation.capabilities()));
        central.putAll(allocated(pools));
        central.put(Profile.VIRTUAL_ETHERNET_SWITCH, List.of(switches.switches()));
        central.put(Profile.VIRTUAL_SYSTEM_MIGRATION, List.of(migration.services()));
        central.put(Profile.JOB_CONTROL, List.of(control.jobs()));
        sets.addAll(new RegistrationProfile(central).providers());
        return List.copyOf(sets);
    }

    /** What resource allocation and the profiles of its kinds of resources are about. */
    private static Map<Profile, List<InstanceProvider>> allocated(PoolProfile pools) {
        return Map.of(
                Profile.RESOURCE_ALLOCATION, pools.pools(),
                Profile.PROCESSOR_VIRTUALIZATION, List.of(pools.pools(PoolKind.PROCESSOR)),
                Profile.MEMORY_VIRTUALIZATION, List.of(pools.pools(PoolKind.MEMORY)),
                Profile.STORAGE_VIRTUALIZATION, List.of(pools.pools(PoolKind.STORAGE)),
                Profile.ETHERNET_PORT_VIRTUALIZATION, List.of(pools.pools(PoolKind.NETWORK)),
                Profile.GENERIC_DEVICE_VIRTUALIZATION, List.of(pools.pools(PoolKind.SERIAL)));
    }
}
