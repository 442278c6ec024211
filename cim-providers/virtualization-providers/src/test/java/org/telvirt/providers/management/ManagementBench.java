package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** A simulated host with a management service to call. */
@RanOn(Engine.SIMULATED)
abstract class ManagementBench {
    FacilityBench bench;
    CimServer server;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench(machine(), FacilitySettings.standard().withGrace(Duration.ZERO));
        server = new CimServer(bench.facility(), bench.time());
    }

    /** What the host has. */
    SimulatedHostSettings machine() {
        return SimulatedHostSettings.standard();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** The definition that the next start uses. */
    DomainDefinition defined(SystemId id) {
        return Objects.requireNonNull(bench.facility().definition(id, Configuration.DEFINED));
    }

    static ConfigurationId configuration(SystemId id) {
        return new ConfigurationId(id, Configuration.DEFINED);
    }

    /** The system that a successful definition made. */
    static SystemId resulting(Reply reply) {
        assertThat(reply.code()).isZero();
        return Objects.requireNonNull(SystemPath.id(reply.path("ResultingSystem")));
    }

    /** What can be seen of systems and their settings, to tell that nothing has changed. */
    List<CimInstance> everything() throws CimException {
        List<CimInstance> all = new ArrayList<>(server.enumerate("CIM_System"));
        all.addAll(server.enumerate("CIM_SettingData"));
        return all;
    }

    /** What the refusal says of itself in the job that its answer names. */
    String cause(Reply refusal) throws CimException {
        CimInstance job = server.get(refusal.path("Job"));
        assertThat(job.number(CimName.of("JobState"))).isEqualTo(10);
        return Objects.requireNonNull(job.text(CimName.of("ErrorDescription")));
    }
}
