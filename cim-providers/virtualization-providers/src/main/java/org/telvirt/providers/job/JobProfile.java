package org.telvirt.providers.job;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.job.Job;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;

/** Jobs with who owns them and what they act on (DSP1103). */
public final class JobProfile {
    private static final List<CimProperty> EXCLUSIVE_USE =
            List.of(CimProperty.of(JobNames.ELEMENT_EFFECTS, CimValues.uint16s(2)));

    private static final int CREATE = 5;

    private final VirtualizationFacility facility;
    private final Jobs jobs;
    private final JobProvider provider;

    public JobProfile(VirtualizationFacility facility, Jobs jobs, InstantSource clock) {
        this.facility = facility;
        this.jobs = jobs;
        this.provider = new JobProvider(jobs, clock);
    }

    /** The jobs. */
    public InstanceProvider jobs() {
        return provider;
    }

    /**
     * The providers.
     *
     * @param systems the virtual systems, which jobs act on
     * @param services the services that own jobs
     * @param settings the tops of configurations, which jobs may make
     */
    public ProviderSet providers(
            InstanceProvider systems, Map<JobOwner, InstanceProvider> services, InstanceProvider settings) {
        List<AssociationProvider> associations = new ArrayList<>();
        services.forEach((owner, service) -> associations.add(owning(service, owner)));
        associations.add(affected(systems));
        associations.add(creating(settings));
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(provider),
                List.copyOf(associations),
                List.of(new JobMethods(facility, provider)));
    }

    private AssociationProvider owning(InstanceProvider services, JobOwner owner) {
        return Associations.of(JobNames.CIM_OWNING_JOB_ELEMENT)
                .from(JobNames.OWNING_ELEMENT, services)
                .to(JobNames.OWNED_ELEMENT, provider)
                .manyToMany(
                        (service, context) -> jobs.all().stream()
                                .filter(job -> jobs.owner(job) == owner)
                                .map(job -> JobMapper.path(job.id()))
                                .toList(),
                        (path, context) -> {
                            Job job = provider.find(path);
                            return job != null && jobs.owner(job) == owner
                                    ? services.enumeratePaths(context).toList()
                                    : List.of();
                        });
    }

    private AssociationProvider affected(InstanceProvider systems) {
        return Associations.of(JobNames.CIM_AFFECTED_JOB_ELEMENT)
                .from(JobNames.AFFECTED_ELEMENT, systems)
                .to(JobNames.AFFECTING_ELEMENT, provider)
                .with((system, job, context) -> effects(job))
                .oneToMany((system, context) -> jobsOf(system), (job, context) -> subject(job));
    }

    /** What is not there yet has no links; it has one as soon as it is there. */
    private AssociationProvider creating(InstanceProvider settings) {
        return Associations.of(JobNames.CIM_AFFECTED_JOB_ELEMENT)
                .from(JobNames.AFFECTED_ELEMENT, settings)
                .to(JobNames.AFFECTING_ELEMENT, provider)
                .with(CimProperty.of(JobNames.ELEMENT_EFFECTS, CimValues.uint16s(CREATE)))
                .oneToMany(
                        (made, context) -> jobs.makersOf(made.in(null).on(null)).stream()
                                .filter(id -> jobs.job(id) != null)
                                .map(JobMapper::path)
                                .toList(),
                        (job, context) -> {
                            Job found = provider.find(job);
                            CimInstancePath made = found == null ? null : jobs.createdBy(found.id());
                            return made != null && settings.exists(made, context) ? made : null;
                        });
    }

    /** As long as a job is not over, nothing else changes the state of its system. */
    private List<CimProperty> effects(CimInstancePath path) {
        Job job = provider.find(path);
        return job == null || job.isOver() ? List.of() : EXCLUSIVE_USE;
    }

    private List<CimInstancePath> jobsOf(CimInstancePath system) {
        SystemId id = SystemPath.id(system);
        return jobs.all().stream()
                .filter(job -> job.subject() != null && job.subject().equals(id))
                .map(job -> JobMapper.path(job.id()))
                .toList();
    }

    private @Nullable CimInstancePath subject(CimInstancePath path) {
        Job job = provider.find(path);
        SystemId id = job == null ? null : job.subject();
        return id == null || facility.system(id) == null ? null : SystemPath.of(id);
    }
}
