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
    private final HostProfile host;
    private final SystemProfile system;
    private final SettingsProfile settings;
    private final ResourceProfile resources;
    private final PoolProfile pools;
    private final AllocationProfile allocation;
    private final LogicalDeviceProfile devices;
    private final SwitchProfile switches;
    private final ManagementProfile management;
    private final PowerProfile power;
    private final BootProfile boot;
    private final ConsoleProfile consoles;
    private final SnapshotProfile snapshots;
    private final MigrationProfile migration;
    private final JobProfile control;

    private VirtualizationProviders(VirtualizationFacility facility, InstantSource clock) {
        Jobs jobs = new Jobs(facility, clock);
        Answers answers = new Answers(jobs, JobOwner.MANAGEMENT);
        TransitionRequests requests = new TransitionRequests(facility, answers);
        Configurations configurations = new Configurations(facility);
        host = new HostProfile(facility);
        system = new SystemProfile(facility, requests);
        settings = new SettingsProfile(configurations, AllocationDefaults.system());
        resources = new ResourceProfile(configurations, facility);
        pools = new PoolProfile(facility, new Answers(jobs, JobOwner.POOLS));
        allocation = new AllocationProfile(facility.pools());
        devices = new LogicalDeviceProfile(facility);
        switches = new SwitchProfile(facility.pools());
        management = new ManagementProfile(facility, answers);
        power = new PowerProfile(facility, requests);
        boot = new BootProfile(facility, new Answers(jobs, JobOwner.BOOT));
        consoles = new ConsoleProfile(facility);
        snapshots = new SnapshotProfile(facility, new Answers(jobs, JobOwner.SNAPSHOTS));
        migration = new MigrationProfile(facility, new Answers(jobs, JobOwner.MIGRATION));
        control = new JobProfile(facility, jobs, clock);
    }

    /**
     * The providers of root/virt and root/interop.
     *
     * @param clock tells how long jobs have run
     */
    public static List<ProviderSet> of(VirtualizationFacility facility, InstantSource clock) {
        return new VirtualizationProviders(facility, clock).sets();
    }

    private List<ProviderSet> sets() {
        InstanceProvider hosts = host.hosts();
        InstanceProvider systems = system.systems();
        List<ProviderSet> sets = new ArrayList<>();
        sets.add(host.providers(systems));
        sets.add(system.providers());
        sets.add(settings.providers(systems));
        sets.add(resources.providers(settings.settings()));
        sets.add(pools.providers(hosts, resources.resources()));
        sets.add(allocation.providers(hosts, pools.pools()));
        sets.add(devices.providers(systems, resources.resources(), pools.pools()));
        sets.add(switches.providers(hosts, devices.endpoints()));
        sets.add(management.providers(hosts, systems));
        sets.add(power.providers(hosts, systems));
        sets.add(boot.providers(hosts, systems));
        sets.add(consoles.providers(hosts, systems));
        sets.add(snapshots.providers(hosts, systems, settings.settings()));
        sets.add(migration.providers(hosts, systems));
        sets.add(control.providers(systems, owners(), settings.settings()));
        sets.addAll(new RegistrationProfile(central()).providers());
        return List.copyOf(sets);
    }

    private Map<JobOwner, InstanceProvider> owners() {
        return new EnumMap<>(Map.of(
                JobOwner.MANAGEMENT, management.services(),
                JobOwner.SNAPSHOTS, snapshots.services(),
                JobOwner.MIGRATION, migration.services(),
                JobOwner.POOLS, pools.services(),
                JobOwner.BOOT, boot.services()));
    }

    /** What each profile is about. */
    private Map<Profile, List<InstanceProvider>> central() {
        InstanceProvider hosts = host.hosts();
        InstanceProvider systems = system.systems();
        Map<Profile, List<InstanceProvider>> central = new EnumMap<>(Profile.class);
        central.put(Profile.SYSTEM_VIRTUALIZATION, List.of(hosts));
        central.put(Profile.VIRTUAL_SYSTEM, List.of(systems));
        central.put(Profile.COMPUTER_SYSTEM, List.of(hosts, systems));
        central.put(Profile.BOOT_CONTROL, List.of(boot.configurations()));
        central.put(Profile.POWER_STATE_MANAGEMENT, List.of(power.services()));
        central.put(Profile.KVM_REDIRECTION, List.of(consoles.graphicalServices()));
        central.put(Profile.ALLOCATION_CAPABILITIES, List.of(allocation.capabilities()));
        central.putAll(allocated());
        central.put(Profile.VIRTUAL_ETHERNET_SWITCH, List.of(switches.switches()));
        central.put(Profile.VIRTUAL_SYSTEM_MIGRATION, List.of(migration.services()));
        central.put(Profile.JOB_CONTROL, List.of(control.jobs()));
        return central;
    }

    /** What resource allocation and the profiles of its kinds of resources are about. */
    private Map<Profile, List<InstanceProvider>> allocated() {
        return Map.of(
                Profile.RESOURCE_ALLOCATION, pools.pools(),
                Profile.PROCESSOR_VIRTUALIZATION, List.of(pools.pools(PoolKind.PROCESSOR)),
                Profile.MEMORY_VIRTUALIZATION, List.of(pools.pools(PoolKind.MEMORY)),
                Profile.STORAGE_VIRTUALIZATION, List.of(pools.pools(PoolKind.STORAGE)),
                Profile.ETHERNET_PORT_VIRTUALIZATION, List.of(pools.pools(PoolKind.NETWORK)),
                Profile.GENERIC_DEVICE_VIRTUALIZATION, List.of(pools.pools(PoolKind.SERIAL)));
    }
}
