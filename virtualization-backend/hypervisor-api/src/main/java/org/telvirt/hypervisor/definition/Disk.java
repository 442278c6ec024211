package org.telvirt.hypervisor.definition;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A disk, CD or floppy drive of a domain.
 *
 * @param target how the guest's bus names it, such as {@code vda}; unique in the domain; null: the engine chooses
 * @param device what kind of drive it is
 * @param bus null: the engine chooses
 * @param medium what is in it; null: nothing, as an empty CD drive
 * @param readOnly whether the guest may not write
 * @param bootOrder its place in the boot order from 1; null: not booted from
 * @param quality how much can be read and written, and how fast
 * @param handling how the host treats what is read and written
 */
public record Disk(
        @Nullable String target,
        DeviceType device,
        @Nullable Bus bus,
        @Nullable Medium medium,
        boolean readOnly,
        @Nullable Integer bootOrder,
        Quality quality,
        Handling handling) {

    /** A drive without limits, handled as the engine likes. */
    public Disk(
            @Nullable String target,
            DeviceType device,
            @Nullable Bus bus,
            @Nullable Medium medium,
            boolean readOnly,
            @Nullable Integer bootOrder) {
        this(target, device, bus, medium, readOnly, bootOrder, Quality.UNLIMITED, Handling.DEFAULT);
    }

    /** A disk that can be written. */
    public static Disk of(@Nullable String target, Medium medium) {
        return new Disk(target, DeviceType.DISK, null, medium, false, null);
    }

    /** The same drive in another place of the guest. */
    public Disk withTarget(@Nullable String otherTarget, @Nullable Bus otherBus) {
        return new Disk(otherTarget, device, otherBus, medium, readOnly, bootOrder, quality, handling);
    }

    public Disk withDevice(DeviceType other) {
        return new Disk(target, other, bus, medium, readOnly, bootOrder, quality, handling);
    }

    public Disk withMedium(@Nullable Medium other) {
        return new Disk(target, device, bus, other, readOnly, bootOrder, quality, handling);
    }

    public Disk withReadOnly(boolean other) {
        return new Disk(target, device, bus, medium, other, bootOrder, quality, handling);
    }

    public Disk withBootOrder(@Nullable Integer other) {
        return new Disk(target, device, bus, medium, readOnly, other, quality, handling);
    }

    public Disk withQuality(Quality other) {
        return new Disk(target, device, bus, medium, readOnly, bootOrder, other, handling);
    }

    public Disk withHandling(Handling other) {
        return new Disk(target, device, bus, medium, readOnly, bootOrder, quality, other);
    }

    /** What kind of drive. */
    public enum DeviceType {
        DISK,
        CDROM,
        FLOPPY
    }

    /** What connects it. */
    public enum Bus {
        VIRTIO,
        IDE,
        SATA,
        SCSI,
        USB,
        FLOPPY,
        XEN,
        /** One that the port has no word for. */
        OTHER
    }

    /** Where the bytes of a drive are. */
    public sealed interface Medium {
        /** The place as a person would write it. */
        String location();
    }

    /**
     * A file.
     *
     * @param path absolute, on the host
     * @param format such as {@code raw} or {@code qcow2}; null: not said
     */
    public record FileMedium(String path, @Nullable String format) implements Medium {
        @Override
        public String location() {
            return path;
        }
    }

    /**
     * A block device.
     *
     * @param path absolute, on the host
     */
    public record BlockMedium(String path, @Nullable String format) implements Medium {
        @Override
        public String location() {
            return path;
        }
    }

    /** How a disk in the network is reached. */
    public enum Protocol {
        NBD,
        ISCSI,
        RBD,
        NFS
    }

    /**
     * Who serves a disk in the network.
     *
     * @param host name or address
     * @param port null: the usual one of the protocol
     */
    public record Server(String host, @Nullable Integer port) {}

    /**
     * A disk in the network.
     *
     * @param name as the server knows it: an export of NBD, a target of iSCSI with the number of the unit after a slash, a
     *     pool and an image of RBD, an absolute path of NFS; empty: the only one there
     * @param servers at least one, but for RBD, which can take them from the host's own settings
     * @param format such as {@code raw}; null: not said
     */
    public record NetworkMedium(
            Protocol protocol,
            String name,
            List<Server> servers,
            @Nullable String format) implements Medium {
        /** Copies the list. */
        public NetworkMedium {
            servers = List.copyOf(servers);
        }

        /** Such as {@code nbd://10.0.0.1:10809/root}. */
        @Override
        public String location() {
            StringBuilder out = new StringBuilder(protocol.name().toLowerCase(Locale.ROOT)).append("://");
            String comma = "";
            for (Server server : servers) {
                out.append(comma).append(server.host()).append(server.port() == null ? "" : ":" + server.port());
                comma = ",";
            }
            return out.append(name.startsWith("/") ? "" : "/").append(name).toString();
        }
    }

    /**
     * Storage that the port has no record for; the engine keeps its details.
     *
     * @param location as the engine writes it
     */
    public record OtherMedium(String location) implements Medium {}

    /**
     * How much can be read and written, and how fast; null: not said.
     *
     * @param read the most that is read
     * @param write the most that is written
     * @param readsPerSecond the most operations that read
     * @param writesPerSecond the most operations that write
     * @param weight against other domains that want the same storage, 100 to 1000
     * @param latency how long an operation may take
     */
    public record Quality(
            @Nullable DataRate read,
            @Nullable DataRate write,
            @Nullable Long readsPerSecond,
            @Nullable Long writesPerSecond,
            @Nullable Integer weight,
            @Nullable Duration latency) {
        /** Whatever there is. */
        public static final Quality UNLIMITED = new Quality(null, null, null, null, null, null);

        /** These most of data; the rest as it is. */
        public Quality withRates(@Nullable DataRate otherRead, @Nullable DataRate otherWrite) {
            return new Quality(otherRead, otherWrite, readsPerSecond, writesPerSecond, weight, latency);
        }

        /** These most operations in a second; the rest as it is. */
        public Quality withOperations(@Nullable Long otherReads, @Nullable Long otherWrites) {
            return new Quality(read, write, otherReads, otherWrites, weight, latency);
        }

        public Quality withWeight(@Nullable Integer other) {
            return new Quality(read, write, readsPerSecond, writesPerSecond, other, latency);
        }

        public Quality withLatency(@Nullable Duration other) {
            return new Quality(read, write, readsPerSecond, writesPerSecond, weight, other);
        }
    }

    /** Whether the host keeps data in its own memory on the way. */
    public enum Cache {
        NONE,
        WRITETHROUGH,
        WRITEBACK,
        DIRECTSYNC,
        UNSAFE
    }

    /** What is done when the storage fails. */
    public enum ErrorPolicy {
        /** The domain stands still until someone looks. */
        STOP,
        /** The guest is told. */
        REPORT,
        /** The guest is told that all is well. */
        IGNORE,
        /** The domain stands still if there is no space left; else the guest is told. Only of writing. */
        ENOSPACE
    }

    /**
     * How the host treats what is read and written; null: as the engine likes.
     *
     * @param onReadError never ENOSPACE
     */
    public record Handling(
            @Nullable Cache cache,
            @Nullable ErrorPolicy onReadError,
            @Nullable ErrorPolicy onWriteError) {
        /** As the engine likes. */
        public static final Handling DEFAULT = new Handling(null, null, null);

        public Handling withCache(@Nullable Cache other) {
            return new Handling(other, onReadError, onWriteError);
        }

        public Handling withErrors(@Nullable ErrorPolicy onRead, @Nullable ErrorPolicy onWrite) {
            return new Handling(cache, onRead, onWrite);
        }
    }
}
