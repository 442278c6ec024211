package org.telvirt.facility.job;

import java.util.UUID;

/** Names a job for ever. */
public record JobId(UUID uuid) {
    @Override
    public String toString() {
        return uuid.toString();
    }
}
