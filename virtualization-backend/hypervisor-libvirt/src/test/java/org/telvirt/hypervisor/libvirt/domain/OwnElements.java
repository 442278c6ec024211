package org.telvirt.hypervisor.libvirt.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which elements of the domain XML say something of a field, written down here a second time on purpose. */
final class OwnElements {
    private static final String NOTES =
            " metadata telvirt:domain telvirt:processors telvirt:memory telvirt:disk telvirt:automation telvirt:faults";
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("processors.topology", "cpu topology"),
            Map.entry("processors.placement", "vcpu cputune vcpupin emulatorpin iothreadpin iothreads" + NOTES),
            Map.entry("processors.scheduling", "cputune vcpusched shares period quota" + NOTES),
            Map.entry("memory.reservation", NOTES),
            Map.entry("memory.limit", "memtune hard_limit"),
            Map.entry("memory.management", "memballoon memory currentMemory"),
            Map.entry("memory.pages", "memoryBacking hugepages page locked allocation nosharepages"),
            Map.entry("memory.placement", "numatune memory"),
            Map.entry("disks[0].medium", "disk driver source host seclabel"),
            Map.entry("disks[0].quality", "iotune read_bytes_sec write_bytes_sec read_iops_sec write_iops_sec" + NOTES),
            Map.entry("disks[1].quality", "blkiotune device path weight"),
            Map.entry("disks[0].handling", "driver"),
            Map.entry("networkPorts", "interface source bandwidth inbound outbound vlan tag filterref port link"),
            Map.entry("displays", "graphics listen"),
            Map.entry("hostDevices", "hostdev source address vendor product"),
            Map.entry("sharedMemories", "shmem model size"),
            Map.entry("platform", "os firmware feature"),
            Map.entry("boot.kernel", "kernel initrd cmdline"),
            Map.entry("boot", "sysinfo entry oemStrings smbios"),
            Map.entry("automation", NOTES),
            Map.entry("metadata", "metadata note:text"),
            Map.entry("faultPolicy.onShutdownTimeout", NOTES),
            Map.entry("faultPolicy", "on_crash on_poweroff on_reboot watchdog panic"),
            Map.entry("guestAgent", "channel target"));

    private OwnElements() {}

    static Set<String> of(String field) {
        String best = ELEMENTS.keySet().stream()
                .filter(field::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError("no elements are known of " + field));
        return Arrays.stream(ELEMENTS.get(best).strip().split(" ")).collect(Collectors.toSet());
    }
}
