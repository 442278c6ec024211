package org.telvirt.facility.pool;

import org.jspecify.annotations.Nullable;

/**
 * Names a pool, such as {@code memory/host}, {@code storage/pool/images} or, if a client made it,
 * {@code memory/child/UUID}.
 *
 * @param local names it among the pools of its kind; not empty
 */
public record PoolId(PoolKind kind, String local) {
    private static final String HOST = "host";
    private static final String CHILD = "child/";

    /** All of the host's, or what no closer pool of the host has. */
    public static PoolId host(PoolKind kind) {
        return new PoolId(kind, HOST);
    }

    /** The memory of the host in pages of this size, which is larger than usual. */
    public static PoolId pages(long kibibytes) {
        return new PoolId(PoolKind.MEMORY, "pages/" + kibibytes);
    }

    /** A storage pool of the engine. */
    public static PoolId storage(String name) {
        return new PoolId(PoolKind.STORAGE, "pool/" + name);
    }

    /** A network of the engine. */
    public static PoolId network(String name) {
        return new PoolId(PoolKind.NETWORK, "network/" + name);
    }

    static PoolId child(PoolKind kind, String name) {
        return new PoolId(kind, CHILD + name);
    }

    /** Whether a client made it. */
    public boolean isChild() {
        return local.startsWith(CHILD);
    }

    /** The name of the engine's network that it stands for; null: it stands for none. */
    public @Nullable String networkName() {
        return kind == PoolKind.NETWORK && local.startsWith("network/") ? local.substring("network/".length()) : null;
    }

    /** The name of the engine's storage pool that it stands for; null: it stands for none. */
    public @Nullable String storageName() {
        return kind == PoolKind.STORAGE && local.startsWith("pool/") ? local.substring("pool/".length()) : null;
    }

    /** The id that this text writes; null: it writes none. */
    public static @Nullable PoolId parse(String text) {
        int slash = text.indexOf('/');
        PoolKind kind = slash < 0 ? null : PoolKind.of(text.substring(0, slash));
        return kind == null || slash == text.length() - 1 ? null : new PoolId(kind, text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return kind.word() + "/" + local;
    }
}
