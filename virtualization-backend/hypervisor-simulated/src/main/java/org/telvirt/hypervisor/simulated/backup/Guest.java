package org.telvirt.hypervisor.simulated.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** A domain as far as backups know it; touched only under the host's lock. */
public interface Guest {
    String name();

    /** What it is made of now. */
    DomainDefinition active();

    boolean isActive();

    /** Counts its runs. */
    long run();

    /** What takes its time and holds it; null: nothing. */
    @Nullable
    String busy();

    void busy(@Nullable String with);

    /** How many bytes its guest has written to each of its disks so far, over all runs. */
    long written(Instant now);

    /** Its checkpoints. */
    Checkpoints checkpoints();
}
