package org.telvirt.hypervisor;

import java.util.UUID;

/** Names a domain for ever, whatever its name is. */
public record DomainId(UUID uuid) {
    @Override
    public String toString() {
        return uuid.toString();
    }
}
