package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;

/** Whether a definition keeps everything that was asked for; what was left open may be anything. */
public final class Fulfilment {
    private Fulfilment() {}

    /** Fails unless all that was asked for was kept. */
    public static void of(DomainDefinition asked, DomainDefinition got) {
        assertThat(got.name()).isEqualTo(asked.name());
        assertThat(got.description()).isEqualTo(asked.description());
        assertThat(got.processors()).isEqualTo(asked.processors());
        Memory.Management management = asked.memory().management();
        assertThat(got.memory().withManagement(management)).isEqualTo(asked.memory());
        kept(management, got.memory().management(), "memory management");
        kept(asked.uuid(), got.uuid(), "id");
        of(asked.platform(), got.platform());
        assertThat(got.disks()).hasSameSizeAs(asked.disks());
        for (int i = 0; i < asked.disks().size(); i++) {
            of(asked.disks().get(i), got.disks().get(i));
        }
        assertThat(got.networkPorts()).hasSameSizeAs(asked.networkPorts());
        for (int i = 0; i < asked.networkPorts().size(); i++) {
            of(asked.networkPorts().get(i), got.networkPorts().get(i));
        }
        assertThat(got.consoles()).containsAll(asked.consoles());
        assertThat(got.displays()).isEqualTo(asked.displays());
        assertThat(got.hostDevices()).isEqualTo(asked.hostDevices());
        assertThat(got.sharedMemories()).isEqualTo(asked.sharedMemories());
        assertThat(got.boot()).isEqualTo(asked.boot());
        of(asked.faultPolicy(), got.faultPolicy());
        assertThat(got.guestAgent()).isEqualTo(asked.guestAgent());
        assertThat(got.automation()).isEqualTo(asked.automation());
        assertThat(got.metadata()).isEqualTo(asked.metadata());
    }

    private static void of(FaultPolicy asked, FaultPolicy got) {
        kept(asked.onCrash(), got.onCrash(), "on crash");
        kept(asked.onPowerOff(), got.onPowerOff(), "on power off");
        kept(asked.onReboot(), got.onReboot(), "on reboot");
        assertThat(got.watchdog()).isEqualTo(asked.watchdog());
        assertThat(got.panicDevice()).isEqualTo(asked.panicDevice());
        assertThat(got.onShutdownTimeout()).isEqualTo(asked.onShutdownTimeout());
    }

    private static void of(Platform asked, Platform got) {
        kept(asked.virtualization(), got.virtualization(), "virtualization");
        kept(asked.architecture(), got.architecture(), "architecture");
        kept(asked.firmware(), got.firmware(), "firmware");
        assertThat(got.secureBoot()).isEqualTo(asked.secureBoot());
    }

    private static void of(Disk asked, Disk got) {
        kept(asked.target(), got.target(), "target");
        kept(asked.bus(), got.bus(), "bus");
        assertThat(got.device()).isEqualTo(asked.device());
        assertThat(got.medium()).isEqualTo(asked.medium());
        assertThat(got.readOnly()).isEqualTo(asked.readOnly());
        assertThat(got.bootOrder()).isEqualTo(asked.bootOrder());
        assertThat(got.quality()).isEqualTo(asked.quality());
        assertThat(got.handling()).isEqualTo(asked.handling());
    }

    private static void of(NetworkPort asked, NetworkPort got) {
        kept(asked.address(), got.address(), "address");
        kept(asked.model(), got.model(), "model");
        assertThat(got.connection()).isEqualTo(asked.connection());
        assertThat(got.bootOrder()).isEqualTo(asked.bootOrder());
        assertThat(got.linkUp()).isEqualTo(asked.linkUp());
        assertThat(got.traffic()).isEqualTo(asked.traffic());
    }

    private static void kept(Object asked, Object got, String what) {
        if (asked != null) {
            assertThat(got).as(what).isEqualTo(asked);
        }
    }
}
