package org.telvirt.facility;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names a virtual system for ever, whatever its name is. */
public record SystemId(UUID uuid) {
    /** The id that this text writes in its canonical form; null: it does not. */
    public static @Nullable SystemId parse(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? new SystemId(uuid) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
