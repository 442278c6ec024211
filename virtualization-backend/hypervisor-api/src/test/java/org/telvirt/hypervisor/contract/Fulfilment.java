package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;

/** Whether a definition keeps everything that was asked for; what was left open may be anything. */
final class Fulfilment {
    private Fulfilment() {}

    static void of(DomainDefinition asked, DomainDefinition got) {
        assertThat(got.name()).isEqualTo(asked.name());
        assertThat(got.description()).isEqualTo(asked.description());
        assertThat(got.processors()).isEqualTo(asked.processors());
        assertThat(got.memory()).isEqualTo(asked.memory());
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
    }

    private static void of(Platform asked, Platform got) {
        kept(asked.virtualization(), got.virtualization(), "virtualization");
        kept(asked.architecture(), got.architecture(), "architecture");
        kept(asked.firmware(), got.firmware(), "firmware");
    }

    private static void of(Disk asked, Disk got) {
        kept(asked.target(), got.target(), "target");
        kept(asked.bus(), got.bus(), "bus");
        assertThat(got.device()).isEqualTo(asked.device());
        assertThat(got.medium()).isEqualTo(asked.medium());
        assertThat(got.readOnly()).isEqualTo(asked.readOnly());
        assertThat(got.bootOrder()).isEqualTo(asked.bootOrder());
    }

    private static void of(NetworkPort asked, NetworkPort got) {
        kept(asked.address(), got.address(), "address");
        kept(asked.model(), got.model(), "model");
        assertThat(got.connection()).isEqualTo(asked.connection());
        assertThat(got.bootOrder()).isEqualTo(asked.bootOrder());
    }

    private static void kept(Object asked, Object got, String what) {
        if (asked != null) {
            assertThat(got).as(what).isEqualTo(asked);
        }
    }
}
