package org.telvirt.conformance.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.work.Progress;

/** A process that backs up a guest, slowly, until it is killed. */
final class BackingUp {
    private static final String AT_IT = "at it";
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private BackingUp() {}

    /** Starts one, and returns when QEMU copies. */
    static Process start(String uri, Path store, SystemId id, Path folder, int mebibytesPerSecond) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackingUp.class.getName(),
                        uri,
                        store.toString(),
                        id.uuid().toString(),
                        folder.toString(),
                        String.valueOf(mebibytesPerSecond))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); !AT_IT.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("the process ended before it began");
            }
        }
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        SystemId id = new SystemId(UUID.fromString(arguments[2]));
        try (RememberingFacility one = new RememberingFacility(arguments[0], Path.of(arguments[1]))) {
            one.facility()
                    .backups()
                    .backUp(
                            id,
                            BackupRequest.full(arguments[3])
                                    .withCheckpoint("killed")
                                    .withBandwidth(DataRate.ofMebibytes(Long.parseLong(arguments[4]))),
                            null);
            Progress progress = null;
            while (progress == null || progress.total() == null) {
                if (one.facility().system(id).activity() == null) {
                    throw new IllegalStateException(one.facility().jobs().toString());
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                progress = one.engine().work().progress(new DomainId(id.uuid()));
            }
            System.out.println(AT_IT);
            System.in.read(); // for ever: whoever started us kills us
        }
    }
}
