package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.traceability.Requirement;

/** Deadlines, counts, and going on after errors. */
class LimitsTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;
    private static final EnumerateInstanceNames BOXES = new EnumerateInstanceNames(VIRT, Boxes.THING);

    private static OpenOptions options(boolean continueOnError, long count) {
        return new OpenOptions(null, null, null, continueOnError, count);
    }

    private static TestServer boxes(int count) throws CimException {
        TestServer server = TestServer.of(new Fleet().with("web-1", 2));
        for (int i = 0; i < count; i++) {
            Boxes.create(server, Boxes.box("box-" + i));
        }
        return server;
    }

    @Nested
    class ADeadline {
        private CallContext due(TestServer server, Duration in) {
            CallContext usual = TestServer.CONTEXT;
            return new CallContext(
                    usual.user(),
                    "",
                    usual.door(),
                    "1",
                    usual.serverHost(),
                    List.of(),
                    server.clock().instant().plus(in));
        }

        @Test
        void thatIsOverRefusesTheCall() throws CimException {
            TestServer server = boxes(1);
            CallContext late = due(server, Duration.ofSeconds(-1));

            assertFails(CimStatus.FAILED, () -> server.cimom().execute(BOXES, late), "was due");
        }

        @Test
        void endsAListInTheMiddle() throws CimException {
            TestServer server = boxes(3);
            CimCursor<CimInstancePath> run = server.cimom().execute(BOXES, due(server, Duration.ofSeconds(5)));

            assertThat(run.next()).isNotNull();
            server.clock().advance(Duration.ofSeconds(6));
            assertFails(CimStatus.FAILED, run::next, "was due");
        }

        @Test
        void isOneOfTheCallAndNotOfTheEnumerationItOpens() throws CimException {
            TestServer server = boxes(3);
            EnumerationPart<CimInstancePath> part = server.cimom()
                    .execute(new OpenEnumeration<>(BOXES, options(false, 1)), due(server, Duration.ofSeconds(5)));
            server.clock().advance(Duration.ofSeconds(6));

            assertThat(server.execute(new PullEnumeration<>(VIRT, part.context(), ItemKind.INSTANCE_PATHS, 9))
                            .items())
                    .hasSize(2);
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.24.11")
    class TheCount {
        @Test
        void isWhatIsLeftWhereNobodyHasToWalk() throws CimException {
            TestServer server = boxes(5);
            EnumerationPart<CimInstancePath> part = server.execute(new OpenEnumeration<>(BOXES, options(false, 2)));

            assertThat(server.execute(new CountEnumeration(VIRT, part.context())))
                    .hasValue(3);
            server.execute(new PullEnumeration<>(VIRT, part.context(), ItemKind.INSTANCE_PATHS, 1));
            assertThat(server.execute(new CountEnumeration(VIRT, part.context())))
                    .hasValue(2);
        }

        @Test
        void isNotKnownOfWhatProvidersHave() throws CimException {
            TestServer server = boxes(0);
            EnumerateInstanceNames systems = new EnumerateInstanceNames(VIRT, CimName.of("CIM_System"));
            EnumerationPart<CimInstancePath> part = server.execute(new OpenEnumeration<>(systems, options(false, 0)));

            assertThat(server.execute(new CountEnumeration(VIRT, part.context())))
                    .isEmpty();
        }
    }

    /** Gives two boxes and then fails, for ever. */
    private static final class Brittle implements InstanceProvider {
        @Override
        public CimName className() {
            return Boxes.BOX;
        }

        @Override
        public CimCursor<CimInstance> enumerate(CallContext context) {
            int[] given = {0};
            return CimCursor.of(List.of(1, 2, 3, 4)).map(number -> {
                given[0] = Math.max(given[0], number);
                if (given[0] > 2) {
                    throw CimException.failed("the floor gave way");
                }
                String id = "p" + number;
                return Boxes.box(id).at(Boxes.path(id));
            });
        }

        @Override
        public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
            return null;
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.24.2")
    class AnError {
        private final TestServer server = TestServer.with(
                List.of(new ProviderSet(Set.of(VIRT), List.of(new Brittle()), List.of(), List.of())), parts -> parts);

        private EnumerationPart<CimInstancePath> pull(String context) throws CimException {
            return server.execute(new PullEnumeration<>(VIRT, context, ItemKind.INSTANCE_PATHS, 10));
        }

        private String open(boolean continueOnError) throws CimException {
            Boxes.create(
                    server,
                    CimInstance.of(Boxes.CRATE)
                            .with(Boxes.ID, "crate")
                            .with(Boxes.SIZE, uint32(1))
                            .build());
            return String.valueOf(server.execute(new OpenEnumeration<>(BOXES, options(continueOnError, 0)))
                    .context());
        }

        @Test
        void endsTheEnumerationUnlessItIsToGoOn() throws CimException {
            String context = open(false);

            assertFails(CimStatus.FAILED, () -> pull(context), "gave way");
            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull(context));
        }

        @Test
        void isPassedOverWhereTheEnumerationIsToGoOn() throws CimException {
            String context = open(true);

            assertThat(pull(context).items()).hasSize(2);
            assertFails(CimStatus.FAILED, () -> pull(context), "gave way");
            EnumerationPart<CimInstancePath> rest = pull(context);
            assertThat(rest.items())
                    .singleElement()
                    .satisfies(path -> assertThat(path.text(Boxes.ID)).isEqualTo("crate"));
            assertThat(rest.endOfSequence()).isTrue();
        }
    }
}
