package org.telvirt.facility.startup;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.journal.DurableTexts;

/**
 * Which virtual systems are active and which start of the host they are active in, past the end of the process and of the
 * host. Safe for use by many threads.
 */
final class ActiveRecord {
    private static final String PREFIX = "active/";
    private static final String BOOT = "boot";

    private final DurableTexts texts;
    private final Set<SystemId> active = new HashSet<>(); // by this
    private boolean isFrozen; // by this

    ActiveRecord(DurableTexts texts) {
        this.texts = texts;
    }

    /** The start of the host that was seen last; null: none was. */
    synchronized @Nullable String read() throws IOException {
        String[] boot = new String[1];
        texts.read((key, text) -> {
            if (key.equals(BOOT)) {
                boot[0] = text;
            } else if (key.startsWith(PREFIX)) {
                SystemId id = SystemId.parse(key.substring(PREFIX.length()));
                if (id != null) {
                    active.add(id);
                }
            }
        });
        return boot[0];
    }

    synchronized Set<SystemId> active() {
        return new HashSet<>(active);
    }

    /** The host's start that goes on, once everything that it brings with it is done. */
    void seen(String boot) {
        write(Map.of(BOOT, Optional.of(boot)));
    }

    /** What is so of all systems now. */
    void set(List<VirtualSystem> systems) {
        Set<SystemId> now = new HashSet<>();
        systems.stream().filter(system -> StartOrder.isActive(system.state())).forEach(system -> now.add(system.id()));
        change(now, active());
    }

    /** What is so of one system now. */
    void set(SystemId id, boolean isActive) {
        change(isActive ? Set.of(id) : Set.of(), Set.of(id));
    }

    private synchronized void change(Set<SystemId> now, Set<SystemId> before) {
        Map<String, Optional<String>> changes = new HashMap<>();
        for (SystemId id : now) {
            if (!isFrozen && active.add(id)) {
                changes.put(PREFIX + id, Optional.of("yes"));
            }
        }
        for (SystemId id : before) {
            if (!isFrozen && !now.contains(id) && active.remove(id)) {
                changes.put(PREFIX + id, Optional.empty());
            }
        }
        if (!changes.isEmpty()) {
            write(changes);
        }
    }

    private void write(Map<String, Optional<String>> changes) {
        try {
            texts.write(changes);
        } catch (IOException e) {
            // whoever begins something hears of it; here the worst is one start too many or too few
        }
    }

    /** The host goes down: what stops from now on was active before. */
    synchronized void freeze() {
        isFrozen = true;
    }
}
