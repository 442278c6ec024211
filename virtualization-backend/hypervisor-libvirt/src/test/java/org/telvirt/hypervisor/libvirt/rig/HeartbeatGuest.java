package org.telvirt.hypervisor.libvirt.rig;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A guest of 512 bytes that boots in well under a second and then sends the letters A to Z, over and over, one about
 * every half second, on its first serial port: letters that stop show that it stands still, letters that go on with the
 * next one show that it kept its memory, and an A out of turn shows a new start.
 *
 * @param name the domain's name
 * @param image its boot disk, raw
 * @param log what it sent so far, appended to
 */
public record HeartbeatGuest(String name, Path image, Path log) {
    /** The firmware ignores a disk that is smaller than a cylinder. */
    private static final long DISK_BYTES = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = 20_000_000;

    /** Writes the boot disk of a new guest into a folder that the host can read; what one of its name sent goes. */
    public static HeartbeatGuest in(Path folder, String name) {
        HeartbeatGuest guest = new HeartbeatGuest(name, folder.resolve(name + ".img"), folder.resolve(name + ".log"));
        boot("heartbeat", guest.image);
        try {
            Files.deleteIfExists(guest.log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return guest;
    }

    /**
     * Its boot disk once more, in a file beside it that can keep snapshots.
     *
     * @param suffix of the file's name
     */
    public Path qcow2(String suffix) {
        Path copy = image.resolveSibling(name + suffix + ".qcow2");
        PrivateLibvirtd.run(
                new ProcessBuilder("qemu-img", "convert", "-O", "qcow2", image.toString(), copy.toString()));
        return copy;
    }

    /** Makes a disk that boots one of the rig's guests, such as {@code watchdog}. */
    public static void boot(String program, Path image) {
        PrivateLibvirtd.copy("guests/" + program + ".img", image);
        try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "rw")) {
            disk.setLength(DISK_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A domain of this guest under QEMU's emulation, which every machine has. */
    public String domainXml() {
        return """
                <domain type='qemu'>
                  <name>%s</name>
                  <memory unit='MiB'>16</memory>
                  <vcpu>1</vcpu>
                  <os><type arch='x86_64'>hvm</type><boot dev='hd'/></os>
                  <features><acpi/></features>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='raw'/>
                      <source file='%s'/>
                      <target dev='vda' bus='virtio'/>
                    </disk>
                    <serial type='file'><source path='%s' append='on'/></serial>
                    <memballoon model='none'/>
                  </devices>
                </domain>
                """.formatted(name, image, log);
    }

    /** Every beat so far, over all its starts. */
    public String beats() {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for further beats.
     *
     * @throws AssertionError they did not come within half a minute
     */
    public void awaitBeats(int count) {
        int enough = beats().length() + count;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (beats().length() < enough) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the heart of '" + name + "' stands still: " + beats());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Beats sent during a time: none when the guest stands still. */
    public int beatsDuring(Duration time) {
        int before = beats().length();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return beats().length() - before;
    }

    /** Whether every letter is the successor of the one before it: the guest never lost its memory. */
    public boolean beatsAreUnbroken() {
        String beats = beats();
        for (int i = 1; i < beats.length(); i++) {
            if (beats.charAt(i) != (beats.charAt(i - 1) == 'Z' ? 'A' : beats.charAt(i - 1) + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The process that runs this guest; empty: none does. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.allProcesses().filter(this::isOurs).findFirst();
    }

    private boolean isOurs(ProcessHandle process) {
        try (Stream<String> arguments = Stream.of(Files.readString(
                        Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                .split("\0"))) {
            return arguments.anyMatch(argument -> argument.startsWith("guest=" + name + ","));
        } catch (IOException e) {
            return false; // it ended while we looked
        }
    }
}
