package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.store.MemoryStore;

/** What may never happen however many callers there are at a time. */
class ConcurrencyTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;
    private static final int CALLERS = 4;
    private static final int ROUNDS = 200;

    private final MemoryStore store = new MemoryStore();
    private final TestServer server = TestServer.over(store);
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private <T> List<T> together(Callable<T> call) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            futures.add(threads.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private CimStatus status(Callable<?> call) throws Exception {
        try {
            call.call();
            return CimStatus.ALREADY_EXISTS;
        } catch (CimException e) {
            return e.status();
        }
    }

    @Test
    void oneInstanceIsMadeOnceAndDeletedOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String id = "box-" + round;
            List<Boolean> made = together(() -> succeeds(() -> Boxes.create(server, Boxes.box(id))));
            assertThat(made).containsOnlyOnce(true);
            if (round % 2 == 0) {
                List<Boolean> gone =
                        together(() -> succeeds(() -> server.execute(new DeleteInstance(VIRT, Boxes.path(id)))));
                assertThat(gone).containsOnlyOnce(true);
            }
        }
        assertThat(all()).hasSize(ROUNDS / 2);
        assertThat(TestServer.over(store).execute(boxes()).toList()).isEqualTo(all());
    }

    private static EnumerateInstances boxes() {
        return new EnumerateInstances(VIRT, Boxes.THING, true, InstanceView.ALL);
    }

    private List<CimInstance> all() throws CimException {
        return server.execute(boxes()).toList();
    }

    private static boolean succeeds(Callable<?> call) throws Exception {
        try {
            call.call();
            return true;
        } catch (CimException e) {
            assertThat(e.status()).isIn(CimStatus.ALREADY_EXISTS, CimStatus.NOT_FOUND);
            return false;
        }
    }

    @Test
    void noChangeIsLostAndTheStoreHasTheLastOne() throws Exception {
        Boxes.create(server, Boxes.box("a"));
        together(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                CimInstance change =
                        CimInstance.of(Boxes.BOX).with(Boxes.SIZE, uint32(i)).build();
                server.execute(new ModifyInstance(VIRT, Boxes.path("a"), change, null));
            }
            return true;
        });

        assertThat(TestServer.over(store).execute(boxes()).toList()).isEqualTo(all());
        assertThat(store.records()).hasSize(1 + CALLERS * ROUNDS);
    }

    @Test
    void noInstanceOutlivesItsClassAndReadersSeeOneOrTheOther() throws Exception {
        CimName shelf = name("Test_Shelf");
        CimClass declared = new CimClass(shelf, Boxes.BOX, List.of(), List.of(), List.of());
        AtomicBoolean done = new AtomicBoolean();
        Future<Boolean> reader = threads.submit(() -> {
            while (!done.get()) {
                all();
            }
            return true;
        });
        for (int round = 0; round < ROUNDS / 4; round++) {
            server.execute(new CreateClass(VIRT, declared));
            together(() -> {
                int own = (int) Thread.currentThread().getId();
                CimInstance instance =
                        CimInstance.of(shelf).with(Boxes.ID, "shelf-" + own).build();
                CimStatus made = status(() -> Boxes.create(server, instance));
                assertThat(made).isIn(CimStatus.ALREADY_EXISTS, CimStatus.INVALID_CLASS);
                CimStatus deleted = status(() -> server.execute(new DeleteClass(VIRT, shelf)));
                assertThat(deleted).isIn(CimStatus.ALREADY_EXISTS, CimStatus.NOT_FOUND, CimStatus.CLASS_HAS_INSTANCES);
                return true;
            });
            for (CimInstance left : all()) {
                server.execute(new DeleteInstance(VIRT, left.path().in(null).on(null)));
            }
            status(() -> server.execute(new DeleteClass(VIRT, shelf)));
        }
        done.set(true);
        assertThat(reader.get()).isTrue();
        assertThat(all()).isEmpty();
    }
}
