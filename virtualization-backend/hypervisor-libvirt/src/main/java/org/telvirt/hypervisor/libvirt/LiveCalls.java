package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.change.LiveChange.AttachDisk;
import org.telvirt.hypervisor.change.LiveChange.AttachPort;
import org.telvirt.hypervisor.change.LiveChange.DetachDisk;
import org.telvirt.hypervisor.change.LiveChange.DetachPort;
import org.telvirt.hypervisor.change.LiveChange.LimitDisk;
import org.telvirt.hypervisor.change.LiveChange.MemorySize;
import org.telvirt.hypervisor.change.LiveChange.Pin;
import org.telvirt.hypervisor.change.LiveChange.ProcessorCount;
import org.telvirt.hypervisor.change.LiveChange.SetPort;
import org.telvirt.hypervisor.change.LiveChange.Share;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk.Quality;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;

/** The changes of running domains as calls of libvirt. */
final class LiveCalls {
    private static final int LIVE = 1;
    private static final String DISK = "disk";
    private static final String PORT = "interface";

    private LiveCalls() {}

    /**
     * Asks libvirt for it.
     *
     * @param xml what the running domain is made of
     * @param wanted what it shall be made of
     */
    static void perform(LibvirtDomain domain, LiveChange change, String xml, DomainDefinition wanted)
            throws HypervisorException {
        int result;
        if (change instanceof ProcessorCount processors) {
            result = count(domain, processors.count());
        } else if (change instanceof MemorySize memory) {
            resize(domain, memory.size());
            result = 0;
        } else if (change instanceof Pin pin) {
            result = pin(domain, pin.each(), pin.emulator());
        } else if (change instanceof Share share) {
            result = share(domain, share);
        } else if (change instanceof LimitDisk limit) {
            result = limit(domain, limit.target(), limit.quality());
        } else {
            result = device(domain, change, xml, wanted);
        }
        check(domain, result);
    }

    private static void check(LibvirtDomain domain, int result) throws HypervisorException {
        if (result < 0) {
            throw LibvirtErrors.last("Cannot change '" + domain.name() + "' while it runs");
        }
    }

    private static int device(LibvirtDomain domain, LiveChange change, String xml, DomainDefinition wanted)
            throws HypervisorException {
        if (change instanceof AttachDisk) {
            return attach(domain, DomainXml.lastDevice(DomainXml.edit(xml, wanted), DISK));
        } else if (change instanceof AttachPort) {
            return attach(domain, DomainXml.lastDevice(DomainXml.edit(xml, wanted), PORT));
        } else if (change instanceof DetachDisk detach) {
            return detach(domain, DomainXml.device(xml, DISK, detach.target()));
        } else if (change instanceof DetachPort detach) {
            return detach(domain, DomainXml.device(xml, PORT, detach.address()));
        } else if (change instanceof SetPort port) {
            String changed = DomainXml.device(DomainXml.edit(xml, wanted), PORT, port.address());
            return LibvirtLibrary.virDomainUpdateDeviceFlags(domain.pointer(), changed, LIVE);
        }
        throw new HypervisorException(Reason.UNSUPPORTED, "There is no call for " + change);
    }

    private static int attach(LibvirtDomain domain, String device) {
        return LibvirtLibrary.virDomainAttachDeviceFlags(domain.pointer(), device, LIVE);
    }

    private static int detach(LibvirtDomain domain, String device) {
        return LibvirtLibrary.virDomainDetachDeviceFlags(domain.pointer(), device, LIVE);
    }

    /** libvirt waits for the guest itself and says that it timed out under a code that else means a lock. */
    private static int count(LibvirtDomain domain, int count) throws HypervisorException {
        int result = LibvirtLibrary.virDomainSetVcpusFlags(domain.pointer(), count, LIVE);
        if (result < 0 && LibvirtLibrary.virGetLastErrorCode() == LibvirtErrors.OPERATION_TIMEOUT) {
            throw new HypervisorException(
                    Reason.TIMEOUT,
                    "Cannot change '" + domain.name() + "' while it runs: its guest did not let go of a processor");
        }
        return result;
    }

    static void resize(LibvirtDomain domain, ByteSize size) throws HypervisorException {
        check(domain, LibvirtLibrary.virDomainSetMemoryFlags(domain.pointer(), size.toKibibytes(), LIVE));
    }

    private static int pin(LibvirtDomain domain, SortedMap<Integer, NumberSet> each, @Nullable NumberSet emulator) {
        for (var entry : each.entrySet()) {
            byte[] map = bits(entry.getValue());
            int result = LibvirtLibrary.virDomainPinVcpuFlags(domain.pointer(), entry.getKey(), map, map.length, LIVE);
            if (result < 0) {
                return result;
            }
        }
        if (emulator == null) {
            return 0;
        }
        byte[] map = bits(emulator);
        return LibvirtLibrary.virDomainPinEmulator(domain.pointer(), map, map.length, LIVE);
    }

    /** A bit for each processor, the first one lowest in the first byte. */
    private static byte[] bits(NumberSet numbers) {
        int last = numbers.numbers().get(numbers.numbers().size() - 1);
        byte[] bits = new byte[last / 8 + 1];
        numbers.numbers().forEach(number -> bits[number / 8] |= (byte) (1 << (number % 8)));
        return bits;
    }

    private static int share(LibvirtDomain domain, Share share) {
        Quota limit = share.limit();
        TypedValues values = new TypedValues();
        if (share.shares() != null) {
            values.unsigned("cpu_shares", share.shares());
        }
        if (limit == null) {
            values.signed("vcpu_quota", -1);
        } else {
            values.unsigned("vcpu_period", limit.period().toNanos() / 1000);
            values.signed("vcpu_quota", limit.time().toNanos() / 1000);
        }
        return LibvirtLibrary.virDomainSetSchedulerParametersFlags(
                domain.pointer(), values.toMemory(), values.count(), LIVE);
    }

    private static int limit(LibvirtDomain domain, String target, Quality quality) {
        TypedValues values = new TypedValues()
                .unsigned("read_bytes_sec", bytes(quality.read()))
                .unsigned("write_bytes_sec", bytes(quality.write()))
                .unsigned("read_iops_sec", orNone(quality.readsPerSecond()))
                .unsigned("write_iops_sec", orNone(quality.writesPerSecond()));
        return LibvirtLibrary.virDomainSetBlockIoTune(
                domain.pointer(), target, values.toMemory(), values.count(), LIVE);
    }

    private static long bytes(@Nullable DataRate rate) {
        return rate == null ? 0 : rate.bytesPerSecond();
    }

    /** libvirt says "no limit" by 0. */
    private static long orNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** Named numbers for a call of libvirt: an array of struct virTypedParameter. */
    private static final class TypedValues {
        private static final int NAME_BYTES = 80;
        private static final int VALUE = 88; // after the type, at a multiple of 8
        private static final int BYTES = 96;
        private static final int LONG = 3;
        private static final int UNSIGNED_LONG = 4;

        private record Value(String name, int type, long number) {}

        private final List<Value> values = new ArrayList<>();

        TypedValues unsigned(String name, long number) {
            values.add(new Value(name, UNSIGNED_LONG, number));
            return this;
        }

        TypedValues signed(String name, long number) {
            values.add(new Value(name, LONG, number));
            return this;
        }

        int count() {
            return values.size();
        }

        /** The array; lives as long as it is referred to. */
        Memory toMemory() {
            Memory memory = new Memory((long) BYTES * values.size());
            memory.clear();
            for (int i = 0; i < values.size(); i++) {
                Value value = values.get(i);
                byte[] name = value.name().getBytes(StandardCharsets.US_ASCII);
                long at = (long) BYTES * i;
                memory.write(at, name, 0, name.length);
                memory.setInt(at + NAME_BYTES, value.type());
                memory.setLong(at + VALUE, value.number());
            }
            return memory;
        }
    }
}
