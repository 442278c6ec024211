package org.telvirt.hypervisor.libvirt.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.hypervisor.statistics.SchedulingUse;
import org.telvirt.traceability.Requirement;

class GuestProcessesTest {
    private static final UUID WEB = UUID.randomUUID();

    @TempDir
    Path proc;

    private GuestProcesses processes;

    @BeforeEach
    void lookThere() {
        processes = new GuestProcesses(new KernelFiles(proc, proc));
    }

    private void process(int pid, UUID uuid, int started) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(String.valueOf(pid)).resolve("task"))
                .getParent();
        Files.writeString(folder.resolve("cmdline"), "/usr/bin/qemu\0-name\0guest=web\0-uuid\0" + uuid + "\0-S\0");
        Files.writeString(
                folder.resolve("stat"),
                pid + " (a name) with ) S 1 1 1 0 -1 0 0 0 0 0 10 11 0 0 20 0 3 0 " + started + " 999 1\n");
    }

    private void thread(int pid, int thread, int voluntary, int involuntary, String schedstat) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(pid + "/task/" + thread));
        Files.writeString(
                folder.resolve("status"),
                "Name:\tqemu\nvoluntary_ctxt_switches:\t" + voluntary + "\nnonvoluntary_ctxt_switches:\t" + involuntary
                        + "\n");
        Files.writeString(folder.resolve("schedstat"), schedstat + "\n");
    }

    @Test
    @Requirement("VMADM1 context-switches")
    void addUpTheThreadsOfTheProcessThatHasTheDomainsUuid() throws Exception {
        process(41, UUID.randomUUID(), 5);
        thread(41, 41, 1000, 1000, "1 1 1");
        process(42, WEB, 7);
        thread(42, 42, 10, 1, "1000 200 3");
        thread(42, 43, 20, 2, "4000 500 6");

        assertThat(processes.scheduling(List.of(WEB)).get(WEB))
                .isEqualTo(new SchedulingUse(2, 30, 3, Duration.ofNanos(5000), Duration.ofNanos(700), 9));
    }

    @Test
    void findTheProcessOfTheNextRun() throws Exception {
        process(42, WEB, 7);
        thread(42, 42, 10, 1, "1000 200 3");
        processes.scheduling(List.of(WEB));
        process(42, UUID.randomUUID(), 8); // the number went to another
        process(50, WEB, 9);
        thread(50, 50, 5, 5, "1 1 1");

        assertThat(processes.scheduling(List.of(WEB)).get(WEB).switches()).isEqualTo(10);
    }

    @Test
    void sayNothingWhereTwoProcessesHaveTheUuid() throws Exception {
        process(42, WEB, 7);
        thread(42, 42, 10, 1, "1000 200 3");
        process(43, WEB, 8);
        thread(43, 43, 10, 1, "1000 200 3");

        assertThat(processes.scheduling(List.of(WEB))).isEmpty();
    }

    @Test
    void sayNothingRatherThanZeroWhereTheKernelDoesNotCount() throws Exception {
        process(42, WEB, 7);
        thread(42, 42, 10, 1, "1000 200 3");
        Files.delete(proc.resolve("42/task/42/schedstat"));

        assertThat(processes.scheduling(List.of(WEB))).isEmpty();
        assertThat(processes.scheduling(List.of(UUID.randomUUID()))).isEmpty();
    }
}
