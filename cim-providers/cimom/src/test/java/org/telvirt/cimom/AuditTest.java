package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.texts;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cimom.authorization.Authorizer;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.store.MemoryStore;

/** What goes on record, and who may do what. */
class AuditTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;

    private final MemoryStore store = new MemoryStore();

    private String last() {
        return store.records().get(store.records().size() - 1);
    }

    @Nested
    class Records {
        private final TestServer server = TestServer.of(new Fleet().with("web-1", 2), parts -> parts.store(store));

        @Test
        void sayWhoDidWhatFromWhereAndHowItEnded() throws CimException {
            Boxes.create(
                    server,
                    Boxes.box(
                            "a",
                            CimProperty.of(Boxes.LABEL, text("\"x\"\n")),
                            CimProperty.of(name("Notes"), texts("b", "c")),
                            CimProperty.of(name("Open"), bool(true))));

            assertThat(store.records())
                    .containsExactly("{\"time\":\"2026-01-01T00:00:00Z\",\"user\":\"tester\","
                            + "\"from\":\"\",\"door\":\"test\",\"request\":\"1\",\"operation\":\"CreateInstance\","
                            + "\"namespace\":\"root/virt\",\"object\":\"Test_Box\",\"what\":{\"Id\":\"a\","
                            + "\"Label\":\"\\\"x\\\"\\u000a\",\"Notes\":[\"b\",\"c\"],\"Open\":true},"
                            + "\"result\":{\"status\":\"OK\","
                            + "\"path\":\"//vf.example:5989/root/virt:Test_Box.Id=\\\"a\\\"\"}}");
        }

        @Test
        void areMadeOfEveryChangeAndOfNothingElse() throws CimException {
            Boxes.create(server, Boxes.box("a"));
            server.execute(new SetProperty(VIRT, Boxes.path("a"), Boxes.SIZE, uint32(4)));
            server.execute(new ModifyInstance(VIRT, Boxes.path("a"), Boxes.box("a"), null));
            server.execute(new DeleteInstance(VIRT, Boxes.path("a")));
            server.execute(
                    new CreateClass(VIRT, new CimClass(name("Test_New"), Boxes.BOX, List.of(), List.of(), List.of())));
            server.execute(new EnumerateInstances(VIRT, Boxes.BOX, true, InstanceView.ALL))
                    .toList();

            assertThat(store.records())
                    .extracting(line -> line.replaceAll(".*\"operation\":\"(\\w+)\".*", "$1"))
                    .containsExactly(
                            "CreateInstance", "SetProperty", "ModifyInstance", "DeleteInstance", "CreateClass");
        }

        @Test
        void areMadeOfMethodsAndWhatTheyReturned() throws CimException {
            server.execute(new InvokeMethod(
                    VIRT,
                    Fleet.system("web-1"),
                    name("RequestStateChange"),
                    List.of(new CimArgument(name("RequestedState"), null, uint16(3)))));

            assertThat(last())
                    .contains("InvokeMethod", "web-1", ".RequestStateChange\"", "{\"RequestedState\":3}")
                    .endsWith("\"result\":{\"status\":\"OK\",\"returned\":0}}");
        }

        @Test
        void areMadeOfWhatFails() {
            assertFails(CimStatus.NOT_FOUND, () -> server.execute(new DeleteInstance(VIRT, Boxes.path("nowhere"))));
            assertThat(last()).contains("\"status\":\"NOT_FOUND\"", "No such instance");
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(new CreateInstance(CimNamespace.of("x"), Boxes.box("a"))));
            assertThat(last()).contains("\"status\":\"INVALID_NAMESPACE\"");
            assertFails(CimStatus.NOT_SUPPORTED, () -> server.execute(new DeleteInstance(VIRT, Fleet.system("web-1"))));
            assertThat(last()).contains("\"status\":\"NOT_SUPPORTED\"");
        }

        @Test
        void neverHaveSecrets() throws CimException {
            CimName password = name("Password");
            Boxes.create(server, Boxes.box("a", CimProperty.of(password, text("hunter2"))));
            server.execute(new SetProperty(VIRT, Boxes.path("a"), password, text("hunter3")));
            assertFails(
                    CimStatus.METHOD_NOT_FOUND,
                    () -> server.execute(new InvokeMethod(
                            VIRT,
                            Fleet.system("web-1"),
                            name("Say"),
                            List.of(
                                    new CimArgument(name("SharedSecret"), null, text("hunter4")),
                                    new CimArgument(
                                            name("Settings"),
                                            null,
                                            new CimValue.Lexical("instance of X { Password = \"hunter5\"; };"))))));

            assertThat(store.records())
                    .hasSize(3)
                    .allSatisfy(
                            line -> assertThat(line).contains("(not recorded)").doesNotContain("hunter"));
        }

        @Test
        void areOneLineHoweverOddTheInput() throws CimException {
            Boxes.create(server, Boxes.box("a\r\n\u2028\ud800", CimProperty.of(Boxes.LABEL, text("x".repeat(5000)))));

            assertThat(last())
                    .doesNotContain("\n", "\r", "\u2028")
                    .contains("\\ud800")
                    .hasSizeLessThan(2000);
        }
    }

    /** Nobody but the tester sees box b, and nobody may change or fetch anything. */
    private static final Authorizer STRICT = new Authorizer() {
        @Override
        public void check(CimOperation<?> operation, CallContext context) throws CimException {
            if (operation.changes() || operation instanceof GetInstance) {
                throw new CimException(CimStatus.ACCESS_DENIED, context.user() + " may only look");
            }
        }

        @Override
        public boolean shows(CimInstancePath path, CallContext context) {
            return !"b".equals(path.text(Boxes.ID));
        }

        @Override
        public boolean showsEverything(CallContext context) {
            return false;
        }
    };

    @Nested
    class AccessThatIsDenied {
        private final TestServer open = TestServer.of(new Fleet(), parts -> parts.store(store));

        private TestServer strict() {
            return TestServer.of(new Fleet(), parts -> parts.store(store).authorizer(STRICT));
        }

        @Test
        void comesBeforeEveryOtherCondition() {
            assertFails(
                    CimStatus.ACCESS_DENIED,
                    () -> strict().execute(new CreateInstance(CimNamespace.of("x"), Boxes.box("a"))),
                    "tester may only look");
            assertThat(last()).contains("\"status\":\"ACCESS_DENIED\"", "tester may only look");
        }

        @Test
        void isOnRecordAlsoForReading() {
            assertFails(
                    CimStatus.ACCESS_DENIED,
                    () -> strict().execute(new GetInstance(VIRT, Boxes.path("a"), InstanceView.ALL)));
            assertThat(last()).contains("GetInstance", "ACCESS_DENIED", "Test_Box.Id=");
        }

        @Test
        void leavesOutOfListsWhatMayNotBeSeen() throws CimException {
            for (String id : List.of("a", "b", "c")) {
                Boxes.create(open, Boxes.box(id));
            }
            Boxes.create(open, Boxes.inside("a", "b"));
            Boxes.create(open, Boxes.inside("a", "c"));
            TestServer strict = strict();

            assertThat(strict.execute(new EnumerateInstances(VIRT, Boxes.BOX, true, InstanceView.ALL))
                            .toList())
                    .extracting(box -> box.text(Boxes.ID))
                    .containsExactly("a", "c");
            assertThat(strict.execute(new EnumerateInstanceNames(VIRT, Boxes.BOX))
                            .toList())
                    .hasSize(2);
            assertThat(strict.execute(new AssociatorNames(VIRT, Boxes.path("a"), AssociationFilter.ANY))
                            .toList())
                    .extracting(path -> path.text(Boxes.ID))
                    .containsExactly("c");
        }
    }
}
