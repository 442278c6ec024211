package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.telvirt.hypervisor.DomainState.RUNNING;
import static org.telvirt.hypervisor.DomainState.SHUT_OFF;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Quality;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.traceability.Requirement;

/** What every engine has to do with the configuration of the next start alone, and with changes of running domains. */
abstract class LiveChangesContract extends FieldsContract {
    private static final String ADDRESS = "52:54:00:65:43:21";
    private static final Duration SHORT = Duration.ofMillis(700);

    /** The path of an empty image of 1 MiB that the engine can attach; any unless overridden. */
    protected String image(String name) throws Exception {
        return "/var/lib/telvirt/images/" + name + ".raw";
    }

    /** A disk that can be attached to a running domain, on such an image; on virtio unless overridden. */
    protected Disk hotDisk(String image) {
        return Disk.of("vdc", new Disk.FileMedium(image, "raw")).withTarget("vdc", Disk.Bus.VIRTIO);
    }

    /** A port that can be attached to a running domain; on the engine's own network unless overridden. */
    protected NetworkPort hotPort(String address) {
        return new NetworkPort(address, new UserNetwork(), "virtio", null);
    }

    private Disk hotDisk(Domain domain) throws Exception {
        return hotDisk(image("hot-" + domain.name()));
    }

    private DomainDefinition active(Domain domain) throws HypervisorException {
        return engine().definition(domain.id(), Configuration.ACTIVE);
    }

    private DomainDefinition defined(Domain domain) throws HypervisorException {
        return engine().definition(domain.id(), Configuration.DEFINED);
    }

    /** A running domain that has room for more of everything. */
    private Domain spacious() throws Exception {
        DomainDefinition definition = bench().bootable();
        ByteSize size = definition.memory().size();
        Domain domain = bench().define(definition
                .withProcessors(new Processors(1, 2))
                .withMemory(new Memory(size, ByteSize.ofKibibytes(size.toKibibytes() * 2))));
        engine().perform(LifecycleAction.START, domain.id());
        awaitUp(engine(), domain);
        return domain;
    }

    private Instant change(Domain domain, LiveChange change) throws HypervisorException {
        return engine().change(domain.id(), change, patience());
    }

    private void assumeOffered(LiveChange.Kind kind) {
        assumeFalse(engine().lackingChanges().containsKey(kind), () -> "the engine lacks " + kind);
    }

    private void assumeThatGuestsLetGo() {
        assumeFalse(
                deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN),
                "the engine or its guests deviate: " + Deviation.GUESTS_DO_NOT_LISTEN);
    }

    @Nested
    class NextStart {
        @Test
        @Requirement("VMACT1 constraints")
        void usesItsOwnConfigurationOnceAndTheDefinedOneAfterwards() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);
            DomainDefinition before = defined(domain);
            DomainDefinition once = before.withProcessors(Processors.of(2)).withDescription("once");

            engine().setNext(domain.id(), once);
            assertThat(defined(domain)).isEqualTo(before);
            Fulfilment.of(once, engine().definition(domain.id(), Configuration.NEXT));

            engine().perform(LifecycleAction.START, domain.id());
            assertThat(active(domain).processors()).isEqualTo(Processors.of(2));
            assertThat(active(domain).description()).isEqualTo("once");
            assertThat(defined(domain)).as("defined while it runs").isEqualTo(before);
            assertThat(engine().definition(domain.id(), Configuration.NEXT)).isEqualTo(before);
            assertThat(engine().domain(domain.id()).persistent()).isTrue();

            engine().perform(LifecycleAction.STOP, domain.id());
            assertThat(defined(domain)).as("defined after the run").isEqualTo(before);
            engine().perform(LifecycleAction.START, domain.id());
            assertThat(active(domain).processors()).isEqualTo(before.processors());
        }

        @Test
        void isForgottenWhenItIsTakenBack() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);
            DomainDefinition before = defined(domain);
            engine().setNext(domain.id(), before.withProcessors(Processors.of(2)));

            engine().setNext(domain.id(), null);

            assertThat(engine().definition(domain.id(), Configuration.NEXT)).isEqualTo(before);
            engine().perform(LifecycleAction.START, domain.id());
            assertThat(active(domain).processors()).isEqualTo(before.processors());
        }

        @Test
        void outlivesAChangeOfTheDefinedOneAndTheEngine() throws Exception {
            assumeFalse(
                    deviations().contains(Deviation.FORGETS_ON_CLOSE),
                    "the engine or its guests deviate: " + Deviation.FORGETS_ON_CLOSE);
            Domain domain = bench().domainIn(SHUT_OFF);
            engine().setNext(domain.id(), defined(domain).withProcessors(Processors.of(2)));
            boolean renames = !engine().lacking().containsKey(Feature.RENAMING);
            String name = renames ? bench().bootable().name() : domain.name();
            engine().redefine(domain.id(), present -> present.withName(name).withDescription("changed since"));
            bench().reopen();

            engine().perform(LifecycleAction.START, domain.id());

            assertThat(active(domain).processors()).isEqualTo(Processors.of(2));
            assertThat(active(domain).name()).isEqualTo(name);
            assertThat(defined(domain).description()).isEqualTo("changed since");
        }

        @Test
        void isRefusedIfItIsWrongOrOfAnother() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);
            DomainDefinition before = defined(domain);

            refused(Reason.INVALID_DEFINITION, () -> engine().setNext(domain.id(), before.withName("another")));
            refused(Reason.INVALID_DEFINITION, () -> engine().setNext(domain.id(), before.withUuid(UUID.randomUUID())));
            assertThat(refused(
                            Reason.INVALID_DEFINITION,
                            () -> engine().setNext(
                                            domain.id(),
                                            before.withDisks(
                                                    List.of(Disk.of("vda", new Disk.FileMedium("image", "raw")))))))
                    .hasMessageContaining("disks[0].medium.path");
            refused(Reason.NOT_FOUND, () -> engine().setNext(new DomainId(UUID.randomUUID()), before));

            assertThat(engine().definition(domain.id(), Configuration.NEXT)).isEqualTo(before);
        }
    }

    @Nested
    class Change {
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        @Requirement({"VMACT2", "VMPERF12 cpu"})
        void addsAProcessor(boolean alsoDefined) throws Exception {
            assumeOffered(LiveChange.Kind.PROCESSOR_COUNT);
            Domain domain = spacious();

            change(domain, new LiveChange.ProcessorCount(2, alsoDefined));

            assertThat(active(domain).processors().count()).isEqualTo(2);
            assertThat(defined(domain).processors().count()).isEqualTo(alsoDefined ? 2 : 1);
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        @Requirement({"VMACT2", "VMPERF12 cpu"})
        void movesProcessors(boolean alsoDefined) throws Exception {
            assumeOffered(LiveChange.Kind.PROCESSOR_PLACEMENT);
            assumeFalse(
                    engine().lacking().containsKey(Feature.PROCESSOR_SCHEDULING),
                    () -> "the engine lacks " + Feature.PROCESSOR_SCHEDULING);
            Domain domain = spacious();
            Processors before = defined(domain).processors();

            change(domain, new LiveChange.Pin(new TreeMap<>(Map.of(0, NumberSet.of(0))), null, alsoDefined));

            assertThat(active(domain).processors().placement().each()).containsEntry(0, NumberSet.of(0));
            Processors after = defined(domain).processors();
            if (alsoDefined) {
                assertThat(after.placement().each()).containsEntry(0, NumberSet.of(0));
            } else {
                assertThat(after).isEqualTo(before);
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        @Requirement({"VMACT2", "VMPERF12 cpu", "VFOPE3 after-activation"})
        void changesTheShareOfProcessors(boolean alsoDefined) throws Exception {
            assumeOffered(LiveChange.Kind.PROCESSOR_SHARE);
            assumeFalse(
                    engine().lacking().containsKey(Feature.PROCESSOR_SCHEDULING),
                    () -> "the engine lacks " + Feature.PROCESSOR_SCHEDULING);
            Domain domain = spacious();
            Quota quota = engine().lacking().containsKey(Feature.PROCESSOR_LIMIT)
                    ? null
                    : new Quota(Duration.ofMillis(25), Duration.ofMillis(100));
            Processors before = defined(domain).processors();

            change(domain, new LiveChange.Share(2048, quota, alsoDefined));

            Processors now = active(domain).processors();
            assertThat(now.scheduling().shares()).isEqualTo(2048);
            assertThat(now.scheduling().limit()).isEqualTo(quota);
            Processors after = defined(domain).processors();
            if (alsoDefined) {
                assertThat(after.scheduling().shares()).isEqualTo(2048);
                assertThat(after.scheduling().limit()).isEqualTo(quota);
            } else {
                assertThat(after).isEqualTo(before);
            }
        }

        @Test
        @Requirement({"VMACT2", "VMPERF12 devices"})
        void attachesADiskAndLimitsIt() throws Exception {
            assumeOffered(LiveChange.Kind.DISK_ATTACHMENT);
            Domain domain = spacious();
            Disk disk = hotDisk(domain);
            Quality quality = Quality.UNLIMITED.withRates(DataRate.ofMebibytes(1), null);

            change(domain, new LiveChange.AttachDisk(disk, true));
            assertThat(active(domain).disks())
                    .filteredOn(is -> disk.target().equals(is.target()))
                    .hasSize(1);
            assertThat(defined(domain).disks())
                    .filteredOn(is -> disk.target().equals(is.target()))
                    .hasSize(1);

            assumeOffered(LiveChange.Kind.DISK_LIMITS);
            change(domain, new LiveChange.LimitDisk(disk.target(), quality, false));
            assertThat(active(domain).disks())
                    .filteredOn(is -> disk.target().equals(is.target()))
                    .extracting(Disk::quality)
                    .containsExactly(quality);
            assertThat(defined(domain).disks()).extracting(Disk::quality).containsOnly(Quality.UNLIMITED);
        }

        @Test
        @Requirement({"VMACT2", "VMPERF12 devices"})
        void attachesANetworkPortAndPullsItsCable() throws Exception {
            assumeOffered(LiveChange.Kind.PORT_ATTACHMENT);
            Domain domain = spacious();
            NetworkPort port = hotPort(ADDRESS);

            change(domain, new LiveChange.AttachPort(port, false));
            assertThat(active(domain).networkPorts()).contains(port);
            assertThat(defined(domain).networkPorts()).isEmpty();

            assumeOffered(LiveChange.Kind.PORT_SETTINGS);
            change(domain, new LiveChange.SetPort(ADDRESS, false, Traffic.FREE, false));
            assertThat(active(domain).networkPorts()).contains(port.withLinkUp(false));
        }

        @Test
        @Requirement({"VMACT2", "VMPERF14"})
        void takesADiskFromAGuestThatLetsGoOfIt() throws Exception {
            assumeOffered(LiveChange.Kind.DISK_ATTACHMENT);
            assumeThatGuestsLetGo();
            Domain domain = spacious();
            change(domain, new LiveChange.AttachDisk(hotDisk(domain), true));

            change(domain, new LiveChange.DetachDisk(hotDisk("").target(), true));

            assertThat(active(domain).disks())
                    .extracting(Disk::target)
                    .doesNotContain(hotDisk("").target());
            assertThat(defined(domain).disks())
                    .extracting(Disk::target)
                    .doesNotContain(hotDisk("").target());
        }

        @Test
        @Requirement("VMPERF14")
        void givesUpInTimeIfTheGuestDoesNotLetGoAndLeavesBothConfigurationsAlone() throws Exception {
            assumeOffered(LiveChange.Kind.DISK_ATTACHMENT);
            assumeTrue(
                    deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN),
                    "the engine or its guests do not deviate: " + Deviation.GUESTS_DO_NOT_LISTEN);
            Domain domain = spacious();
            change(domain, new LiveChange.AttachDisk(hotDisk(domain), true));
            DomainDefinition before = active(domain);

            assertThat(refused(
                            Reason.TIMEOUT,
                            () -> engine().change(
                                            domain.id(),
                                            new LiveChange.DetachDisk(
                                                    hotDisk("").target(), true),
                                            SHORT)))
                    .hasMessageContaining(domain.name());

            assertThat(active(domain)).isEqualTo(before);
            assertThat(defined(domain).disks())
                    .extracting(Disk::target)
                    .contains(hotDisk("").target());
        }

        @Test
        @Requirement({"VMPERF12 memory", "VMPERF14"})
        void changesTheMemoryOrGivesUpAndLeavesItAsItWas() throws Exception {
            assumeOffered(LiveChange.Kind.MEMORY_SIZE);
            Domain domain = spacious();
            ByteSize before =
                    active(domain).memory().size(); // all that it can have, where the guest gives nothing back
            Memory ofItsNextStart = defined(domain).memory();
            ByteSize less = ByteSize.ofKibibytes(before.toKibibytes() * 3 / 4);
            LiveChange change = new LiveChange.MemorySize(less, false);

            if (deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN)
                    || deviations().contains(Deviation.GUESTS_KEEP_THEIR_MEMORY)) {
                refused(Reason.TIMEOUT, () -> engine().change(domain.id(), change, SHORT));
                assertThat(active(domain).memory().size()).isEqualTo(before);
            } else {
                change(domain, change);
                assertThat(active(domain).memory().size()).isEqualTo(less);
            }
            assertThat(defined(domain).memory()).isEqualTo(ofItsNextStart);
        }

        @Test
        void isRefusedOfADomainThatDoesNotRun() throws Exception {
            assumeOffered(LiveChange.Kind.PROCESSOR_COUNT);
            Domain domain = bench().domainIn(SHUT_OFF);

            assertThat(refused(Reason.INVALID_STATE, () -> change(domain, new LiveChange.ProcessorCount(1, false))))
                    .hasMessageContaining(domain.name());
        }

        @Test
        void isRefusedWithTheFieldIfItDoesNotFit() throws Exception {
            assumeOffered(LiveChange.Kind.DISK_LIMITS);
            Domain domain = spacious();
            DomainDefinition before = active(domain);

            assertThat(refused(
                            Reason.INVALID_DEFINITION,
                            () -> change(domain, new LiveChange.LimitDisk("vdx", Quality.UNLIMITED, false))))
                    .hasMessageContaining("vdx");
            assertThat(refused(Reason.INVALID_DEFINITION, () -> change(domain, new LiveChange.ProcessorCount(3, true))))
                    .hasMessageContaining("processors");
            assertThat(active(domain)).isEqualTo(before);
        }

        @Test
        void isRefusedWithTheReasonIfTheEngineLacksIt() throws Exception {
            Domain domain = spacious();
            for (var lacking : engine().lackingChanges().entrySet()) {
                assertThat(refused(Reason.UNSUPPORTED, () -> change(domain, one(lacking.getKey()))))
                        .hasMessageContaining(lacking.getValue());
            }
        }

        private LiveChange one(LiveChange.Kind kind) throws Exception {
            return switch (kind) {
                case PROCESSOR_COUNT -> new LiveChange.ProcessorCount(2, false);
                case PROCESSOR_PLACEMENT -> new LiveChange.Pin(new TreeMap<>(), NumberSet.of(0), false);
                case PROCESSOR_SHARE -> new LiveChange.Share(512, null, false);
                case MEMORY_SIZE -> new LiveChange.MemorySize(ByteSize.ofMebibytes(16), false);
                case DISK_ATTACHMENT -> new LiveChange.DetachDisk("vda", false);
                case DISK_LIMITS -> new LiveChange.LimitDisk("vda", Quality.UNLIMITED, false);
                case PORT_ATTACHMENT -> new LiveChange.DetachPort(ADDRESS, false);
                case PORT_SETTINGS -> new LiveChange.SetPort(ADDRESS, true, Traffic.FREE, false);
            };
        }
    }
}
