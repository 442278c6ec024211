package org.telvirt.providers.allocation;

import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;

/** What a virtual system is given of which nobody said anything; the default allocation capabilities say the same. */
public final class AllocationDefaults {
    static final int PROCESSORS = 1;
    static final ByteSize MEMORY = ByteSize.ofMebibytes(512);

    private AllocationDefaults() {}

    /** A system without a name, with what every system needs. */
    public static DomainDefinition system() {
        return DomainDefinition.named("", Processors.of(PROCESSORS), Memory.of(MEMORY));
    }
}
