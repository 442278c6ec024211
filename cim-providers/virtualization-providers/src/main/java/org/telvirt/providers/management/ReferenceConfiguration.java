package org.telvirt.providers.management;

import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;

/** What a new system can take from the configuration of another: all but what only one system may have. */
final class ReferenceConfiguration {
    private ReferenceConfiguration() {}

    /**
     * The definition to begin with: without name and UUID, without network addresses, without the files that serial
     * ports write to, and without disks that can be written, of which two systems would make a ruin.
     */
    static DomainDefinition forNewSystem(DomainDefinition reference) {
        return new DomainDefinition(
                null,
                "",
                reference.description(),
                reference.platform(),
                reference.processors(),
                reference.memory(),
                reference.disks().stream()
                        .filter(disk -> disk.readOnly() || disk.medium() == null)
                        .toList(),
                reference.networkPorts().stream()
                        .map(port -> new NetworkPort(null, port.connection(), port.model(), port.bootOrder()))
                        .toList(),
                reference.consoles().stream().map(console -> new Console(null)).toList());
    }
}
