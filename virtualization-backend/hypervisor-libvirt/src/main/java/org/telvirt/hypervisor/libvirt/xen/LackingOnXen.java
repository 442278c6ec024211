package org.telvirt.hypervisor.libvirt.xen;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.backup.BackupFeature;

/**
 * What libvirt's Xen driver has no means for. It takes most of it in a definition without a word and then forgets it, so
 * that whoever asked would never learn.
 */
public final class LackingOnXen {
    private static final String NOT_OFFERED = "libvirt's Xen driver does not offer it";

    private LackingOnXen() {}

    public static Map<Feature, String> features() {
        Map<Feature, String> lacking = new EnumMap<>(Feature.class);
        for (Feature feature : List.of(
                Feature.WATCHDOG,
                Feature.WATCHDOG_I6300ESB,
                Feature.WATCHDOG_IB700,
                Feature.WATCHDOG_ITCO,
                Feature.WATCHDOG_DIAG288,
                Feature.PANIC_DEVICE,
                Feature.SHARED_MEMORY,
                Feature.FIRMWARE_ENTRIES,
                Feature.OEM_STRINGS,
                Feature.GUEST_AGENT,
                Feature.SECURE_BOOT,
                Feature.OPEN_FIRMWARE,
                Feature.PAGE_SIZE,
                Feature.MEMORY_LIMIT,
                Feature.MEMORY_PLACEMENT,
                Feature.DISK_LIMITS,
                Feature.DISK_WEIGHT,
                Feature.DISK_HANDLING,
                Feature.PACKET_FILTER,
                Feature.PORT_ISOLATION,
                Feature.RENAMING)) {
            lacking.put(feature, NOT_OFFERED);
        }
        lacking.put(Feature.EFI, "libvirt's Xen driver does not choose a firmware by itself");
        lacking.put(Feature.PROCESSOR_POLICY, "Xen's scheduler has weights only, and no classes");
        lacking.put(Feature.PROCESSOR_LIMIT, "libvirt's Xen driver takes no limit from a definition");
        lacking.put(Feature.EMULATOR_PLACEMENT, "a domain of Xen has no threads in dom0 that could be placed");
        lacking.put(Feature.USER_NETWORK, "a port of Xen is on a bridge of dom0, or on a network that has one");
        lacking.put(Feature.INBOUND_BANDWIDTH, "Xen limits what a guest sends, and not what it gets");
        lacking.put(Feature.LINK_STATE, "Xen's network ports have no cable that could be pulled");
        lacking.put(Feature.CONSOLE_LOG, "it is dom0's xenconsoled that keeps logs, of all domains or of none");
        return lacking;
    }

    public static Map<BackupFeature, String> backups() {
        Map<BackupFeature, String> lacking = new EnumMap<>(BackupFeature.class);
        for (BackupFeature feature : BackupFeature.values()) {
            lacking.put(feature, "libvirt's Xen driver has no backups; shut the domain off and copy its volumes");
        }
        return Collections.unmodifiableMap(lacking);
    }

    public static Map<LiveChange.Kind, String> changes() {
        Map<LiveChange.Kind, String> lacking = new EnumMap<>(LiveChange.Kind.class);
        lacking.put(LiveChange.Kind.DISK_LIMITS, NOT_OFFERED);
        lacking.put(LiveChange.Kind.PORT_SETTINGS, NOT_OFFERED);
        lacking.put(
                LiveChange.Kind.PROCESSOR_SHARE,
                "libvirt does not tell in the definition of a running domain of Xen which weight it has");
        return Collections.unmodifiableMap(lacking);
    }
}
