package org.telvirt.conformance.guest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;

/**
 * What is so of one guest.
 *
 * @param state as {@code virsh domstate} says it; suspended ones are {@code saved}
 * @param mebibytes of memory in its defined configuration
 * @param note the description in its defined configuration
 * @param snapshots by name
 */
public record GuestFacts(String state, long mebibytes, String note, SortedSet<String> snapshots) {
    private static final Pattern MEMORY = Pattern.compile("<memory unit='KiB'>(\\d+)</memory>");
    private static final Pattern NOTE = Pattern.compile("<description>(.*?)</description>");

    /** A guest that has just been defined. */
    public static GuestFacts defined(long mebibytes, String note) {
        return new GuestFacts("shut off", mebibytes, note, new TreeSet<>());
    }

    public GuestFacts withState(String other) {
        return new GuestFacts(other, mebibytes, note, snapshots);
    }

    public GuestFacts withNote(String other) {
        return new GuestFacts(state, mebibytes, other, snapshots);
    }

    public GuestFacts withMebibytes(long other) {
        return new GuestFacts(state, other, note, snapshots);
    }

    public GuestFacts withSnapshots(SortedSet<String> others) {
        return new GuestFacts(state, mebibytes, note, others);
    }

    /** All guests by name, as libvirt says without us. */
    public static Map<String, GuestFacts> byLibvirt(PrivateLibvirtd host) {
        List<String> saved = lines(host, "list", "--all", "--with-managed-save", "--name");
        Map<String, GuestFacts> guests = new TreeMap<>();
        for (String name : lines(host, "list", "--all", "--name")) {
            String state = host.virsh("domstate", name).strip();
            String xml = host.virsh("dumpxml", "--inactive", name);
            guests.put(
                    name,
                    new GuestFacts(
                            saved.contains(name) && state.equals("shut off") ? "saved" : state,
                            Long.parseLong(Objects.requireNonNull(found(MEMORY, xml))) / 1024,
                            Objects.requireNonNullElse(found(NOTE, xml), ""),
                            new TreeSet<>(lines(host, "snapshot-list", "--name", name))));
        }
        return guests;
    }

    private static List<String> lines(PrivateLibvirtd host, String... command) {
        return host.virsh(command).lines().filter(line -> !line.isBlank()).toList();
    }

    private static @Nullable String found(Pattern pattern, String xml) {
        Matcher matcher = pattern.matcher(xml);
        return matcher.find() ? matcher.group(1) : null;
    }
}
