package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.telvirt.hypervisor.DomainState.PAUSED;
import static org.telvirt.hypervisor.DomainState.RUNNING;
import static org.telvirt.hypervisor.DomainState.SHUT_OFF;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.snapshot.Snapshot;
import org.telvirt.hypervisor.snapshot.Snapshot.Location;
import org.telvirt.hypervisor.snapshot.Snapshot.Scope;
import org.telvirt.hypervisor.snapshot.SnapshotFeature;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.hypervisor.snapshot.Snapshots;
import org.telvirt.traceability.Requirement;

/** What every engine has to do with snapshots. */
abstract class SnapshotContract extends ResourceContract {
    /** Like {@link #bootable}, with disks that can keep snapshots. */
    protected DomainDefinition snapshotable(String name) throws Exception {
        return bootable(name);
    }

    @Nested
    class OfADomain {
        private Snapshots snapshots;

        @BeforeEach
        void needsSnapshots() {
            snapshots = engine().snapshots();
            assumeTrue(
                    snapshots.offers(SnapshotFeature.SNAPSHOTS),
                    () -> "the engine does not offer " + SnapshotFeature.SNAPSHOTS);
        }

        private Domain shutOff() throws Exception {
            return defined(snapshotable(freshName()));
        }

        private Domain started() throws Exception {
            Domain domain = shutOff();
            engine().perform(LifecycleAction.START, domain.id());
            awaitUp(domain);
            return engine().domain(domain.id());
        }

        @Test
        @Requirement("VMAVAIL1 restart")
        void goBackToARunThatWasEnded() throws Exception {
            Domain domain = started();
            Snapshot taken = snapshots.create(domain.id(), SnapshotRequest.full("before"));
            engine().perform(LifecycleAction.STOP, domain.id());

            snapshots.revert(domain.id(), "before");

            assertThat(taken.scope()).isEqualTo(Scope.MEMORY_AND_DISKS);
            assertThat(taken.location()).isEqualTo(Location.INTERNAL);
            assertThat(taken.state()).isEqualTo(RUNNING);
            assertThat(engine().domain(domain.id()).state()).isEqualTo(RUNNING);
        }

        @Test
        void keepThatTheDomainWasPaused() throws Exception {
            Domain domain = started();
            engine().perform(LifecycleAction.PAUSE, domain.id());
            snapshots.create(domain.id(), SnapshotRequest.full("paused"));
            engine().perform(LifecycleAction.RESUME, domain.id());

            snapshots.revert(domain.id(), "paused");

            assertThat(engine().domain(domain.id()).state()).isEqualTo(PAUSED);
        }

        @Test
        void formATreeWithACurrentOne() throws Exception {
            Domain domain = shutOff();
            snapshots.create(domain.id(), SnapshotRequest.disks("root", Location.INTERNAL));
            snapshots.create(domain.id(), SnapshotRequest.disks("left", Location.INTERNAL));
            snapshots.revert(domain.id(), "root");
            snapshots.create(domain.id(), new SnapshotRequest("right", "A & B", Scope.DISKS, Location.INTERNAL, false));

            List<Snapshot> all = snapshots.of(domain.id());

            assertThat(all).extracting(Snapshot::name).containsExactlyInAnyOrder("root", "left", "right");
            assertThat(all.get(0).name()).isEqualTo("root");
            assertThat(all.get(0).parent()).isNull();
            assertThat(all.subList(1, 3)).extracting(Snapshot::parent).containsOnly("root");
            assertThat(all)
                    .filteredOn(Snapshot::isCurrent)
                    .extracting(Snapshot::description)
                    .containsExactly("A & B");
            assertThat(all).extracting(Snapshot::state).containsOnly(SHUT_OFF);
            assertThat(all).extracting(Snapshot::scope).containsOnly(Scope.DISKS);
        }

        @Test
        void sayWhatTheDomainWasMadeOfAndGoBackToIt() throws Exception {
            Domain domain = shutOff();
            snapshots.create(domain.id(), SnapshotRequest.disks("before", Location.INTERNAL));
            DomainDefinition then = engine().definition(domain.id(), Configuration.DEFINED);
            engine().redefine(domain.id(), definition -> definition.withDescription("changed since"));

            DomainDefinition kept = snapshots.definition(domain.id(), "before");
            snapshots.revert(domain.id(), "before");

            assertThat(kept).isEqualTo(then);
            assertThat(engine().definition(domain.id(), Configuration.DEFINED).description())
                    .isEqualTo(then.description());
            refused(Reason.NOT_FOUND, () -> snapshots.definition(domain.id(), "none"));
        }

        @Test
        void giveTheirChildrenToTheirParentWhenDeleted() throws Exception {
            Domain domain = shutOff();
            for (String name : List.of("one", "two", "three")) {
                snapshots.create(domain.id(), SnapshotRequest.disks(name, Location.INTERNAL));
            }

            snapshots.delete(domain.id(), "two");

            assertThat(snapshots.of(domain.id())).extracting(Snapshot::name).containsExactly("one", "three");
            assertThat(snapshots.of(domain.id()).get(1).parent()).isEqualTo("one");
        }

        @Test
        void refuseWhatIsTakenOrNotThere() throws Exception {
            Domain domain = shutOff();
            snapshots.create(domain.id(), SnapshotRequest.disks("one", Location.INTERNAL));

            refused(
                    Reason.ALREADY_EXISTS,
                    () -> snapshots.create(domain.id(), SnapshotRequest.disks("one", Location.INTERNAL)));
            refused(Reason.NOT_FOUND, () -> snapshots.revert(domain.id(), "two"));
            refused(Reason.NOT_FOUND, () -> snapshots.delete(domain.id(), "two"));
            refused(Reason.INVALID_STATE, () -> snapshots.create(domain.id(), SnapshotRequest.full("memory")));
            assertThat(snapshots.of(domain.id())).hasSize(1);
        }

        @Test
        void refuseWithTheReasonWhatTheEngineLacks() throws Exception {
            String reason = snapshots.missing().get(SnapshotFeature.MEMORY_EXTERNAL);
            assumeTrue(reason != null, "the engine has it");
            Domain domain = started();

            assertThat(refused(
                            Reason.UNSUPPORTED,
                            () -> snapshots.create(
                                    domain.id(),
                                    new SnapshotRequest("m", "", Scope.MEMORY_AND_DISKS, Location.EXTERNAL, false))))
                    .hasMessageContaining(reason);
            assertThat(snapshots.of(domain.id())).isEmpty();
        }

        @Test
        void endWithTheDomain() throws Exception {
            Domain domain = shutOff();
            snapshots.create(domain.id(), SnapshotRequest.disks("one", Location.INTERNAL));

            engine().undefine(domain.id());

            refused(Reason.NOT_FOUND, () -> snapshots.of(domain.id()));
        }
    }
}
