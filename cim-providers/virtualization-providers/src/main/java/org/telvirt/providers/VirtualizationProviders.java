package org.telvirt.providers;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.host.HostProfile;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.job.JobProfile;
import org.telvirt.providers.job.Jobs;
import org.telvirt.providers.management.ManagementProfile;
import org.telvirt.providers.registration.RegistrationProfile;
import org.telvirt.providers.resource.ResourceProfile;
import org.telvirt.providers.settings.Configurations;
import org.telvirt.providers.settings.SettingsProfile;
import org.telvirt.providers.snapshot.SnapshotProfile;
import org.telvirt.providers.system.SystemProfile;

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
        SystemProfile system = new SystemProfile(facility, answers);
        ManagementProfile management = new ManagementProfile(facility, answers);
        Configurations configurations = new Configurations(facility);
        SettingsProfile settings = new SettingsProfile(configurations);

        InstanceProvider hosts = host.hosts();
        InstanceProvider systems = system.systems();
        List<ProviderSet> sets = new ArrayList<>();
        sets.add(host.providers(systems));
        sets.add(system.providers());
        sets.add(settings.providers(systems));
        sets.add(new ResourceProfile(configurations).providers(settings.settings()));
        sets.add(management.providers(hosts, systems));
        sets.add(new SnapshotProfile(facility, answers).providers(hosts, systems, settings.settings()));
        sets.add(new JobProfile(facility, jobs, clock).providers(systems, management.services(), settings.settings()));
        sets.addAll(new RegistrationProfile(hosts, systems).providers());
        return List.copyOf(sets);
    }
}
