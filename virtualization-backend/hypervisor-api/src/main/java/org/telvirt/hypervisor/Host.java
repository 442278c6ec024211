package org.telvirt.hypervisor;

import java.util.UUID;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * The machine that an engine runs on.
 *
 * @param uuid names the machine for ever
 * @param name its network name
 * @param architecture such as {@code x86_64}
 * @param processorModel for people
 * @param processors logical processors that are online
 * @param memory all physical memory
 */
public record Host(
        UUID uuid, String name, String architecture, String processorModel, int processors, ByteSize memory) {}
