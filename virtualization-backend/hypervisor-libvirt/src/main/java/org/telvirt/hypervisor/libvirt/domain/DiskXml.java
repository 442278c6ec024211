package org.telvirt.hypervisor.libvirt.domain;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.Cache;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.ErrorPolicy;
import org.telvirt.hypervisor.definition.Disk.Handling;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.Disk.Quality;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** One {@code <disk>}. */
final class DiskXml {
    private static final String TUNE = "iotune";
    private static final String NOTE = "disk";

    private DiskXml() {}

    static Disk read(XmlElement domain, XmlElement disk) {
        Medium medium = MediumXml.read(disk);
        return new Disk(
                disk.get("target", "dev"),
                device(disk.get("device")),
                bus(disk.get("target", "bus")),
                medium,
                disk.child("readonly") != null,
                disk.number("boot", "order"),
                quality(domain, disk, medium),
                handling(disk));
    }

    private static DeviceType device(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "cdrom" -> DeviceType.CDROM;
            case "floppy" -> DeviceType.FLOPPY;
            default -> DeviceType.DISK;
        };
    }

    private static @Nullable Bus bus(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "virtio" -> Bus.VIRTIO;
            case "ide" -> Bus.IDE;
            case "sata" -> Bus.SATA;
            case "scsi" -> Bus.SCSI;
            case "usb" -> Bus.USB;
            case "fdc" -> Bus.FLOPPY;
            case "xen" -> Bus.XEN;
            default -> Bus.OTHER;
        };
    }

    static XmlElement create(Edit edit, Disk disk, Bus bus, String target) throws HypervisorException {
        XmlElement element = XmlElement.of("disk").set("type", "file").set("device", DomainXml.word(disk.device()));
        element.add(XmlElement.of("target").set("dev", target).set("bus", word(edit, bus)));
        MediumXml.edit(edit, element, null, disk.medium());
        if (disk.readOnly()) {
            element.add(XmlElement.of("readonly"));
        }
        edit.bootOrder(element, disk.bootOrder());
        handle(element, Handling.DEFAULT, disk.handling());
        limit(element, Quality.UNLIMITED, disk.quality());
        weigh(edit, target, null, disk);
        return element;
    }

    static void edit(Edit edit, XmlElement element, Disk present, Disk wanted) throws HypervisorException {
        XmlElement target = element.child("target");
        if (target != null && wanted.target() != null) {
            target.set("dev", wanted.target());
        }
        if (wanted.device() != present.device()) {
            element.set("device", DomainXml.word(wanted.device()));
        }
        if (target != null && wanted.bus() != null && wanted.bus() != present.bus()) {
            target.set("bus", word(edit, wanted.bus()));
            dropAddress(element);
        }
        if (!Objects.equals(wanted.medium(), present.medium())) {
            MediumXml.edit(edit, element, present.medium(), wanted.medium());
        }
        element.mark("readonly", wanted.readOnly());
        if (!Objects.equals(wanted.bootOrder(), present.bootOrder())) {
            edit.bootOrder(element, wanted.bootOrder());
        }
        handle(element, present.handling(), wanted.handling());
        limit(element, present.quality(), wanted.quality());
        weigh(edit, Objects.requireNonNullElse(wanted.target(), Objects.toString(present.target())), present, wanted);
    }

    /** The place on the old bus; libvirt finds one on the new. */
    private static void dropAddress(XmlElement element) {
        element.drop("address");
    }

    private static String word(Edit edit, Bus bus) throws HypervisorException {
        return switch (bus) {
            case FLOPPY -> "fdc";
            case OTHER -> throw edit.unsupported("a disk", "the bus OTHER only tells of what is there already");
            default -> DomainXml.word(bus);
        };
    }

    /** What the host's side of a drive is told; made if it is not there. */
    static XmlElement driver(XmlElement disk) {
        XmlElement driver = disk.child("driver");
        if (driver == null) {
            driver = XmlElement.of("driver");
            if (!isXen(disk)) {
                driver.set("name", "qemu");
            }
            disk.add(driver, null);
        }
        return driver;
    }

    /** Whether Xen serves it itself; QEMU does only what its format asks for. */
    static boolean isXen(XmlElement disk) {
        return "xen".equals(disk.get("target", "bus"));
    }

    private static Handling handling(XmlElement disk) {
        return new Handling(
                constant(Cache.class, disk.get("driver", "cache")),
                constant(ErrorPolicy.class, disk.get("driver", "rerror_policy")),
                constant(ErrorPolicy.class, disk.get("driver", "error_policy")));
    }

    /** Null: the attribute is not there or says "as you like". */
    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String word) {
        return word == null || word.equals("default") ? null : DomainXml.constant(type, word);
    }

    private static void handle(XmlElement disk, Handling present, Handling wanted) {
        if (!present.equals(wanted)) {
            put(disk, "cache", present.cache(), wanted.cache());
            put(disk, "rerror_policy", present.onReadError(), wanted.onReadError());
            put(disk, "error_policy", present.onWriteError(), wanted.onWriteError());
        }
    }

    private static void put(XmlElement disk, String attribute, @Nullable Enum<?> present, @Nullable Enum<?> wanted) {
        if (present != wanted) {
            driver(disk).put(attribute, wanted == null ? null : DomainXml.word(wanted));
        }
    }

    private static Quality quality(XmlElement domain, XmlElement disk, @Nullable Medium medium) {
        XmlElement tune = disk.child(TUNE);
        String target = disk.get("target", "dev");
        XmlElement note = target == null ? null : Notes.about(domain, NOTE, "target", target);
        String latency = note == null ? null : note.get("latency");
        return new Quality(
                rate(tune, "read_bytes_sec"),
                rate(tune, "write_bytes_sec"),
                number(tune, "read_iops_sec"),
                number(tune, "write_iops_sec"),
                medium instanceof BlockMedium block ? DisksXml.weight(domain, block.path()) : null,
                latency == null ? null : Duration.ofNanos(Long.parseLong(latency)));
    }

    private static @Nullable DataRate rate(@Nullable XmlElement tune, String name) {
        Long number = number(tune, name);
        return number == null ? null : new DataRate(number);
    }

    /** libvirt says "no limit" by 0. */
    private static @Nullable Long number(@Nullable XmlElement tune, String name) {
        String text = tune == null ? null : tune.textOf(name);
        return text == null || text.equals("0") ? null : Long.valueOf(text);
    }

    private static void limit(XmlElement disk, Quality present, Quality wanted) {
        put(disk, "read_bytes_sec", bytes(present.read()), bytes(wanted.read()));
        put(disk, "write_bytes_sec", bytes(present.write()), bytes(wanted.write()));
        put(disk, "read_iops_sec", present.readsPerSecond(), wanted.readsPerSecond());
        put(disk, "write_iops_sec", present.writesPerSecond(), wanted.writesPerSecond());
        disk.tidy(TUNE);
    }

    private static @Nullable Long bytes(@Nullable DataRate rate) {
        return rate == null ? null : rate.bytesPerSecond();
    }

    private static void put(XmlElement disk, String name, @Nullable Long present, @Nullable Long wanted) {
        if (!Objects.equals(present, wanted)) {
            disk.make(TUNE).write(name, wanted == null ? null : wanted.toString());
        }
    }

    /** What is said of a disk elsewhere than in its element. */
    private static void weigh(Edit edit, String target, @Nullable Disk present, Disk wanted)
            throws HypervisorException {
        XmlElement domain = edit.domain();
        Quality before = present == null ? Quality.UNLIMITED : present.quality();
        Medium medium = wanted.medium();
        if (present != null && present.medium() instanceof BlockMedium old && !old.equals(medium)) {
            DisksXml.weigh(domain, old.path(), null);
            before = before.withWeight(null);
        }
        Integer weight = wanted.quality().weight();
        if (!Objects.equals(before.weight(), weight)) {
            if (!(medium instanceof BlockMedium block)) {
                throw edit.unsupported("a disk", "the weight of " + target + " needs a block device of the host");
            }
            DisksXml.weigh(domain, block.path(), weight);
        }
        Duration latency = wanted.quality().latency();
        String old = present == null ? null : present.target();
        if (old != null && !old.equals(target)) {
            Notes.putAbout(domain, NOTE, "target", old, "latency", null);
            before = before.withLatency(null);
        }
        if (!Objects.equals(before.latency(), latency)) {
            String nanoseconds = latency == null ? null : Long.toString(latency.toNanos());
            Notes.putAbout(domain, NOTE, "target", target, "latency", nanoseconds);
        }
    }

    /** Forgets what is said of a disk elsewhere. */
    static void forget(XmlElement domain, Disk disk) {
        if (disk.medium() instanceof BlockMedium block) {
            DisksXml.weigh(domain, block.path(), null);
        }
        if (disk.target() != null && disk.quality().latency() != null) {
            Notes.putAbout(domain, NOTE, "target", disk.target(), "latency", null);
        }
    }
}
