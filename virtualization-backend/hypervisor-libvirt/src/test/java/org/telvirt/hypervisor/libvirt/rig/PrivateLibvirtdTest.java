package org.telvirt.hypervisor.libvirt.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RealHost
class PrivateLibvirtdTest {
    @Test
    void runsGuestsOfTwoHostsThatKnowNothingOfEachOther() {
        try (PrivateLibvirtd one = PrivateLibvirtd.start();
                PrivateLibvirtd two = PrivateLibvirtd.start()) {
            HeartbeatGuest first = start(one, "twin");
            HeartbeatGuest second = start(two, "twin");

            first.awaitBeats(1);
            second.awaitBeats(1);
            assertThat(one.virsh("domuuid", "twin")).isNotEqualTo(two.virsh("domuuid", "twin"));
        }
    }

    @Test
    void keepsGuestsAliveWhenTheDaemonRestarts(PrivateLibvirtd host) {
        HeartbeatGuest guest = start(host, "survivor");
        guest.awaitBeats(1);

        host.restartDaemon();

        guest.awaitBeats(2);
        assertThat(host.virsh("domstate", "survivor")).contains("running");
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
    }

    @Test
    void leavesNothingBehind() throws Exception {
        PrivateLibvirtd host = PrivateLibvirtd.start();
        HeartbeatGuest guest = start(host, "leftover");
        ProcessHandle process = guest.process().orElseThrow();

        host.close();

        String name = host.guests().getParent().getFileName().toString();
        assertThat(process.isAlive()).isFalse();
        assertThat(host.guests().getParent()).doesNotExist();
        assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(name);
        try (Stream<Path> groups = Files.walk(Path.of("/sys/fs/cgroup"), 2)) {
            assertThat(groups).noneMatch(group -> group.toString().contains(name));
        }
    }

    private static HeartbeatGuest start(PrivateLibvirtd host, String name) {
        HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), name);
        host.virsh("create", write(host, guest).toString());
        return guest;
    }

    private static Path write(PrivateLibvirtd host, HeartbeatGuest guest) {
        try {
            return Files.writeString(host.guests().resolve(guest.name() + ".xml"), guest.domainXml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
