package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.HostEvent.Change;
import org.telvirt.hypervisor.HostEvent.Kind;
import org.telvirt.hypervisor.HostEvent.ResourceChanged;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.network.HostNetwork;
import org.telvirt.hypervisor.network.HostNetwork.Forwarding;
import org.telvirt.hypervisor.network.NetworkFeature;
import org.telvirt.hypervisor.storage.StorageFeature;
import org.telvirt.hypervisor.storage.StoragePool;
import org.telvirt.hypervisor.storage.StorageVolume;

/** What every engine has to do with storage and networks. */
abstract class ResourceContract extends InventoryContract {
    private static final ByteSize FOUR = ByteSize.ofMebibytes(4);

    /** A folder that the engine's host can see. */
    protected abstract Path folder() throws Exception;

    /** Whether volumes are files that tests can see. */
    protected boolean hasFiles() {
        return false;
    }

    /** Whether networks have bridges. */
    protected boolean hasBridges() {
        return true;
    }

    /** Whether the machine has what networks need to start, which is a firewall, and a server for addresses. */
    protected boolean startsNetworks() {
        return true;
    }

    @Nested
    class Pools {
        private final String pool = freshName();

        @BeforeEach
        void define() throws Exception {
            assumeTrue(
                    engine().storage().offers(StorageFeature.CHANGES),
                    () -> "the engine does not offer " + StorageFeature.CHANGES);
            engine().storage().definePool(pool, folder().toString());
        }

        @AfterEach
        void remove() throws Exception {
            if (engine().storage().offers(StorageFeature.CHANGES)) {
                for (StorageVolume volume : engine().storage().volumes(pool)) {
                    engine().storage().delete(pool, volume.name());
                }
                engine().storage().removePool(pool);
            }
        }

        @Test
        void areListedWithTheirRoom() throws Exception {
            StoragePool found = engine().storage().pools().stream()
                    .filter(one -> one.name().equals(pool))
                    .findFirst()
                    .orElseThrow();

            assertThat(found.state()).isEqualTo(StoragePool.State.ACTIVE);
            assertThat(found.available()).isBetween(new ByteSize(1), found.capacity());
            assertThat(found.path()).isNotNull();
            assertThat(engine().storage().refresh(pool).name()).isEqualTo(pool);
        }

        @Test
        void areToldOf() throws Exception {
            events().await(
                            "its start",
                            event -> event instanceof ResourceChanged changed
                                    && changed.kind() == Kind.STORAGE_POOL
                                    && changed.name().equals(pool)
                                    && changed.change() == Change.STARTED,
                            patience());
        }

        @Test
        void refuseANameThatIsTaken() {
            refused(Reason.ALREADY_EXISTS, () -> engine().storage().definePool(pool, folder().toString()));
        }

        @Test
        void haveVolumesThatAreMadeCopiedAndDeleted() throws Exception {
            StorageVolume made = engine().storage().create(pool, "one & only.img", "raw", FOUR);
            StorageVolume copied = engine().storage().copy(pool, made.name(), "copy.img");

            assertThat(made.capacity()).isEqualTo(FOUR);
            assertThat(made.format()).isEqualTo("raw");
            assertThat(copied.capacity()).isEqualTo(FOUR);
            assertThat(engine().storage().volumes(pool))
                    .extracting(StorageVolume::name)
                    .containsExactlyInAnyOrder("one & only.img", "copy.img");
            assertThat(Files.exists(Path.of(made.path()))).isEqualTo(hasFiles());
            engine().storage().delete(pool, made.name());
            assertThat(engine().storage().volumes(pool))
                    .extracting(StorageVolume::name)
                    .containsExactly("copy.img");
            assertThat(Path.of(made.path())).doesNotExist();
        }

        @Test
        void growVolumesButDoNotShrinkThem() throws Exception {
            assumeTrue(
                    engine().storage().offers(StorageFeature.GROWTH),
                    () -> "the engine does not offer " + StorageFeature.GROWTH);
            engine().storage().create(pool, "a", "raw", FOUR);

            StorageVolume grown = engine().storage().grow(pool, "a", ByteSize.ofMebibytes(8));

            assertThat(grown.capacity()).isEqualTo(ByteSize.ofMebibytes(8));
            refused(Reason.INVALID_DEFINITION, () -> engine().storage().grow(pool, "a", FOUR));
        }

        @Test
        void refuseWhatIsTakenOrNotThere() throws Exception {
            engine().storage().create(pool, "a", "raw", FOUR);

            refused(Reason.ALREADY_EXISTS, () -> engine().storage().create(pool, "a", "raw", FOUR));
            refused(Reason.NOT_FOUND, () -> engine().storage().delete(pool, "b"));
            refused(Reason.NOT_FOUND, () -> engine().storage().volumes("nowhere"));
            assertThat(engine().storage().volumes(pool)).hasSize(1);
        }
    }

    @Nested
    class HostNetworks {
        @Test
        void areDefinedStartedStoppedAndForgotten() throws Exception {
            assumeTrue(
                    engine().networks().offers(NetworkFeature.CHANGES),
                    () -> "the engine does not offer " + NetworkFeature.CHANGES);
            assumeTrue(startsNetworks(), "the machine lacks what networks need to start");
            String name = freshName();
            try {
                HostNetwork defined = engine().networks().defineIsolated(name);
                HostNetwork started = engine().networks().start(name);

                assertThat(defined.active()).isFalse();
                assertThat(started.active()).isTrue();
                assertThat(started.forwarding()).isEqualTo(Forwarding.ISOLATED);
                assertThat(started.bridge() != null).isEqualTo(hasBridges());
                assertThat(engine().networks().networks()).contains(started);
                refused(Reason.INVALID_STATE, () -> engine().networks().start(name));
                refused(Reason.INVALID_STATE, () -> engine().networks().undefine(name));
                refused(Reason.ALREADY_EXISTS, () -> engine().networks().defineIsolated(name));
                assertThat(engine().networks().stop(name).active()).isFalse();
            } finally {
                tidy(name);
            }
            assertThat(engine().networks().networks())
                    .extracting(HostNetwork::name)
                    .doesNotContain(name);
            refused(Reason.NOT_FOUND, () -> engine().networks().start(name));
        }

        private void tidy(String name) throws HypervisorException {
            List<HostNetwork> ours = engine().networks().networks().stream()
                    .filter(network -> network.name().equals(name))
                    .toList();
            for (HostNetwork network : ours) {
                if (network.active()) {
                    engine().networks().stop(name);
                }
                engine().networks().undefine(name);
            }
        }
    }
}
