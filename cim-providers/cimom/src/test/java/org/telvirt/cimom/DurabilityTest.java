package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.dateTime;
import static org.telvirt.cim.CimValues.embedded;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.texts;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cimom.change.InstanceChange;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Entry;
import org.telvirt.store.MemoryStore;
import org.telvirt.store.Store;

class DurabilityTest {
    private final MemoryStore store = new MemoryStore();

    private static CimInstance everything() {
        return Boxes.box(
                "a \"quoted\" \\ key\n",
                CimProperty.of(Boxes.LABEL, text("ä€😀 \u0001 'x'\r\n\"\\")),
                new CimProperty(Boxes.SIZE, CimDataType.of(CimType.UINT32), null, null),
                CimProperty.of(name("Open"), bool(false)),
                CimProperty.of(name("Notes"), texts(List.of("", "b", " c "))),
                CimProperty.of(name("Weight"), new CimValue.Real(CimType.REAL64, 0.1)),
                CimProperty.of(name("Made"), dateTime(Gauges.SINCE)),
                CimProperty.of(
                        name("Lock"),
                        embedded(CimInstance.of(name("Test_Single"))
                                .with(name("Id"), uint16(3))
                                .build())));
    }

    private static List<CimInstance> all(TestServer server, CimName className) throws CimException {
        return server.execute(new EnumerateInstances(FleetNames.ROOT_VIRT, className, true, InstanceView.ALL))
                .toList();
    }

    @Nested
    class AfterARestart {
        @Test
        void everyInstanceIsAsItWasInTheSameOrder() throws CimException {
            TestServer before = TestServer.over(store);
            Boxes.create(before, everything());
            Boxes.create(before, Boxes.box("b"));
            Boxes.create(before, Boxes.box("c"));
            Boxes.create(before, Boxes.inside("c", "b"));
            before.execute(new ModifyInstance(
                    FleetNames.ROOT_VIRT,
                    Boxes.path("b"),
                    CimInstance.of(Boxes.BOX).with(Boxes.SIZE, uint32(5)).build(),
                    null));
            before.execute(new DeleteInstance(FleetNames.ROOT_VIRT, Boxes.path("c")));

            TestServer after = TestServer.over(store);
            assertThat(all(after, Boxes.THING))
                    .isEqualTo(all(before, Boxes.THING))
                    .hasSize(2);
            assertThat(all(after, Boxes.INSIDE))
                    .isEqualTo(all(before, Boxes.INSIDE))
                    .hasSize(1);
            Boxes.create(after, Boxes.box("c"));
            assertThat(after.execute(new AssociatorNames(FleetNames.ROOT_VIRT, Boxes.path("b"), AssociationFilter.ANY))
                            .toList())
                    .containsExactly(TestServer.full(Boxes.path("c")));
        }

        @Test
        void everyClassIsAsItWas() throws CimException {
            TestServer before = TestServer.over(store);
            CimClass lower = new CimClass(name("Test_Lower"), name("Test_Upper"), List.of(), List.of(), List.of());
            CimClass upper = new CimClass(name("Test_Upper"), Boxes.CRATE, List.of(), List.of(), List.of());
            before.execute(new CreateClass(FleetNames.ROOT_VIRT, upper));
            before.execute(new CreateClass(FleetNames.ROOT_VIRT, lower));
            before.execute(new CreateClass(
                    FleetNames.ROOT_VIRT, new CimClass(name("Test_Gone"), null, List.of(), List.of(), List.of())));
            before.execute(new DeleteClass(FleetNames.ROOT_VIRT, name("Test_Gone")));

            TestServer after = TestServer.over(store);
            GetClass get =
                    new GetClass(FleetNames.ROOT_VIRT, name("Test_Lower"), new ClassView(false, true, true, null));
            assertThat(after.execute(get)).isEqualTo(before.execute(get));
            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> after.execute(new GetClass(FleetNames.ROOT_VIRT, name("Test_Gone"), get.view())));
        }

        @Test
        void whatCannotBeReadIsLeftOutAndTheRestIsThere() throws Exception {
            TestServer before = TestServer.over(store);
            Boxes.create(before, Boxes.box("a"));
            store.commit(new Commit(
                    List.of(
                            new Change("classes of root/virt", "test_bad", "class Test_Bad : Test_None {};"),
                            new Change("classes of root/virt", "test_good", "class Test_Good : Test_Box {};"),
                            new Change(
                                    "classes of root/virt",
                                    "test_dangling",
                                    "[Association] class Test_Dangling { [Key] Test_None REF A; [Key] Test_Box REF B; };"),
                            new Change("classes of root/virt", "test_odd", "class class"),
                            new Change("classes of root/virt", "test_ring", "class Test_Ring : Test_Ring {};"),
                            new Change("instances of root/virt", "x", "instance of Test_None {};"),
                            new Change("instances of root/virt", "y", "nonsense")),
                    List.of()));

            TestServer after = TestServer.over(store);
            assertThat(all(after, Boxes.THING)).hasSize(1);
            assertThat(all(after, name("Test_Good"))).isEmpty();
            assertFails(CimStatus.INVALID_CLASS, () -> all(after, name("Test_Bad")));
            assertFails(CimStatus.INVALID_CLASS, () -> all(after, name("Test_Dangling")));
        }
    }

    /** A store whose medium is full. */
    private static final class FullStore implements Store {
        private final MemoryStore readable = new MemoryStore();
        private boolean full;

        @Override
        public void read(String table, Consumer<Entry> reader) {
            readable.read(table, reader);
        }

        @Override
        public void commit(Commit commit) throws IOException {
            if (full) {
                throw new IOException("no space left");
            }
            readable.commit(commit);
        }

        @Override
        public void close() {
            readable.close();
        }
    }

    @Nested
    class WhenTheStoreFails {
        private final FullStore full = new FullStore();
        private final List<InstanceChange> announced = new ArrayList<>();

        @Test
        void nothingIsSeenOfAChange() throws CimException {
            TestServer server =
                    TestServer.with(List.of(), parts -> parts.store(full).changes(announced::add));
            Boxes.create(server, Boxes.box("a"));
            announced.clear();
            full.full = true;

            assertFails(CimStatus.FAILED, () -> Boxes.create(server, Boxes.box("b")), "nothing was changed");
            assertFails(
                    CimStatus.FAILED, () -> server.execute(new DeleteInstance(FleetNames.ROOT_VIRT, Boxes.path("a"))));
            assertFails(
                    CimStatus.FAILED,
                    () -> server.execute(new CreateClass(
                            FleetNames.ROOT_VIRT,
                            new CimClass(name("Test_Gone"), null, List.of(), List.of(), List.of()))));
            assertThat(all(server, Boxes.THING)).hasSize(1);
            assertFails(CimStatus.INVALID_CLASS, () -> all(server, name("Test_Gone")));
            assertThat(announced).isEmpty();
        }
    }

    @Nested
    class Announcements {
        @Test
        void tellEachChangeOnceItIsSeen() throws CimException {
            List<String> told = new ArrayList<>();
            TestServer server = TestServer.of(
                    new Fleet(),
                    parts -> parts.changes(change -> told.add(change.getClass().getSimpleName() + " "
                            + change.instance().value(Boxes.SIZE)
                            + (change instanceof InstanceChange.Modified modified
                                    ? " was " + modified.before().value(Boxes.SIZE)
                                    : ""))));
            Boxes.create(server, Boxes.box("a"));
            server.execute(new ModifyInstance(
                    FleetNames.ROOT_VIRT,
                    Boxes.path("a"),
                    CimInstance.of(Boxes.BOX).with(Boxes.SIZE, uint32(5)).build(),
                    null));
            server.execute(new DeleteInstance(FleetNames.ROOT_VIRT, Boxes.path("a")));
            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> server.execute(new DeleteInstance(FleetNames.ROOT_VIRT, Boxes.path("a"))));

            assertThat(told).containsExactly("Created 1", "Modified 5 was 1", "Deleted 5");
        }

        @Test
        void thatFailDoNotUndoTheChange() throws CimException {
            TestServer server = TestServer.of(
                    new Fleet(),
                    parts -> parts.changes(change -> {
                        throw new IllegalStateException("deaf");
                    }));
            Boxes.create(server, Boxes.box("a"));

            assertThat(all(server, Boxes.THING)).hasSize(1);
        }
    }
}
