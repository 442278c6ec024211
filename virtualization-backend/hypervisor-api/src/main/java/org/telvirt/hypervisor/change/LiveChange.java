package org.telvirt.hypervisor.change;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.definition.Processors.Scheduling;

/** One change of a domain while it runs. */
public sealed interface LiveChange {
    /** The kinds of changes, of which engines may lack some. */
    enum Kind {
        PROCESSOR_COUNT,
        PROCESSOR_PLACEMENT,
        PROCESSOR_SHARE,
        MEMORY_SIZE,
        DISK_ATTACHMENT,
        DISK_LIMITS,
        PORT_ATTACHMENT,
        PORT_SETTINGS
    }

    Kind kind();

    /** Whether the defined configuration is changed as well, once the running domain has been. */
    boolean alsoDefined();

    /**
     * What a domain is made of after it.
     *
     * @throws IllegalArgumentException it does not fit the definition; the message names the field
     */
    DomainDefinition appliedTo(DomainDefinition definition);

    /** Whether the guest has to let go of something that the domain has now, which it may not do. */
    default boolean takesFrom(DomainDefinition definition) {
        return false;
    }

    /**
     * Another number of virtual processors.
     *
     * @param count 1 to the maximum
     */
    record ProcessorCount(int count, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.PROCESSOR_COUNT;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            Processors processors = definition.processors();
            return definition.withProcessors(processors.withNumbers(count, processors.maximum()));
        }

        @Override
        public boolean takesFrom(DomainDefinition definition) {
            return count < definition.processors().count();
        }
    }

    /**
     * Other processors of the host for some virtual ones.
     *
     * @param each by number of the virtual processor from 0; others stay where they are
     * @param emulator of the threads that serve the domain; null: they stay
     */
    record Pin(SortedMap<Integer, NumberSet> each, @Nullable NumberSet emulator, boolean alsoDefined)
            implements LiveChange {
        /** Copies the map. */
        public Pin {
            each = Collections.unmodifiableSortedMap(new TreeMap<>(each));
        }

        @Override
        public Kind kind() {
            return Kind.PROCESSOR_PLACEMENT;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            Processors processors = definition.processors();
            SortedMap<Integer, NumberSet> all =
                    new TreeMap<>(processors.placement().each());
            all.putAll(each);
            Placement placement = processors.placement().withEach(all);
            return definition.withProcessors(processors.withPlacement(
                    placement.withEmulator(emulator == null ? placement.emulator() : emulator)));
        }
    }

    /**
     * Another share of the host's processors.
     *
     * @param shares the weight against other domains; null: it stays
     * @param limit what each virtual processor gets at most; null: no limit
     */
    record Share(@Nullable Integer shares, @Nullable Quota limit, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.PROCESSOR_SHARE;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            Processors processors = definition.processors();
            Scheduling scheduling = processors.scheduling();
            return definition.withProcessors(processors.withScheduling(scheduling
                    .withShares(shares == null ? scheduling.shares() : shares)
                    .withLimit(limit)));
        }
    }

    /**
     * Another amount of memory.
     *
     * @param size at most the maximum
     */
    record MemorySize(ByteSize size, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.MEMORY_SIZE;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            return definition.withMemory(
                    definition.memory().withSizes(size, definition.memory().maximum()));
        }

        @Override
        public boolean takesFrom(DomainDefinition definition) {
            return size.compareTo(definition.memory().size()) < 0;
        }
    }

    /** One more disk. */
    record AttachDisk(Disk disk, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.DISK_ATTACHMENT;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            return definition.withDisks(DeviceLists.with(definition.disks(), disk));
        }
    }

    /** One disk less. */
    record DetachDisk(String target, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.DISK_ATTACHMENT;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            return definition.withDisks(
                    DeviceLists.changed(definition.disks(), "disks.target", target, Disk::target, d -> null));
        }

        @Override
        public boolean takesFrom(DomainDefinition definition) {
            return true;
        }
    }

    /**
     * Other limits of a disk.
     *
     * @param quality its weight and latency stay as they are, whatever is said here
     */
    record LimitDisk(String target, Disk.Quality quality, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.DISK_LIMITS;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            return definition.withDisks(DeviceLists.changed(
                    definition.disks(),
                    "disks.target",
                    target,
                    Disk::target,
                    disk -> disk.withQuality(quality.withWeight(disk.quality().weight())
                            .withLatency(disk.quality().latency()))));
        }
    }

    /** One more network port. */
    record AttachPort(NetworkPort port, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.PORT_ATTACHMENT;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            return definition.withNetworkPorts(DeviceLists.with(definition.networkPorts(), port));
        }
    }

    /** One network port less. */
    record DetachPort(String address, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.PORT_ATTACHMENT;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            return definition.withNetworkPorts(DeviceLists.changed(
                    definition.networkPorts(), "networkPorts.address", address, NetworkPort::address, port -> null));
        }

        @Override
        public boolean takesFrom(DomainDefinition definition) {
            return true;
        }
    }

    /** Another state of the cable of a network port, and another traffic. */
    record SetPort(String address, boolean linkUp, Traffic traffic, boolean alsoDefined) implements LiveChange {
        @Override
        public Kind kind() {
            return Kind.PORT_SETTINGS;
        }

        @Override
        public DomainDefinition appliedTo(DomainDefinition definition) {
            return definition.withNetworkPorts(DeviceLists.changed(
                    definition.networkPorts(),
                    "networkPorts.address",
                    address,
                    NetworkPort::address,
                    port -> port.withLinkUp(linkUp).withTraffic(traffic)));
        }
    }
}
