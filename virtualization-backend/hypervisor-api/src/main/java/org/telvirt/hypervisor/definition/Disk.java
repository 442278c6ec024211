package org.telvirt.hypervisor.definition;

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
 */
public record Disk(
        @Nullable String target,
        DeviceType device,
        @Nullable Bus bus,
        @Nullable Medium medium,
        boolean readOnly,
        @Nullable Integer bootOrder) {

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

    /**
     * Storage that the port has no record for yet, such as a network disk; the engine keeps its details.
     *
     * @param location as the engine writes it
     */
    public record OtherMedium(String location) implements Medium {}
}
