package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Boot;
import org.telvirt.hypervisor.definition.Boot.Kernel;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** {@code <kernel>} in {@code <os>}, and {@code <sysinfo>} of the types fwcfg and smbios. */
final class BootXml {
    private static final String SYSINFO = "sysinfo";
    private static final String FWCFG = "fwcfg";
    private static final String SMBIOS = "smbios";
    private static final String ENTRY = "entry";
    private static final String OEM_STRINGS = "oemStrings";

    private BootXml() {}

    static Boot read(XmlElement domain) {
        XmlElement os = domain.child("os");
        String image = os == null ? null : os.textOf("kernel");
        Kernel kernel =
                os == null || image == null ? null : new Kernel(image, os.textOf("initrd"), os.textOf("cmdline"));
        SortedMap<String, String> entries = new TreeMap<>();
        entries(sysinfo(domain, FWCFG))
                .forEach(entry -> entries.put(
                        Objects.requireNonNullElse(entry.get("name"), ""),
                        entry.text().strip()));
        List<String> oemStrings = new ArrayList<>();
        entries(oemStrings(domain)).forEach(entry -> oemStrings.add(entry.text().strip()));
        return new Boot(kernel, entries, oemStrings);
    }

    private static @Nullable XmlElement sysinfo(XmlElement domain, String type) {
        for (XmlElement element : domain.children(SYSINFO)) {
            if (type.equals(element.get("type"))) {
                return element;
            }
        }
        return null;
    }

    private static @Nullable XmlElement oemStrings(XmlElement domain) {
        XmlElement smbios = sysinfo(domain, SMBIOS);
        return smbios == null ? null : smbios.child(OEM_STRINGS);
    }

    /** Those that have their value here; others name a file. */
    private static List<XmlElement> entries(@Nullable XmlElement parent) {
        return parent == null
                ? List.of()
                : parent.children(ENTRY).stream()
                        .filter(entry -> entry.get("file") == null)
                        .toList();
    }

    static void edit(XmlElement domain, Boot present, Boot wanted) {
        if (!Objects.equals(present.kernel(), wanted.kernel())) {
            put(domain.make("os"), wanted.kernel());
        }
        if (!present.firmwareEntries().equals(wanted.firmwareEntries())) {
            putEntries(domain, wanted.firmwareEntries());
        }
        if (!present.oemStrings().equals(wanted.oemStrings())) {
            putStrings(domain, wanted.oemStrings());
        }
    }

    private static void put(XmlElement os, @Nullable Kernel kernel) {
        os.write("kernel", kernel == null ? null : kernel.image());
        os.write("initrd", kernel == null ? null : kernel.initialRamDisk());
        os.write("cmdline", kernel == null ? null : kernel.arguments());
    }

    private static XmlElement makeSysinfo(XmlElement domain, String type) {
        XmlElement element = sysinfo(domain, type);
        if (element == null) {
            element = XmlElement.of(SYSINFO).set("type", type);
            domain.add(element);
        }
        return element;
    }

    private static void putEntries(XmlElement domain, SortedMap<String, String> wanted) {
        XmlElement sysinfo = makeSysinfo(domain, FWCFG);
        SortedMap<String, String> left = new TreeMap<>(wanted);
        for (XmlElement entry : entries(sysinfo)) {
            String value = left.remove(Objects.requireNonNullElse(entry.get("name"), ""));
            if (value == null) {
                sysinfo.remove(entry);
            } else {
                entry.text(value);
            }
        }
        left.forEach((name, value) ->
                sysinfo.add(XmlElement.of(ENTRY).set("name", name).text(value)));
        if (sysinfo.children().isEmpty()) {
            domain.remove(sysinfo);
        }
    }

    private static void putStrings(XmlElement domain, List<String> wanted) {
        XmlElement sysinfo = makeSysinfo(domain, SMBIOS);
        XmlElement strings = sysinfo.make(OEM_STRINGS);
        List<XmlElement> entries = entries(strings);
        for (int i = 0; i < Math.max(entries.size(), wanted.size()); i++) {
            if (i >= wanted.size()) {
                strings.remove(entries.get(i));
            } else if (i < entries.size()) {
                entries.get(i).text(wanted.get(i));
            } else {
                strings.add(XmlElement.of(ENTRY).text(wanted.get(i)));
            }
        }
        sysinfo.tidy(OEM_STRINGS);
        XmlElement os = domain.make("os");
        if (!sysinfo.children().isEmpty()) {
            os.make(SMBIOS).set("mode", SYSINFO);
        } else {
            domain.remove(sysinfo);
            if (SYSINFO.equals(os.get(SMBIOS, "mode"))) {
                os.drop(SMBIOS); // there is nothing left that it could show
            }
        }
    }
}
