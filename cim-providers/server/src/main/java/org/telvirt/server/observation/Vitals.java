package org.telvirt.server.observation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where the figures come from.
 *
 * @param version of Telvirt
 * @param uptimeSeconds since the start
 * @param urls where the doors are
 * @param hypervisor its URI
 * @param hypervisorAnswers whether it is there
 * @param namespaces in their order
 * @param openEnumerations pulled enumerations that wait for their clients
 * @param load of the HTTP server
 * @param lockouts requests not looked at after too many wrong passwords
 * @param wrongPasswords since the start
 * @param facilityEvents what has happened to virtual systems since the start
 */
public record Vitals(
        String version,
        LongSupplier uptimeSeconds,
        Supplier<List<String>> urls,
        String hypervisor,
        BooleanSupplier hypervisorAnswers,
        Supplier<List<String>> namespaces,
        IntSupplier openEnumerations,
        Supplier<Load> load,
        LongSupplier lockouts,
        LongSupplier wrongPasswords,
        LongSupplier facilityEvents) {}
