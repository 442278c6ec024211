package org.telvirt.providers.management;

import java.util.Collections;
import java.util.List;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** What a new system can take from the configuration of another: all but what only one system may have. */
final class ReferenceConfiguration {
    private ReferenceConfiguration() {}

    /**
     * The definition to begin with: without name and UUID, without network addresses, without the files that serial
     * ports write to, the ports of displays, devices of the host, what others noted, and disks that can be written, of which
     * two systems would make a ruin.
     */
    static DomainDefinition forNewSystem(DomainDefinition reference) {
        return reference
                .withUuid(null)
                .withName("")
                .withDisks(reference.disks().stream()
                        .filter(disk -> disk.readOnly() || disk.medium() == null)
                        .toList())
                .withNetworkPorts(reference.networkPorts().stream()
                        .map(port -> port.withAddress(null))
                        .toList())
                .withConsoles(reference.consoles().stream()
                        .map(console -> new Console(null))
                        .toList())
                .withDisplays(reference.displays().stream()
                        .map(display -> new Display(display.listen(), null, display.password()))
                        .toList())
                .withHostDevices(List.of())
                .withMetadata(Collections.emptySortedMap());
    }
}
