package org.telvirt.facility.pool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * Which pools the processors and the memory of a system come from, where a client chose one. It is noted in the definition,
 * so that it goes where the system goes.
 */
public final class PoolChoice {
    /** The namespace of the note in the metadata of definitions. */
    public static final String NAMESPACE = "urn:telvirt:pool:1";

    private static final String WISHES = "urn:telvirt:pool:wishes";

    private PoolChoice() {}

    /** The pool that was chosen for the resource of this kind; null: none was. */
    public static @Nullable PoolId of(DomainDefinition definition, PoolKind kind) {
        String note = definition.metadata().get(NAMESPACE);
        if (note != null) {
            for (String word : note.split(" ", -1)) {
                PoolId id = PoolId.parse(word);
                if (id != null && id.kind() == kind) {
                    return id;
                }
            }
        }
        return null;
    }

    /**
     * The definition with the pool that a client wants for one resource. Only processors and memory can be had from pools that
     * clients made. Whether a resource comes from one of the host's own pools is said by what it uses: that wish is checked
     * when the definition is used, and then forgotten.
     *
     * @param device names the resource as {@link Allocation} does
     */
    public static DomainDefinition with(DomainDefinition definition, String device, PoolId pool) {
        boolean single = pool.kind() == PoolKind.PROCESSOR || pool.kind() == PoolKind.MEMORY;
        if (single && pool.isChild()) {
            return with(definition, pool);
        }
        DomainDefinition unchosen = single ? with(definition, PoolId.host(pool.kind())) : definition;
        SortedMap<String, String> metadata = new TreeMap<>(unchosen.metadata());
        metadata.merge(WISHES, device + "=" + pool, (before, another) -> before + "\n" + another);
        return unchosen.withMetadata(metadata);
    }

    /** The pools that were wanted for devices, by device; empty: none were. */
    static Map<String, PoolId> wishes(DomainDefinition definition) {
        Map<String, PoolId> wishes = new LinkedHashMap<>();
        definition.metadata().getOrDefault(WISHES, "").lines().forEach(line -> {
            int equals = line.indexOf('=');
            PoolId id = PoolId.parse(line.substring(equals + 1));
            if (id != null) {
                wishes.put(line.substring(0, equals), id);
            }
        });
        return wishes;
    }

    static DomainDefinition withoutWishes(DomainDefinition definition) {
        if (!definition.metadata().containsKey(WISHES)) {
            return definition;
        }
        SortedMap<String, String> metadata = new TreeMap<>(definition.metadata());
        metadata.remove(WISHES);
        return definition.withMetadata(metadata);
    }

    /** The definition with this choice for the resource of the pool's kind; that of the host itself is no choice. */
    public static DomainDefinition with(DomainDefinition definition, PoolId pool) {
        StringBuilder note = new StringBuilder();
        for (PoolKind kind : PoolKind.values()) {
            PoolId chosen = kind == pool.kind() ? pool : of(definition, kind);
            if (chosen != null && !chosen.equals(PoolId.host(kind))) {
                note.append(note.isEmpty() ? "" : " ").append(chosen);
            }
        }
        SortedMap<String, String> metadata = new TreeMap<>(definition.metadata());
        if (note.isEmpty()) {
            metadata.remove(NAMESPACE);
        } else {
            metadata.put(NAMESPACE, note.toString());
        }
        return definition.withMetadata(metadata);
    }
}
