package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.telvirt.hypervisor.DomainState.PAUSED;
import static org.telvirt.hypervisor.DomainState.RUNNING;
import static org.telvirt.hypervisor.DomainState.SAVED;
import static org.telvirt.hypervisor.DomainState.SHUT_OFF;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainUndefined;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;

/**
 * What every engine has to do. An engine fills in {@link #open} and {@link #bootable}; where it or its guests fall short
 * it says so by {@link #deviations}. Every test makes its own domains and takes them down, and leaves others alone.
 */
public abstract class HypervisorContract {
    private Bench bench;

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

    private Hypervisor engine() {
        return bench.engine();
    }

    private DomainState stateOf(Domain domain) throws HypervisorException {
        return engine().domain(domain.id()).state();
    }

    private static HypervisorException refused(Reason reason, ThrowingCallable call) {
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
            DomainDefinition definition = bench.bootable();

            Domain domain = bench.define(definition);

            assertThat(domain.name()).isEqualTo(definition.name());
            assertThat(domain.state()).isEqualTo(SHUT_OFF);
            assertThat(domain.persistent()).isTrue();
            assertThat(engine().domains()).contains(domain);
            assertThat(engine().domain(domain.id())).isEqualTo(domain);
            DomainDefined told = bench.events.await(DomainDefined.class, domain.id(), patience());
            assertThat(told.name()).isEqualTo(definition.name());
        }

        @Test
        void keepsTheIdThatWasGiven() throws Exception {
            UUID uuid = UUID.randomUUID();

            Domain domain = bench.define(bench.bootable().withUuid(uuid));

            assertThat(domain.id()).isEqualTo(new DomainId(uuid));
        }

        @Test
        void givesBackEverythingThatWasSaid() throws Exception {
            DomainDefinition said = rich(bench.bootable().name());

            Domain domain = bench.define(said);

            Fulfilment.of(said, engine().definition(domain.id(), Configuration.DEFINED));
            Fulfilment.of(said, engine().definition(domain.id(), Configuration.ACTIVE));
        }

        @Test
        void choosesWhatWasLeftOpenOnce() throws Exception {
            Domain domain = bench.define(bench.bootable());

            DomainDefinition first = engine().definition(domain.id(), Configuration.DEFINED);

            assertThat(first.uuid()).isEqualTo(domain.id().uuid());
            assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(first);
        }

        @Test
        void refusesANameThatIsTaken() throws Exception {
            Domain first = bench.define(bench.bootable());

            HypervisorException refusal = refused(
                    Reason.ALREADY_EXISTS, () -> bench.define(bench.bootable().withName(first.name())));

            assertThat(refusal).hasMessageContaining(first.name());
            assertThat(engine().domain(first.id())).isEqualTo(first);
        }

        @Test
        void refusesAnIdThatIsTaken() throws Exception {
            Domain first = bench.define(bench.bootable());

            refused(
                    Reason.ALREADY_EXISTS,
                    () -> bench.define(bench.bootable().withUuid(first.id().uuid())));

            assertThat(engine().domain(first.id())).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "a/b", "a\nb"})
        void refusesABadName(String name) {
            refused(
                    Reason.INVALID_DEFINITION,
                    () -> bench.define(bench.bootable().withName(name)));
        }

        @Test
        void refusesTwoDisksWithOneTarget() {
            Disk disk = new Disk("vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, file("/tmp/a"), false, null);
            DomainDefinition bad = bench.bootable().withDisks(List.of(disk, disk));

            assertThat(refused(Reason.INVALID_DEFINITION, () -> bench.define(bad)))
                    .hasMessageContaining("vda");
        }

        @Test
        void refusesTwoDevicesWithOnePlaceInTheBootOrder() {
            Disk first = new Disk("vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, file("/tmp/a"), false, 1);
            Disk second = new Disk("vdb", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, file("/tmp/b"), false, 1);
            DomainDefinition bad = bench.bootable().withDisks(List.of(first, second));

            refused(Reason.INVALID_DEFINITION, () -> bench.define(bad));
        }

        @Test
        void refusesAVirtualizationThatTheHostDoesNotOffer() {
            EnumSet<Virtualization> foreign = EnumSet.allOf(Virtualization.class);
            foreign.removeAll(engine().capabilities().virtualizations());
            Platform platform = bench.bootable().platform();
            Virtualization lacking = foreign.iterator().next();
            DomainDefinition bad = bench.bootable()
                    .withPlatform(new Platform(lacking, platform.architecture(), null, platform.firmware()));

            refused(Reason.UNSUPPORTED, () -> bench.define(bad));
        }

        private Disk.FileMedium file(String path) {
            return new Disk.FileMedium(path, "raw");
        }
    }

    @Nested
    class Redefine {
        @Test
        void changesWhatItIsToldAndTellsIt() throws Exception {
            Domain domain = bench.domainIn(SHUT_OFF);
            DomainDefinition before = engine().definition(domain.id(), Configuration.DEFINED);

            Domain after = engine().redefine(
                            domain.id(),
                            present -> present.withDescription("New").withProcessors(Processors.of(2)));

            assertThat(after).isEqualTo(domain);
            assertThat(engine().definition(domain.id(), Configuration.DEFINED))
                    .isEqualTo(before.withDescription("New").withProcessors(Processors.of(2)));
            bench.events.await(DomainRedefined.class, domain.id(), patience());
        }

        @Test
        void changesNothingIfNothingIsChanged() throws Exception {
            Domain domain = bench.define(rich(bench.bootable().name()));
            DomainDefinition before = engine().definition(domain.id(), Configuration.DEFINED);

            engine().redefine(domain.id(), present -> present);

            assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(before);
        }

        @Test
        void renames() throws Exception {
            Domain domain = bench.domainIn(SHUT_OFF);
            String name = bench.bootable().name();

            Domain after = engine().redefine(domain.id(), present -> present.withName(name));

            assertThat(after.id()).isEqualTo(domain.id());
            assertThat(engine().domain(domain.id()).name()).isEqualTo(name);
            assertThat(bench.events
                            .await(DomainRedefined.class, domain.id(), patience())
                            .name())
                    .isEqualTo(name);
            assertThatCode(() -> bench.define(bench.bootable().withName(domain.name())))
                    .as("the old name is free")
                    .doesNotThrowAnyException();
        }

        @Test
        void leavesARunningDomainAsItIsUntilItsNextStart() throws Exception {
            Domain domain = bench.domainIn(RUNNING);
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
            Domain first = bench.domainIn(SHUT_OFF);
            Domain second = bench.domainIn(SHUT_OFF);

            refused(
                    Reason.ALREADY_EXISTS,
                    () -> engine().redefine(second.id(), present -> present.withName(first.name())));

            assertThat(engine().domain(second.id())).isEqualTo(second);
        }

        @Test
        void refusesAnotherId() throws Exception {
            Domain domain = bench.domainIn(SHUT_OFF);

            refused(
                    Reason.INVALID_DEFINITION,
                    () -> engine().redefine(domain.id(), present -> present.withUuid(UUID.randomUUID())));
        }

        @Test
        void passesOnWhatTheChangeThrowsAndChangesNothing() throws Exception {
            Domain domain = bench.domainIn(SHUT_OFF);
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
            assumeTrue(engine().capabilities().offers(LifecycleAction.SAVE));
            Domain domain = bench.domainIn(SAVED);

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
            Domain domain = bench.domainIn(SHUT_OFF);

            engine().undefine(domain.id());

            assertThat(engine().domains()).doesNotContain(domain);
            refused(Reason.NOT_FOUND, () -> engine().domain(domain.id()));
            assertThat(bench.events
                            .await(DomainUndefined.class, domain.id(), patience())
                            .name())
                    .isEqualTo(domain.name());
        }

        @Test
        void removesASavedRunToo() throws Exception {
            assumeTrue(engine().capabilities().offers(LifecycleAction.SAVE));
            Domain domain = bench.domainIn(SAVED);
            DomainDefinition definition = engine().definition(domain.id(), Configuration.DEFINED);

            engine().undefine(domain.id());

            assertThat(bench.define(definition).state()).isEqualTo(SHUT_OFF);
        }

        @ParameterizedTest
        @EnumSource(names = {"RUNNING", "PAUSED"})
        void refusesAnActiveDomain(DomainState state) throws Exception {
            Domain domain = bench.domainIn(state);

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
            assumeTrue(engine().capabilities().offers(action));

            assertThat(refused(Reason.NOT_FOUND, () -> engine().perform(action, unknown)))
                    .hasMessageContaining(unknown.toString());
        }
    }

    @Nested
    class Perform {
        /** The states reached, transcribed from the port's prose, not computed from it. */
        static Stream<Step> steps() {
            return Stream.of(
                    new Step(SHUT_OFF, LifecycleAction.START, RUNNING),
                    new Step(RUNNING, LifecycleAction.STOP, SHUT_OFF),
                    new Step(RUNNING, LifecycleAction.PAUSE, PAUSED),
                    new Step(RUNNING, LifecycleAction.SAVE, SAVED),
                    new Step(PAUSED, LifecycleAction.STOP, SHUT_OFF),
                    new Step(PAUSED, LifecycleAction.RESUME, RUNNING),
                    new Step(PAUSED, LifecycleAction.SAVE, SAVED),
                    new Step(SAVED, LifecycleAction.RESTORE, RUNNING),
                    new Step(SAVED, LifecycleAction.DISCARD_SAVED, SHUT_OFF));
        }

        @ParameterizedTest
        @MethodSource("steps")
        void reachesTheStateAndTellsIt(Step step) throws Exception {
            step.assumeOfferedBy(engine());
            Domain domain = bench.domainIn(step.from());

            engine().perform(step.action(), domain.id());

            assertThat(stateOf(domain)).as("when the call has returned").isEqualTo(step.to());
            bench.events.awaitState(domain.id(), step.to(), patience());
            assertThat(bench.events.statesOf(domain.id())).containsExactly(step.to());
        }

        @ParameterizedTest
        @EnumSource(names = {"SHUT_OFF", "RUNNING", "PAUSED", "SAVED"})
        void refusesWhatTheStateDoesNotAllowAndChangesNothing(DomainState state) throws Exception {
            assumeTrue(state != SAVED || engine().capabilities().offers(LifecycleAction.SAVE));
            Domain domain = bench.domainIn(state);

            for (LifecycleAction action : Step.forbiddenFrom(state)) {
                if (engine().capabilities().offers(action)) {
                    assertThat(refused(Reason.INVALID_STATE, () -> engine().perform(action, domain.id())))
                            .as("%s from %s", action, state)
                            .hasMessageContaining(domain.name());
                }
            }

            bench.settle();
            assertThat(engine().domain(domain.id())).isEqualTo(domain);
            assertThat(bench.events.about(domain.id())).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"RUNNING", "PAUSED"})
        void resetsInPlace(DomainState state) throws Exception {
            assumeTrue(engine().capabilities().offers(LifecycleAction.RESET));
            Domain domain = bench.domainIn(state);

            engine().perform(LifecycleAction.RESET, domain.id());

            bench.events.await(DomainRebooted.class, domain.id(), patience());
            assertThat(stateOf(domain)).isEqualTo(state);
        }

        @Test
        void shutsAGuestDownThatListens() throws Exception {
            assumeTrue(engine().capabilities().offers(LifecycleAction.SHUTDOWN));
            assumeFalse(deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN));
            Domain domain = bench.domainIn(RUNNING);

            engine().perform(LifecycleAction.SHUTDOWN, domain.id());

            bench.events.awaitState(domain.id(), SHUT_OFF, patience());
            assertThat(stateOf(domain)).isEqualTo(SHUT_OFF);
        }

        @Test
        void rebootsAGuestThatListens() throws Exception {
            assumeTrue(engine().capabilities().offers(LifecycleAction.REBOOT));
            assumeFalse(deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN));
            Domain domain = bench.domainIn(RUNNING);

            engine().perform(LifecycleAction.REBOOT, domain.id());

            bench.events.await(DomainRebooted.class, domain.id(), patience());
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
        }

        @ParameterizedTest
        @EnumSource(names = {"SHUTDOWN", "REBOOT"})
        void leavesAGuestAloneThatDoesNotListen(LifecycleAction action) throws Exception {
            assumeTrue(engine().capabilities().offers(action));
            assumeTrue(deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN));
            Domain domain = bench.domainIn(RUNNING);

            engine().perform(action, domain.id());

            bench.settle();
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
            engine().perform(LifecycleAction.STOP, domain.id());
            assertThat(stateOf(domain)).isEqualTo(SHUT_OFF);
        }

        @Test
        void restoresAsPausedWhatWasPausedWhenSaved() throws Exception {
            assumeTrue(engine().capabilities().offers(LifecycleAction.SAVE));
            assumeFalse(deviations().contains(Deviation.RESTORES_RUNNING));
            Domain domain = bench.domainIn(PAUSED);
            engine().perform(LifecycleAction.SAVE, domain.id());

            engine().perform(LifecycleAction.RESTORE, domain.id());

            assertThat(stateOf(domain)).isEqualTo(PAUSED);
        }

        @Test
        void refusesWhatTheEngineLacksWithTheReasonOfItsCapabilities() throws Exception {
            var missing = engine().capabilities().missing();
            assumeFalse(missing.isEmpty(), "the engine lacks nothing");
            Domain domain = bench.domainIn(RUNNING);

            for (var lack : missing.entrySet()) {
                assertThat(refused(Reason.UNSUPPORTED, () -> engine().perform(lack.getKey(), domain.id())))
                        .hasMessageContaining(lack.getValue());
            }

            assertThat(engine().domain(domain.id())).isEqualTo(domain);
        }
    }

    @Nested
    class Events {
        @Test
        void comeInTheOrderOfWhatHappened() throws Exception {
            Domain domain = bench.define(bench.bootable());
            for (LifecycleAction action : List.of(
                    LifecycleAction.START, LifecycleAction.PAUSE, LifecycleAction.RESUME, LifecycleAction.STOP)) {
                engine().perform(action, domain.id());
            }
            engine().undefine(domain.id());

            bench.events.await(DomainUndefined.class, domain.id(), patience());

            assertThat(bench.events.statesOf(domain.id())).containsExactly(RUNNING, PAUSED, RUNNING, SHUT_OFF);
            assertThat(bench.events.about(domain.id())).first().isInstanceOf(DomainDefined.class);
            assertThat(bench.events.about(domain.id())).last().isInstanceOf(DomainUndefined.class);
            assertThat(bench.events.about(domain.id()))
                    .allSatisfy(
                            event -> assertThat(((DomainEvent) event).name()).isEqualTo(domain.name()));
        }

        @Test
        void endWithTheRegistration() throws Exception {
            RecordedEvents second = new RecordedEvents();
            engine().listen(second).close();

            Domain domain = bench.define(bench.bootable());

            bench.events.await(DomainDefined.class, domain.id(), patience());
            assertThat(second.all()).isEmpty();
        }

        @Test
        void reachEveryListener() throws Exception {
            RecordedEvents second = new RecordedEvents();
            try (var listening = engine().listen(second)) {
                Domain domain = bench.define(bench.bootable());

                second.await(DomainDefined.class, domain.id(), patience());
                bench.events.await(DomainDefined.class, domain.id(), patience());
                assertThat(listening).isNotNull();
            }
        }
    }

    @Nested
    class Reopening {
        @BeforeEach
        void needsAnEngineThatRemembers() {
            assumeFalse(deviations().contains(Deviation.FORGETS_ON_CLOSE));
        }

        @Test
        void findsDomainsAsTheyWere() throws Exception {
            Domain shutOff = bench.define(rich(bench.bootable().name()));
            DomainDefinition definition = engine().definition(shutOff.id(), Configuration.DEFINED);
            Domain running = bench.domainIn(RUNNING);

            bench.reopen();

            assertThat(engine().domains()).contains(shutOff, running);
            assertThat(engine().definition(shutOff.id(), Configuration.DEFINED)).isEqualTo(definition);
        }

        @Test
        void findsASavedRunThatCanGoOn() throws Exception {
            assumeTrue(engine().capabilities().offers(LifecycleAction.SAVE));
            Domain domain = bench.domainIn(SAVED);

            bench.reopen();

            assertThat(stateOf(domain)).isEqualTo(SAVED);
            engine().perform(LifecycleAction.RESTORE, domain.id());
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
        }
    }

    @Nested
    class ManyThreads {
        private static final int THREADS = 4;

        @Test
        void canEachLeadADomainThroughItsLife() throws Exception {
            List<Domain> left = together(() -> {
                Domain domain = bench.define(bench.bootable());
                for (LifecycleAction action : List.of(
                        LifecycleAction.START, LifecycleAction.PAUSE, LifecycleAction.RESUME, LifecycleAction.STOP)) {
                    engine().perform(action, domain.id());
                    assertThat(engine().domains()).contains(engine().domain(domain.id()));
                }
                return domain;
            });

            bench.settle();
            for (Domain domain : left) {
                assertThat(stateOf(domain)).isEqualTo(SHUT_OFF);
                assertThat(bench.events.statesOf(domain.id())).containsExactly(RUNNING, PAUSED, RUNNING, SHUT_OFF);
            }
        }

        @Test
        void loseNoChangeOfOneDefinition() throws Exception {
            Domain domain = bench.define(bench.bootable().withDescription("0"));

            together(() -> {
                for (int i = 0; i < 5; i++) {
                    engine().redefine(
                                    domain.id(),
                                    present -> present.withDescription(
                                            String.valueOf(Integer.parseInt(present.description()) + 1)));
                }
                return domain;
            });

            assertThat(engine().definition(domain.id(), Configuration.DEFINED).description())
                    .isEqualTo(String.valueOf(5 * THREADS));
        }

        @Test
        void canStartOneDomainOnlyOnce() throws Exception {
            Domain domain = bench.domainIn(SHUT_OFF);

            List<Boolean> started = together(() -> {
                try {
                    engine().perform(LifecycleAction.START, domain.id());
                    return true;
                } catch (HypervisorException e) {
                    assertThat(e.reason()).isIn(Reason.INVALID_STATE, Reason.BUSY);
                    return false;
                }
            });

            assertThat(started).containsOnlyOnce(true);
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
        }

        private <T> List<T> together(Callable<T> work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<T>> results = IntStream.range(0, THREADS)
                        .mapToObj(i -> threads.submit(work))
                        .toList();
                List<T> values = new ArrayList<>();
                for (Future<T> result : results) {
                    values.add(result.get(THREADS * patience().toSeconds(), TimeUnit.SECONDS));
                }
                return values;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
