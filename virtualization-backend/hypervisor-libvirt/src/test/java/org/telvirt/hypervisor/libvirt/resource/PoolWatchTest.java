package org.telvirt.hypervisor.libvirt.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HostEvent.StoragePoolFilled;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.storage.StoragePool;

class PoolWatchTest {
    private final List<HostEvent> told = new ArrayList<>();
    private int left = 50;
    private boolean isAway;
    private @Nullable String path;
    private final PoolWatch watch = new PoolWatch(this::pools, true, () -> Instant.EPOCH, told::add);

    private List<StoragePool> pools() throws HypervisorException {
        if (isAway) {
            throw new HypervisorException(Reason.UNAVAILABLE, "away");
        }
        return List.of(new StoragePool(
                "images",
                StoragePool.State.ACTIVE,
                new ByteSize(100),
                new ByteSize(100 - left),
                new ByteSize(left),
                path));
    }

    private StoragePoolFilled event(boolean isFull) {
        return new StoragePoolFilled(Instant.EPOCH, "engine", "images", new ByteSize(left), new ByteSize(100), isFull);
    }

    private void look(int available) {
        left = available;
        watch.look();
    }

    @Test
    void tellsAPoolThatRunsFullOnce() {
        look(50);
        look(1);
        look(0);

        left = 1;
        assertThat(told).containsExactly(event(true));
    }

    @Test
    void tellsRoomOnlyWhenThereIsEnoughOfIt() {
        look(1);
        look(3);
        look(1);
        assertThat(told).hasSize(1);

        look(4);

        assertThat(told).last().isEqualTo(event(false));
    }

    @Test
    void keepsWhatItKnowsWhileTheHostIsAway() {
        look(1);
        isAway = true;
        watch.look();
        isAway = false;
        look(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void believesTheFileSystemRatherThanTheEngineWhereItIsOnThisMachine(@TempDir Path folder) {
        path = folder.toString();
        left = 0;
        PoolWatch elsewhere = new PoolWatch(this::pools, false, () -> Instant.EPOCH, told::add);

        watch.look();
        assertThat(told).as("there is room in the folder").isEmpty();
        elsewhere.look();

        assertThat(told)
                .as("of a folder of the same path on another machine only the engine knows")
                .containsExactly(new StoragePoolFilled(
                        Instant.EPOCH, folder.toString(), "images", ByteSize.ZERO, new ByteSize(100), true));
    }
}
