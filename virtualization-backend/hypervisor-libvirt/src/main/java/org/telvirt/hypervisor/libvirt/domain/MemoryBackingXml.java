package org.telvirt.hypervisor.libvirt.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Memory.Management;
import org.telvirt.hypervisor.definition.Memory.Pages;
import org.telvirt.hypervisor.definition.Memory.Placement;
import org.telvirt.hypervisor.definition.Memory.PlacementMode;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** What memory is made of and where: {@code <memoryBacking>}, {@code <numatune>} and {@code <memballoon>}. */
final class MemoryBackingXml {
    private static final String BACKING = "memoryBacking";
    private static final String BALLOON = "memballoon";
    private static final String NONE = "none";

    private MemoryBackingXml() {}

    static Pages pages(XmlElement domain) {
        XmlElement backing = domain.child(BACKING);
        if (backing == null) {
            return Pages.DEFAULT;
        }
        List<XmlElement> sizes = pageSizes(backing);
        return new Pages(
                sizes.size() == 1 ? pageSize(sizes.get(0)) : null,
                backing.child("locked") != null,
                "immediate".equals(backing.get("allocation", "mode")),
                backing.child("nosharepages") == null);
    }

    private static List<XmlElement> pageSizes(XmlElement backing) {
        XmlElement hugePages = backing.child("hugepages");
        return hugePages == null ? List.of() : hugePages.children("page");
    }

    private static ByteSize pageSize(XmlElement page) {
        String unit = page.get("unit");
        return MemoryXml.size(
                Objects.requireNonNullElse(page.get("size"), ""), unit == null ? "KiB" : unit, "hugepages");
    }

    static void edit(Edit edit, Pages present, Pages wanted) throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement backing = edit.domain().make(BACKING);
        if (!Objects.equals(present.size(), wanted.size())) {
            putSize(edit, backing, wanted.size());
        }
        backing.mark("nosharepages", !wanted.sharable());
        backing.mark("locked", wanted.locked());
        if (present.preallocated() != wanted.preallocated()) {
            backing.make("allocation").put("mode", wanted.preallocated() ? "immediate" : null);
            backing.tidy("allocation");
        }
        edit.domain().tidy(BACKING);
    }

    private static void putSize(Edit edit, XmlElement backing, @Nullable ByteSize size) throws HypervisorException {
        if (size == null) {
            backing.drop("hugepages");
            return;
        }
        if (pageSizes(backing).size() > 1) {
            throw edit.unsupported("the size of pages", "it has several for different memory nodes");
        }
        XmlElement page = backing.make("hugepages").make("page");
        page.set("size", Long.toString(size.toKibibytes())).set("unit", "KiB");
    }

    static @Nullable Placement placement(XmlElement domain) {
        XmlElement tune = domain.child("numatune");
        String nodes = tune == null ? null : tune.get("memory", "nodeset");
        if (tune == null || nodes == null) {
            return null;
        }
        String mode = tune.get("memory", "mode");
        return new Placement(
                mode == null ? PlacementMode.STRICT : DomainXml.constant(PlacementMode.class, mode),
                NumberSet.parse(nodes));
    }

    static void place(XmlElement domain, @Nullable Placement present, @Nullable Placement wanted) {
        if (Objects.equals(present, wanted)) {
            return;
        }
        XmlElement tune = domain.make("numatune");
        if (wanted == null) {
            tune.drop("memory");
            domain.tidy("numatune");
        } else {
            XmlElement memory = tune.make("memory");
            memory.set("mode", DomainXml.word(wanted.mode()));
            memory.set("nodeset", wanted.nodes().toString());
        }
    }

    static @Nullable Management management(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        String model = devices == null ? null : devices.get(BALLOON, "model");
        if (model == null) {
            return null;
        }
        return model.equals(NONE) ? Management.STATIC : Management.DYNAMIC;
    }

    /** What is left to the engine stays as it is. */
    static void manage(Edit edit, @Nullable Management present, @Nullable Management wanted) {
        if (wanted == null || wanted == present) {
            return;
        }
        XmlElement devices = edit.devices();
        devices.drop(BALLOON); // as a whole: its place and its statistics are those of the other kind
        boolean isXen = "xen".equals(edit.domain().get("type"));
        String model = wanted == Management.STATIC ? NONE : isXen ? "xen" : "virtio";
        devices.add(XmlElement.of(BALLOON).set("model", model));
    }
}
