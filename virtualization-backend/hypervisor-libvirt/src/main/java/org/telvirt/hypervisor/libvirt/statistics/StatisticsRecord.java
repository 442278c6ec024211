package org.telvirt.hypervisor.libvirt.statistics;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.libvirt.DomainStates;
import org.telvirt.hypervisor.statistics.DiskUse;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.MemoryUse;
import org.telvirt.hypervisor.statistics.PortUse;
import org.telvirt.hypervisor.statistics.ProcessorUse;
import org.telvirt.hypervisor.statistics.Traffic;
import org.telvirt.hypervisor.statistics.Transfer;
import org.telvirt.hypervisor.statistics.VirtualProcessorUse;

/** One domain's share of libvirt's bulk statistics. */
final class StatisticsRecord {
    // struct virDomainStatsRecord on 64-bit machines: domain, parameters, their number
    private static final int PARAMETERS = 8;
    private static final int COUNT = 16;
    private static final int UUID_BYTES = 16;

    private final TypedParameters parameters;

    StatisticsRecord(TypedParameters parameters) {
        this.parameters = parameters;
    }

    static DomainStatistics read(Pointer pointer) {
        Pointer domain = pointer.getPointer(0);
        TypedParameters parameters = TypedParameters.read(pointer.getPointer(PARAMETERS), pointer.getInt(COUNT));
        return new StatisticsRecord(parameters).of(id(domain), StatisticsLibrary.virDomainGetName(domain));
    }

    static DomainId id(Pointer domain) {
        byte[] uuid = new byte[UUID_BYTES];
        StatisticsLibrary.virDomainGetUUID(domain, uuid);
        ByteBuffer bytes = ByteBuffer.wrap(uuid);
        return new DomainId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    DomainStatistics of(DomainId id, String name) {
        return new DomainStatistics(
                id,
                name,
                DomainStates.state(parameters.number("state.state", 0), false),
                processors(),
                memory(),
                disks(),
                ports(),
                null);
    }

    private ProcessorUse processors() {
        return new ProcessorUse(
                parameters.nanoseconds("cpu.time"),
                parameters.nanoseconds("cpu.user"),
                parameters.nanoseconds("cpu.system"),
                virtualProcessors());
    }

    private List<VirtualProcessorUse> virtualProcessors() {
        List<VirtualProcessorUse> all = new ArrayList<>();
        for (int number = 0; number < parameters.number("vcpu.maximum", 0); number++) {
            String prefix = "vcpu." + number + ".";
            Long state = parameters.count(prefix + "state");
            if (state != null && state != 0) {
                Long halted = parameters.count(prefix + "halted");
                all.add(new VirtualProcessorUse(
                        number,
                        parameters.nanoseconds(prefix + "time"),
                        parameters.nanoseconds(prefix + "wait"),
                        parameters.nanoseconds(prefix + "delay"),
                        halted == null ? null : halted != 0,
                        parameters.count(prefix + "irq_injections.sum"))); // KVM counts it, QEMU's emulation does not
            }
        }
        return all;
    }

    private MemoryUse memory() {
        return new MemoryUse(
                parameters.kibibytes("balloon.current"),
                parameters.kibibytes("balloon.maximum"),
                parameters.kibibytes("balloon.rss"),
                parameters.kibibytes("balloon.available"),
                parameters.kibibytes("balloon.unused"),
                parameters.kibibytes("balloon.usable"),
                parameters.kibibytes("balloon.disk_caches"),
                parameters.kibibytes("balloon.swap_in"),
                parameters.kibibytes("balloon.swap_out"),
                parameters.count("balloon.major_fault"),
                parameters.count("balloon.minor_fault"),
                toldAt(parameters.count("balloon.last-update")));
    }

    private static @Nullable Instant toldAt(@Nullable Long seconds) {
        return seconds == null || seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    private List<DiskUse> disks() {
        List<DiskUse> all = new ArrayList<>();
        for (int number = 0; number < parameters.number("block.count", 0); number++) {
            String prefix = "block." + number + ".";
            String target = parameters.text(prefix + "name");
            if (target != null) {
                all.add(new DiskUse(
                        target,
                        parameters.text(prefix + "path"),
                        transfer(prefix + "rd."),
                        transfer(prefix + "wr."),
                        transfer(prefix + "fl."),
                        parameters.count(prefix + "errors"),
                        parameters.bytes(prefix + "capacity"),
                        parameters.bytes(prefix + "allocation"),
                        parameters.bytes(prefix + "physical")));
            }
        }
        return all;
    }

    private Transfer transfer(String prefix) {
        return new Transfer(
                parameters.count(prefix + "reqs"),
                parameters.count(prefix + "bytes"),
                parameters.nanoseconds(prefix + "times"));
    }

    /** Ports without a device on the host, such as of QEMU's own network, have no counters. */
    private List<PortUse> ports() {
        List<PortUse> all = new ArrayList<>();
        for (int number = 0; number < parameters.number("net.count", 0); number++) {
            String prefix = "net." + number + ".";
            String device = parameters.text(prefix + "name");
            if (device != null) {
                all.add(new PortUse(device, traffic(prefix + "rx."), traffic(prefix + "tx.")));
            }
        }
        return all;
    }

    private Traffic traffic(String prefix) {
        return new Traffic(
                parameters.count(prefix + "bytes"),
                parameters.count(prefix + "pkts"),
                parameters.count(prefix + "errs"),
                parameters.count(prefix + "drop"));
    }
}
