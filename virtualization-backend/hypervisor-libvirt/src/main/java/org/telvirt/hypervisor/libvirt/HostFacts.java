package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.libvirt.xml.CapabilitiesXml;

/** What libvirt says of the machine and of itself. */
final class HostFacts {
    // struct virNodeInfo: a model of 32 characters, KiB of memory, processors, …
    private static final int NODE_BYTES = 64;
    private static final int NODE_MEMORY = 32;
    private static final int NODE_PROCESSORS = 40;

    private static final int EXPAND_FEATURES = 1;
    private static final int MAJOR = 1_000_000;
    private static final int MINOR = 1_000;

    private HostFacts() {}

    static Host host(Pointer connection) throws HypervisorException {
        CapabilitiesXml capabilities = capabilitiesXml(connection);
        Memory node = new Memory(NODE_BYTES);
        if (LibvirtLibrary.virNodeGetInfo(connection, node) < 0) {
            throw LibvirtErrors.last("Cannot see the host's processors and memory");
        }
        Pointer name = LibvirtLibrary.virConnectGetHostname(connection);
        if (name == null) {
            throw LibvirtErrors.last("Cannot see the host's name");
        }
        String hostname = OwnedString.take(name);
        String model = capabilities.processorModel();
        return new Host(
                Objects.requireNonNullElseGet(capabilities.uuid(), () -> nameBased(hostname)),
                hostname,
                capabilities.architecture(),
                model.isEmpty() ? capabilities.architecture() : model,
                node.getInt(NODE_PROCESSORS),
                ByteSize.ofKibibytes(node.getLong(NODE_MEMORY)));
    }

    /** Of a driver without a host, such as libvirt's test driver. */
    private static UUID nameBased(String hostname) {
        return UUID.nameUUIDFromBytes(hostname.getBytes(StandardCharsets.UTF_8));
    }

    static EngineCapabilities capabilities(Pointer connection) throws HypervisorException {
        String type = LibvirtLibrary.virConnectGetType(connection);
        LongByReference driver = new LongByReference();
        LongByReference library = new LongByReference();
        LibvirtLibrary.virConnectGetVersion(connection, driver);
        LibvirtLibrary.virConnectGetLibVersion(connection, library);
        String engine = type + " " + version(driver.getValue()) + " by libvirt " + version(library.getValue());
        return new EngineCapabilities(engine, virtualizations(connection), missing(type));
    }

    /**
     * KVM counts only with hardware behind it: where the kernel plays it in software, it is slower than QEMU's own
     * emulation and does not offer the host's processor model.
     */
    private static Set<Virtualization> virtualizations(Pointer connection) throws HypervisorException {
        CapabilitiesXml capabilities = capabilitiesXml(connection);
        Set<Virtualization> virtualizations = new LinkedHashSet<>(capabilities.virtualizations());
        if (capabilities.architecture().equals("x86_64") && virtualizations.contains(Virtualization.KVM)) {
            Set<String> features = features(connection, capabilities.processor());
            if (!features.isEmpty() && !features.contains("vmx") && !features.contains("svm")) {
                virtualizations.remove(Virtualization.KVM);
            }
        }
        return Collections.unmodifiableSet(virtualizations);
    }

    /** All features of a CPU, those of its model included; empty: libvirt cannot say. */
    private static Set<String> features(Pointer connection, String cpu) throws HypervisorException {
        byte[] bytes = cpu.getBytes(StandardCharsets.UTF_8);
        Memory text = new Memory(bytes.length + 1L);
        text.write(0, bytes, 0, bytes.length);
        text.setByte(bytes.length, (byte) 0);
        Memory array = new Memory(Native.POINTER_SIZE);
        array.setPointer(0, text);
        Pointer expanded = LibvirtLibrary.virConnectBaselineCPU(connection, array, 1, EXPAND_FEATURES);
        return expanded == null ? Set.of() : CapabilitiesXml.features(OwnedString.take(expanded));
    }

    /** Whether an event tells that a guest began anew; libvirt's test driver has none. */
    static boolean tellsReboots(Pointer connection) {
        return !"TEST".equalsIgnoreCase(LibvirtLibrary.virConnectGetType(connection));
    }

    private static Map<LifecycleAction, String> missing(@Nullable String type) {
        return "Xen".equals(type)
                ? Map.of(LifecycleAction.RESET, "libvirt's Xen driver has no reset; stop and start instead")
                : Map.of();
    }

    private static CapabilitiesXml capabilitiesXml(Pointer connection) throws HypervisorException {
        Pointer xml = LibvirtLibrary.virConnectGetCapabilities(connection);
        if (xml == null) {
            throw LibvirtErrors.last("Cannot see what the host is capable of");
        }
        return CapabilitiesXml.read(OwnedString.take(xml));
    }

    private static String version(long number) {
        return number / MAJOR + "." + number % MAJOR / MINOR + "." + number % MINOR;
    }
}
