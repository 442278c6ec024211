package org.telvirt.hypervisor.libvirt.statistics;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.libvirt.DomainStates;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;
import org.telvirt.hypervisor.statistics.DiskUse;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.MemoryUse;
import org.telvirt.hypervisor.statistics.PortUse;
import org.telvirt.hypervisor.statistics.ProcessorUse;
import org.telvirt.hypervisor.statistics.Traffic;
import org.telvirt.hypervisor.statistics.Transfer;
import org.telvirt.hypervisor.statistics.VirtualProcessorUse;

/** The statistics of a driver that has no bulk call, as Xen's: some calls for each domain, and for each of its devices. */
final class OneByOne {
    private static final int ACTIVE = 1;

    // struct virDomainInfo on 64-bit machines: state, KiB that it can have, KiB that it has, processors, nanoseconds
    private static final int INFO_BYTES = 40;
    private static final int INFO_MAXIMUM = 8;
    private static final int INFO_MEMORY = 16;
    private static final int INFO_PROCESSORS = 24;
    private static final int INFO_TIME = 32;

    // struct virVcpuInfo: number, state, nanoseconds, processor
    private static final int VCPU_BYTES = 24;
    private static final int VCPU_TIME = 8;

    // struct virDomainBlockStats: requests and bytes read, then written, errors; of virDomainInterfaceStats: bytes,
    // packets, errors and drops received, then sent; each of 8 bytes, -1 if the driver does not know
    private static final int BLOCK_FIELDS = 5;
    private static final int PORT_FIELDS = 8;

    private OneByOne() {}

    static List<DomainStatistics> read(Pointer connection, String attempt) throws HypervisorException {
        PointerByReference list = new PointerByReference();
        int count = StatisticsLibrary.virConnectListAllDomains(connection, list, ACTIVE);
        if (count < 0) {
            throw LibvirtErrors.last(attempt);
        }
        List<DomainStatistics> domains = new ArrayList<>(count);
        Memory info = new Memory(INFO_BYTES);
        try {
            for (int i = 0; i < count; i++) {
                Pointer domain = list.getValue().getPointer((long) i * Native.POINTER_SIZE);
                DomainId id = StatisticsRecord.id(domain);
                if (!LibvirtDomain.isHost(id) && StatisticsLibrary.virDomainGetInfo(domain, info) == 0) {
                    domains.add(of(id, domain, info));
                }
            }
        } finally {
            for (int i = 0; i < count; i++) {
                StatisticsLibrary.virDomainFree(list.getValue().getPointer((long) i * Native.POINTER_SIZE));
            }
            Native.free(Pointer.nativeValue(list.getValue()));
        }
        return domains;
    }

    private static DomainStatistics of(DomainId id, Pointer domain, Memory info) throws HypervisorException {
        ByteSize used = ByteSize.ofKibibytes(info.getLong(INFO_MEMORY));
        ByteSize maximum = ByteSize.ofKibibytes(info.getLong(INFO_MAXIMUM));
        XmlElement devices = devices(domain);
        return new DomainStatistics(
                id,
                StatisticsLibrary.virDomainGetName(domain),
                DomainStates.state(info.getByte(0), false),
                new ProcessorUse(
                        Duration.ofNanos(info.getLong(INFO_TIME)),
                        null,
                        null,
                        processors(domain, info.getShort(INFO_PROCESSORS))),
                // Xen gives a domain some pages beyond those that its guest sees, and swaps none of them out
                MemoryUse.of(used.compareTo(maximum) > 0 ? maximum : used, maximum, used),
                disks(domain, devices),
                ports(domain, devices),
                null);
    }

    /** Null: it has ended since. */
    private static @Nullable XmlElement devices(Pointer domain) throws HypervisorException {
        Pointer xml = StatisticsLibrary.virDomainGetXMLDesc(domain, 0);
        return xml == null
                ? null
                : XmlDocument.parse(OwnedString.take(xml)).root().child("devices");
    }

    private static List<VirtualProcessorUse> processors(Pointer domain, int most) {
        Memory array = new Memory((long) VCPU_BYTES * Math.max(1, most));
        int count = StatisticsLibrary.virDomainGetVcpus(domain, array, most, null, 0);
        List<VirtualProcessorUse> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = (long) VCPU_BYTES * i;
            Duration time = Duration.ofNanos(array.getLong(at + VCPU_TIME));
            all.add(new VirtualProcessorUse(array.getInt(at), time, null, null, null, null));
        }
        return all;
    }

    private static List<DiskUse> disks(Pointer domain, @Nullable XmlElement devices) {
        List<DiskUse> all = new ArrayList<>();
        for (XmlElement disk : devices == null ? List.<XmlElement>of() : devices.children("disk")) {
            String target = disk.get("target", "dev");
            Memory block = new Memory((long) BLOCK_FIELDS * Long.BYTES);
            if (target != null
                    && StatisticsLibrary.virDomainBlockStats(domain, target, block, new NativeLong(block.size()))
                            == 0) {
                String file = disk.get("source", "file");
                all.add(new DiskUse(
                        target,
                        file == null ? disk.get("source", "dev") : file,
                        new Transfer(field(block, 0), field(block, 1), null),
                        new Transfer(field(block, 2), field(block, 3), null),
                        Transfer.UNKNOWN,
                        field(block, 4),
                        null,
                        null,
                        null));
            }
        }
        return all;
    }

    private static List<PortUse> ports(Pointer domain, @Nullable XmlElement devices) {
        List<PortUse> all = new ArrayList<>();
        for (XmlElement port : devices == null ? List.<XmlElement>of() : devices.children("interface")) {
            String device = port.get("target", "dev");
            Memory counts = new Memory((long) PORT_FIELDS * Long.BYTES);
            NativeLong bytes = new NativeLong(counts.size());
            if (device != null && StatisticsLibrary.virDomainInterfaceStats(domain, device, counts, bytes) == 0) {
                all.add(new PortUse(device, traffic(counts, 0), traffic(counts, 4)));
            }
        }
        return all;
    }

    private static Traffic traffic(Memory counts, int from) {
        return new Traffic(
                field(counts, from), field(counts, from + 1), field(counts, from + 2), field(counts, from + 3));
    }

    private static @Nullable Long field(Memory structure, int number) {
        long value = structure.getLong((long) number * Long.BYTES);
        return value < 0 ? null : value;
    }
}
