package org.telvirt.conformance.durability;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
 */
record GuestFacts(String state, long mebibytes, String note) {
    private static final Pattern MEMORY = Pattern.compile("<memory unit='KiB'>(\\d+)</memory>");
    private static final Pattern NOTE = Pattern.compile("<description>(.*?)</description>");

    GuestFacts withState(String other) {
        return new GuestFacts(other, mebibytes, note);
    }

    GuestFacts withNote(String other) {
        return new GuestFacts(state, mebibytes, other);
    }

    GuestFacts withMebibytes(long other) {
        return new GuestFacts(state, other, note);
    }

    /** All guests by name, as libvirt says without us. */
    static Map<String, GuestFacts> byLibvirt(PrivateLibvirtd host) {
        List<String> saved = host.virsh("list", "--all", "--with-managed-save", "--name")
                .lines()
                .toList();
        Map<String, GuestFacts> guests = new TreeMap<>();
        for (String name : host.virsh("list", "--all", "--name").lines().toList()) {
            if (!name.isBlank()) {
                String state = host.virsh("domstate", name).strip();
                String xml = host.virsh("dumpxml", "--inactive", name);
                guests.put(
                        name,
                        new GuestFacts(
                                saved.contains(name) && state.equals("shut off") ? "saved" : state,
                                Long.parseLong(Objects.requireNonNull(found(MEMORY, xml))) / 1024,
                                Objects.requireNonNullElse(found(NOTE, xml), "")));
            }
        }
        return guests;
    }

    private static @Nullable String found(Pattern pattern, String xml) {
        Matcher matcher = pattern.matcher(xml);
        return matcher.find() ? matcher.group(1) : null;
    }
}
