package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.telvirt.hypervisor.DomainState.RUNNING;
import static org.telvirt.hypervisor.DomainState.SAVED;
import static org.telvirt.hypervisor.DomainState.SHUT_OFF;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainUndefined;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;

/**
 * What every engine has to do with definitions: the half of {@link HypervisorContract} that needs no run. Every test
 * makes its own domains and takes them down, and leaves others alone.
 */
abstract class DefinitionContract {
    private Bench bench;

    final Bench bench() {
        return bench;
    }

    /** Opens the engine under test; called before each test, and again by tests that close it. */
    protected abstract Hypervisor open() throws Exception;

    /** A small definition of this name that the engine accepts and that starts; its id is null. */
    protected abstract DomainDefinition bootable(String name);

    /**
     * The same with two processors of four, a description, a second disk, an empty drive and a network port, each with
     * everything said that can be said.
     */
    protected DomainDefinition rich(String name) {
        return bootable(name)
                .withDescription("First line & <second>\n\"third\"")
                .withProcessors(new Processors(2, 4))
                .withMemory(new Memory(ByteSize.ofMebibytes(64), ByteSize.ofMebibytes(96)))
                .withDisks(List.of(
                        new Disk(
                                "vda",
                                Disk.DeviceType.DISK,
                                Disk.Bus.VIRTIO,
                                new Disk.FileMedium("/var/lib/telvirt/images/first & second.raw", "raw"),
                                false,
                                2),
                        new Disk(
                                "vdb",
                                Disk.DeviceType.DISK,
                                Disk.Bus.VIRTIO,
                                new Disk.BlockMedium("/dev/disk/by-id/none", "raw"),
                                true,
                                null),
                        new Disk("sda", Disk.DeviceType.CDROM, Disk.Bus.SATA, null, true, null)))
                .withNetworkPorts(
                        List.of(new NetworkPort("52:54:00:12:34:56", new NetworkPort.UserNetwork(), "virtio", 1)));
    }

    /** Waits until a domain that has just been started can hear what it is asked; at once unless overridden. */
    protected void awaitUp(Hypervisor engine, Domain domain) throws Exception {}

    /** Where the engine or its guests cannot do what is asked; nowhere unless overridden. */
    protected Set<Deviation> deviations() {
        return Set.of();
    }

    /** How long to wait at most for what comes by itself, ten times what it should take. */
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    final void openEngine() throws Exception {
        bench = new Bench(this);
    }

    @AfterEach
    final void closeEngine() throws Exception {
        bench.close();
    }

    final Hypervisor engine() {
        return bench.engine();
    }

    final DomainState stateOf(Domain domain) throws HypervisorException {
        return engine().domain(domain.id()).state();
    }

    static HypervisorException refused(Reason reason, ThrowingCallable call) {
        HypervisorException refusal = catchThrowableOfType(HypervisorException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    @Nested
    class HostFacts {
        @Test
        void nameTheMachineItsProcessorsAndItsMemory() throws Exception {
            Host host = engine().host();

            assertThat(host.name()).isNotBlank();
            assertThat(host.architecture()).isNotBlank();
            assertThat(host.processors()).isPositive();
            assertThat(host.memory()).isGreaterThan(ByteSize.ofMebibytes(64));
            assertThat(engine().host()).as("the second time").isEqualTo(host);
        }
    }

    @Nested
    class Define {
        @Test
        void makesAShutOffDomainThatIsListedAndTold() throws Exception {
            DomainDefinition definition = bench().bootable();

            Domain domain = bench().define(definition);

            assertThat(domain.name()).isEqualTo(definition.name());
            assertThat(domain.state()).isEqualTo(SHUT_OFF);
            assertThat(domain.persistent()).isTrue();
            assertThat(engine().domains()).contains(domain);
            assertThat(engine().domain(domain.id())).isEqualTo(domain);
            DomainDefined told = bench().events.await(DomainDefined.class, domain.id(), patience());
            assertThat(told.name()).isEqualTo(definition.name());
        }

        @Test
        void keepsTheIdThatWasGiven() throws Exception {
            UUID uuid = UUID.randomUUID();

            Domain domain = bench().define(bench().bootable().withUuid(uuid));

            assertThat(domain.id()).isEqualTo(new DomainId(uuid));
        }

        @Test
        void givesBackEverythingThatWasSaid() throws Exception {
            DomainDefinition said = rich(bench().bootable().name());

            Domain domain = bench().define(said);

            Fulfilment.of(said, engine().definition(domain.id(), Configuration.DEFINED));
            Fulfilment.of(said, engine().definition(domain.id(), Configuration.ACTIVE));
        }

        @Test
        void choosesWhatWasLeftOpenOnce() throws Exception {
            Domain domain = bench().define(bench().bootable());

            DomainDefinition first = engine().definition(domain.id(), Configuration.DEFINED);

            assertThat(first.uuid()).isEqualTo(domain.id().uuid());
            assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(first);
        }

        @Test
        void refusesANameThatIsTaken() throws Exception {
            Domain first = bench().define(bench().bootable());

            HypervisorException refusal = refused(
                    Reason.ALREADY_EXISTS,
                    () -> bench().define(bench().bootable().withName(first.name())));

            assertThat(refusal).hasMessageContaining(first.name());
            assertThat(engine().domain(first.id())).isEqualTo(first);
        }

        @Test
        void refusesAnIdThatIsTaken() throws Exception {
            Domain first = bench().define(bench().bootable());

            refused(
                    Reason.ALREADY_EXISTS,
                    () -> bench().define(bench().bootable().withUuid(first.id().uuid())));

            assertThat(engine().domain(first.id())).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "a/b", "a\nb"})
        void refusesABadName(String name) {
            refused(
                    Reason.INVALID_DEFINITION,
                    () -> bench().define(bench().bootable().withName(name)));
        }

        @Test
        void refusesTwoDisksWithOneTarget() {
            Disk disk = new Disk("vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, file("/tmp/a"), false, null);
            DomainDefinition bad = bench().bootable().withDisks(List.of(disk, disk));

            assertThat(refused(Reason.INVALID_DEFINITION, () -> bench().define(bad)))
                    .hasMessageContaining("vda");
        }

        @Test
        void refusesTwoDevicesWithOnePlaceInTheBootOrder() {
            Disk first = new Disk("vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, file("/tmp/a"), false, 1);
            Disk second = new Disk("vdb", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, file("/tmp/b"), false, 1);
            DomainDefinition bad = bench().bootable().withDisks(List.of(first, second));

            refused(Reason.INVALID_DEFINITION, () -> bench().define(bad));
        }

        @Test
        void refusesAVirtualizationThatTheHostDoesNotOffer() {
            EnumSet<Virtualization> foreign = EnumSet.allOf(Virtualization.class);
            foreign.removeAll(engine().capabilities().virtualizations());
            Platform platform = bench().bootable().platform();
            Virtualization lacking = foreign.iterator().next();
            DomainDefinition bad = bench().bootable()
                    .withPlatform(new Platform(lacking, platform.architecture(), null, platform.firmware()));

            refused(Reason.UNSUPPORTED, () -> bench().define(bad));
        }

        private Disk.FileMedium file(String path) {
            return new Disk.FileMedium(path, "raw");
        }
    }

    @Nested
    class Redefine {
        @Test
        void changesWhatItIsToldAndTellsIt() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);
            DomainDefinition before = engine().definition(domain.id(), Configuration.DEFINED);

            Domain after = engine().redefine(
                            domain.id(),
                            present -> present.withDescription("New").withProcessors(Processors.of(2)));

            assertThat(after).isEqualTo(domain);
            assertThat(engine().definition(domain.id(), Configuration.DEFINED))
                    .isEqualTo(before.withDescription("New").withProcessors(Processors.of(2)));
            bench().events.await(DomainRedefined.class, domain.id(), patience());
        }

        @Test
        void changesNothingIfNothingIsChanged() throws Exception {
            Domain domain = bench().define(rich(bench().bootable().name()));
            DomainDefinition before = engine().definition(domain.id(), Configuration.DEFINED);

            engine().redefine(domain.id(), present -> present);

            assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(before);
        }

        @Test
        void renames() throws Exception {
            assumeFalse(engine().lacking().containsKey(Feature.RENAMING), () -> "the engine lacks " + Feature.RENAMING);
            Domain domain = bench().domainIn(SHUT_OFF);
            String name = bench().bootable().name();

            Domain after = engine().redefine(domain.id(), present -> present.withName(name));

            assertThat(after.id()).isEqualTo(domain.id());
            assertThat(engine().domain(domain.id()).name()).isEqualTo(name);
            assertThat(bench().events
                            .await(DomainRedefined.class, domain.id(), patience())
                            .name())
                    .isEqualTo(name);
            assertThatCode(() -> bench().define(bench().bootable().withName(domain.name())))
                    .as("the old name is free")
                    .doesNotThrowAnyException();
        }

        @Test
        void leavesARunningDomainAsItIsUntilItsNextStart() throws Exception {
            Domain domain = bench().domainIn(RUNNING);
            DomainDefinition before = engine().definition(domain.id(), Configuration.ACTIVE);

            engine().redefine(domain.id(), present -> present.withProcessors(Processors.of(3)));

            assertThat(engine().definition(domain.id(), Configuration.ACTIVE)).isEqualTo(before);
            assertThat(engine().definition(domain.id(), Configuration.DEFINED).processors())
                    .isEqualTo(Processors.of(3));
            engine().perform(LifecycleAction.STOP, domain.id());
            engine().perform(LifecycleAction.START, domain.id());
            assertThat(engine().definition(domain.id(), Configuration.ACTIVE).processors())
                    .isEqualTo(Processors.of(3));
        }

        @Test
        void refusesANameThatIsTaken() throws Exception {
            assumeFalse(engine().lacking().containsKey(Feature.RENAMING), () -> "the engine lacks " + Feature.RENAMING);
            Domain first = bench().domainIn(SHUT_OFF);
            Domain second = bench().domainIn(SHUT_OFF);

            refused(
                    Reason.ALREADY_EXISTS,
                    () -> engine().redefine(second.id(), present -> present.withName(first.name())));

            assertThat(engine().domain(second.id())).isEqualTo(second);
        }

        @Test
        void refusesAnotherId() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);

            refused(
                    Reason.INVALID_DEFINITION,
                    () -> engine().redefine(domain.id(), present -> present.withUuid(UUID.randomUUID())));
        }

        @Test
        void passesOnWhatTheChangeThrowsAndChangesNothing() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);
            DomainDefinition before = engine().definition(domain.id(), Configuration.DEFINED);

            assertThatThrownBy(() -> engine().redefine(domain.id(), present -> {
                        throw new IllegalArgumentException("not so");
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not so");

            assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(before);
            engine().redefine(domain.id(), present -> present.withDescription("so"));
        }

        @Test
        void refusesASavedDomain() throws Exception {
            assumeTrue(
                    engine().capabilities().offers(LifecycleAction.SAVE),
                    () -> "the engine does not offer " + LifecycleAction.SAVE);
            Domain domain = bench().domainIn(SAVED);

            HypervisorException refusal = refused(
                    Reason.INVALID_STATE,
                    () -> engine().redefine(domain.id(), present -> present.withDescription("New")));

            assertThat(refusal).hasMessageContaining(domain.name());
        }
    }

    @Nested
    class Undefine {
        @Test
        void removesADomainAndTellsIt() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);

            engine().undefine(domain.id());

            assertThat(engine().domains()).doesNotContain(domain);
            refused(Reason.NOT_FOUND, () -> engine().domain(domain.id()));
            assertThat(bench().events
                            .await(DomainUndefined.class, domain.id(), patience())
                            .name())
                    .isEqualTo(domain.name());
        }

        @Test
        void removesASavedRunToo() throws Exception {
            assumeTrue(
                    engine().capabilities().offers(LifecycleAction.SAVE),
                    () -> "the engine does not offer " + LifecycleAction.SAVE);
            Domain domain = bench().domainIn(SAVED);
            DomainDefinition definition = engine().definition(domain.id(), Configuration.DEFINED);

            engine().undefine(domain.id());

            assertThat(bench().define(definition).state()).isEqualTo(SHUT_OFF);
        }

        @ParameterizedTest
        @EnumSource(names = {"RUNNING", "PAUSED"})
        void refusesAnActiveDomain(DomainState state) throws Exception {
            Domain domain = bench().domainIn(state);

            assertThat(refused(Reason.INVALID_STATE, () -> engine().undefine(domain.id())))
                    .hasMessageContaining(domain.name());

            assertThat(engine().domain(domain.id())).isEqualTo(domain);
        }
    }

    @Nested
    class UnknownDomain {
        private final DomainId unknown = new DomainId(UUID.randomUUID());

        @Test
        void isNotFound() {
            refused(Reason.NOT_FOUND, () -> engine().domain(unknown));
            refused(Reason.NOT_FOUND, () -> engine().definition(unknown, Configuration.ACTIVE));
            refused(Reason.NOT_FOUND, () -> engine().definition(unknown, Configuration.DEFINED));
            refused(Reason.NOT_FOUND, () -> engine().redefine(unknown, present -> present));
            refused(Reason.NOT_FOUND, () -> engine().undefine(unknown));
        }

        @ParameterizedTest
        @EnumSource
        void cannotBeActedOn(LifecycleAction action) {
            assumeTrue(engine().capabilities().offers(action), () -> "the engine does not offer " + action);

            assertThat(refused(Reason.NOT_FOUND, () -> engine().perform(action, unknown)))
                    .hasMessageContaining(unknown.toString());
        }
    }
}
