package org.telvirt.conformance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.traceability.Requirement;

/**
 * Kills the server in the middle of writes, again and again; {@code -Dtelvirt.long=true} does so a thousand times, and
 * {@code -Dtelvirt.kills} as often as it says.
 */
@Requirement("DSP0200 5.4.2.6")
class KilledServerTest {
    private static final int ROUNDS =
            Integer.getInteger("telvirt.kills", Boolean.getBoolean("telvirt.long") ? 1000 : 3);
    private static final int WRITERS = 3;
    private static final int MOST_WRITES = 60;
    private static final long SEED = 20261123;
    private static final String NAME = "root/killed";
    private static final CimNamespace NAMESPACE = CimNamespace.of(NAME);

    private final Ledger ledger = new Ledger();
    private final AtomicInteger number = new AtomicInteger();

    @TempDir
    private Path folder;

    private RunningServer server;
    private CimService service;

    @Test
    void keepsWhatItAcknowledged() throws Exception {
        Random random = new Random(SEED);
        start();
        ModelNamespace.make(server, NAME);
        for (int round = 1; round <= ROUNDS; round++) {
            killAfter(1 + random.nextInt(MOST_WRITES));
            start();
            everythingIsThere("round " + round + " of seed " + SEED);
        }
        server.close();
    }

    private void start() {
        server = RunningServer.in(folder);
        service = ModelNamespace.client(server);
    }

    private <R> R execute(CimOperation<R> operation) throws CimException {
        return service.execute(operation, CallContext.internal("admin"));
    }

    /** Several clients write; when so many writes are acknowledged, the process dies under the others. */
    private void killAfter(int writes) throws Exception {
        CountDownLatch acknowledged = new CountDownLatch(writes);
        ExecutorService clients = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Writer writer = new Writer(ModelNamespace.client(server), NAMESPACE, ledger, number, acknowledged);
                running.add(clients.submit(writer));
            }
            assertThat(acknowledged.await(2, TimeUnit.MINUTES)).isTrue();
            server.kill();
            for (Future<?> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void everythingIsThere(String when) throws Exception {
        TreeMap<String, String> found = new TreeMap<>();
        for (CimInstance one : execute(
                        new EnumerateInstances(NAMESPACE, CimName.of("TST_Thing"), true, InstanceView.ALL))
                .toList()) {
            found.put(one.text(CimName.of("ID")), one.text(CimName.of("Note")));
        }
        assertThat(found).as(when).containsAllEntriesOf(ledger.notes());
        assertThat(found.keySet()).as(when).doesNotContainAnyElementsOf(ledger.gone());
        Set<String> classes = execute(new EnumerateClassNames(NAMESPACE, null, true)).toList().stream()
                .map(CimName::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(classes).as(when).containsAll(ledger.classes());
        String audit = audit();
        assertThat(ledger.acknowledged()).as("audit, " + when).allMatch(audit::contains);
    }

    private String audit() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(server.state())) {
            for (Path file : files.filter(one -> one.toString().contains("audit"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
