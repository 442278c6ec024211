package org.telvirt.hypervisor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.definition.ByteSize;

/** Something happened in the run of a domain that by itself changes neither its state nor where it is defined. */
public sealed interface DomainOccurrence extends DomainEvent {
    /** Whether what is known of its definition, active or defined, may be out of date. */
    default boolean changesDefinition() {
        return false;
    }

    /**
     * Its watchdog was not fed in time.
     *
     * @param action what was done about it
     */
    record WatchdogExpired(Instant time, DomainId id, String name, FaultAction action) implements DomainOccurrence {}

    /**
     * A disk answered with an error.
     *
     * @param target of the disk in its definition; empty: not known
     * @param source the file or device behind it
     * @param action what was done about it
     * @param cause such as {@code enospc}; empty: not known
     */
    record DiskFailed(
            Instant time, DomainId id, String name, String target, String source, FaultAction action, String cause)
            implements DomainOccurrence {}

    /** What the platform did about a fault. */
    enum FaultAction {
        NONE,
        PAUSED,
        RESET,
        STOPPED,
        SHUT_DOWN,
        /** The guest was told of it. */
        REPORTED
    }

    /**
     * Memory below it had an error of the hardware.
     *
     * @param isOfGuest whether the guest's memory, and not the platform's, was hit
     * @param action what was done about it
     */
    record MemoryFailed(Instant time, DomainId id, String name, boolean isOfGuest, FaultAction action)
            implements DomainOccurrence {}

    /** The guest set its clock; {@code offset} is what it is ahead of UTC now. */
    record ClockSet(Instant time, DomainId id, String name, Duration offset) implements DomainOccurrence {}

    /**
     * Someone looks at its screen, or no longer.
     *
     * @param viewer the viewer's address
     */
    record GraphicsChanged(Instant time, DomainId id, String name, GraphicsPhase phase, String viewer)
            implements DomainOccurrence {}

    /** How far a viewer has come. */
    enum GraphicsPhase {
        CONNECTED,
        ADMITTED,
        DISCONNECTED
    }

    /** Its process no longer understands the engine; what it does cannot be told. */
    record ControlLost(Instant time, DomainId id, String name) implements DomainOccurrence {}

    /**
     * Long work on a disk ended or reached its goal.
     *
     * @param disk its target or source
     * @param work such as {@code copy} or {@code commit}
     */
    record DiskWorkChanged(Instant time, DomainId id, String name, String disk, String work, WorkPhase phase)
            implements DomainOccurrence {
        @Override
        public boolean changesDefinition() {
            return phase == WorkPhase.COMPLETED;
        }
    }

    /** How far long work has come. */
    enum WorkPhase {
        COMPLETED,
        FAILED,
        CANCELLED,
        /** It goes on, but can be completed at any time. */
        READY
    }

    /** The medium of a drive was changed, or a disk dropped because its source is missing. */
    record MediumChanged(Instant time, DomainId id, String name, String device, String oldSource, String newSource)
            implements DomainOccurrence {
        @Override
        public boolean changesDefinition() {
            return true;
        }
    }

    /** The guest opened or closed the tray of a drive. */
    record TrayMoved(Instant time, DomainId id, String name, String device, boolean isOpen)
            implements DomainOccurrence {}

    /** The guest went to sleep or woke up; its state is told apart. */
    record GuestSlept(Instant time, DomainId id, String name, Sleep sleep) implements DomainOccurrence {}

    /** How a guest sleeps. */
    enum Sleep {
        AWAKE,
        IN_MEMORY,
        ON_DISK
    }

    /** Its guest gave memory back or took some. */
    record MemoryBallooned(Instant time, DomainId id, String name, ByteSize actual) implements DomainOccurrence {
        @Override
        public boolean changesDefinition() {
            return true;
        }
    }

    /**
     * A device of it came, went, or did not go as it should.
     *
     * @param device the engine's name of it
     */
    record DeviceChanged(Instant time, DomainId id, String name, String device, DeviceChange change)
            implements DomainOccurrence {
        @Override
        public boolean changesDefinition() {
            return change != DeviceChange.REMOVAL_FAILED;
        }
    }

    /** What happened to a device. */
    enum DeviceChange {
        ADDED,
        REMOVED,
        /** Its guest did not let it go. */
        REMOVAL_FAILED
    }

    /** Limits, weights or pins were changed; {@code what} names one of them. */
    record SettingsTuned(Instant time, DomainId id, String name, String what) implements DomainOccurrence {
        @Override
        public boolean changesDefinition() {
            return true;
        }
    }

    /** The agent in its guest can be talked to, or no longer. */
    record AgentChanged(Instant time, DomainId id, String name, boolean isConnected) implements DomainOccurrence {}

    /** Its migration begins to copy its memory for the so-manieth time. */
    record MigrationIterated(Instant time, DomainId id, String name, int iteration) implements DomainOccurrence {}

    /**
     * Long work on it, such as saving or migrating, is over.
     *
     * @param work such as {@code save}; empty: not known
     * @param downtime how long its processors stood still for it; null: not known
     */
    record WorkEnded(
            Instant time,
            DomainId id,
            String name,
            String work,
            @Nullable Duration elapsed,
            @Nullable Duration downtime)
            implements DomainOccurrence {}

    /** Metadata in its definition, its title or description was changed. */
    record MetadataChanged(Instant time, DomainId id, String name, String namespace) implements DomainOccurrence {
        @Override
        public boolean changesDefinition() {
            return true;
        }
    }

    /** Its guest has written further into a disk than a mark that was set; {@code excess} is by how much. */
    record WriteMarkPassed(Instant time, DomainId id, String name, String disk, ByteSize mark, ByteSize excess)
            implements DomainOccurrence {}

    /** A memory device of it has another size now. */
    record MemoryDeviceResized(Instant time, DomainId id, String name, String device, ByteSize size)
            implements DomainOccurrence {
        @Override
        public boolean changesDefinition() {
            return true;
        }
    }
}
