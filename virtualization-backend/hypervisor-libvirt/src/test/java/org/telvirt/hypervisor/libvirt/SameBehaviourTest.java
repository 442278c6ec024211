package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** A program computes the same in a guest, on whatever machine and host that is, as on the processor below. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
@Timeout(300)
class SameBehaviourTest {
    private static final int NUMBERS = 96; // as guests/calculator.s

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private PrivateLibvirtd host;

    @BeforeEach
    void sayWhatItRunsOn(PrivateLibvirtd libvirtd, TestReporter reporter) throws Exception {
        host = libvirtd;
        try (LibvirtHypervisor engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system())) {
            reporter.publishEntry(Engine.QEMU_GUEST.entry(engine.capabilities().engine()));
        }
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    /** What the program sends, computed by this process. */
    private static String computedHere() {
        StringBuilder letters = new StringBuilder();
        int number = 1;
        for (int i = 0; i < NUMBERS; i++) {
            number = (number * 25173 + 13849) & 0xffff;
            letters.append((char) ('A' + ((number >> 8) & 15)));
        }
        return letters.toString();
    }

    /** What it sends from a guest on this host. */
    private String computedIn(PrivateLibvirtd where, String machine, int processors) throws Exception {
        String name = "calculator-" + UUID.randomUUID().toString().substring(0, 8);
        HeartbeatGuest guest = HeartbeatGuest.in(where.guests(), name);
        HeartbeatGuest.boot("calculator", guest.image());
        try (LibvirtHypervisor engine = new LibvirtHypervisor(where.uri(), threads, InstantSource.system())) {
            DomainId id = engine.define(definition(guest, guest.image(), machine, processors))
                    .id();
            engine.perform(LifecycleAction.START, id);
            guest.awaitBeats(NUMBERS);
            String sent = guest.beats();
            engine.perform(LifecycleAction.STOP, id);
            engine.undefine(id);
            return sent;
        }
    }

    private static DomainDefinition definition(HeartbeatGuest guest, Path image, String machine, int processors) {
        DomainDefinition small =
                DomainDefinition.named(guest.name(), Processors.of(processors), Memory.of(ByteSize.ofMebibytes(32)));
        Disk disk = Disk.of("vda", new Disk.FileMedium(image.toString(), "raw")).withBootOrder(1);
        return small.withPlatform(small.platform().withArchitecture("x86_64", machine))
                .withDisks(List.of(disk))
                .withConsoles(List.of(new Console(guest.log().toString())));
    }

    @Test
    @Requirement({"VMOPE1 same-behaviour", "VMOPE1 facility-independence"})
    void isThatOfAProgramOutsideAnyGuest() throws Exception {
        List<String> computed = new ArrayList<>();

        computed.add(computedIn(host, "pc", 1));
        computed.add(computedIn(host, "q35", 2));
        try (PrivateLibvirtd other = PrivateLibvirtd.start()) {
            computed.add(computedIn(other, "pc", 2));
        }

        assertThat(computed).containsOnly(computedHere());
    }
}
