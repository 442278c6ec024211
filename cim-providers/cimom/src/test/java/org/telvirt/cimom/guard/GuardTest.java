package org.telvirt.cimom.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.RecordedLog;
import org.telvirt.cimom.fleet.TestServer;

class GuardTest {
    private static final EnumerateInstanceNames SYSTEMS =
            new EnumerateInstanceNames(FleetNames.ROOT_VIRT, FleetNames.COMPUTER_SYSTEM);
    private static final EnumerateInstanceNames NOTHING =
            new EnumerateInstanceNames(FleetNames.ROOT_VIRT, name("CIM_Nothing"));

    private final CimService inner =
            TestServer.of(new Fleet().with("a", 2).with("b", 2)).cimom();

    private static Guard noting(String text, List<String> notes) {
        return service -> new CimService() {
            @Override
            public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                notes.add(text);
                return service.execute(operation, context);
            }
        };
    }

    @Test
    void guardsAreAskedInTheirOrder() throws CimException {
        List<String> notes = new ArrayList<>();
        CimService guarded = Guard.around(inner, List.of(noting("outer", notes), noting("inner", notes)));

        assertThat(guarded.execute(SYSTEMS, TestServer.CONTEXT).toList()).hasSize(2);
        assertThat(notes).containsExactly("outer", "inner");
    }

    @Test
    void aGuardThatRefusesComesBeforeEveryOtherStatus() {
        Guard locked = service -> new CimService() {
            @Override
            public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                throw new CimException(CimStatus.ACCESS_DENIED, "locked");
            }
        };

        assertFails(
                CimStatus.ACCESS_DENIED,
                () -> Guard.around(inner, List.of(locked)).execute(NOTHING, TestServer.CONTEXT));
    }

    @Test
    void operationsAreCountedByNameAndOutcome() throws CimException {
        AtomicLong time = new AtomicLong();
        OperationCounts counts = new OperationCounts(() -> time.getAndAdd(7));
        CimService guarded = Guard.around(inner, List.of(counts));

        guarded.execute(SYSTEMS, TestServer.CONTEXT).close();
        guarded.execute(SYSTEMS, TestServer.CONTEXT).close();
        EnumerationPart<?> part = guarded.execute(
                new OpenEnumeration<>(SYSTEMS, new OpenOptions(null, null, null, false, 1)), TestServer.CONTEXT);
        assertFails(CimStatus.INVALID_CLASS, () -> guarded.execute(NOTHING, TestServer.CONTEXT));

        assertThat(part.items()).hasSize(1);
        assertThat(counts.calls("EnumerateInstanceNames", null)).isEqualTo(2);
        assertThat(counts.calls("EnumerateInstanceNames", CimStatus.INVALID_CLASS))
                .isEqualTo(1);
        assertThat(counts.calls("OpenEnumerateInstancePaths", null)).isEqualTo(1);
        assertThat(counts.calls("GetInstance", null)).isZero();
        assertThat(counts.counts().get("EnumerateInstanceNames"))
                .containsEntry(
                        new OperationCounts.Outcome("EnumerateInstanceNames", null), new OperationCounts.Count(2, 14));
    }

    @Test
    void theLogSaysWhoAskedForWhatAndHowItEnded() throws CimException {
        RecordedLog log = new RecordedLog(Level.DEBUG);
        CimService guarded = Guard.around(inner, List.of(new OperationLog(log)));

        assertThat(guarded.execute(SYSTEMS, TestServer.CONTEXT).toList()).hasSize(2);
        assertFails(CimStatus.INVALID_CLASS, () -> guarded.execute(NOTHING, TestServer.CONTEXT));

        assertThat(log.lines())
                .containsExactly(
                        "DEBUG 1 EnumerateInstanceNames in root/virt by tester over test: done",
                        "DEBUG 1 EnumerateInstanceNames in root/virt by tester over test: INVALID_CLASS: "
                                + "No such class: CIM_Nothing in namespace root/virt");
    }

    @Test
    void theLogIsQuietWithoutDebug() throws CimException {
        RecordedLog log = new RecordedLog(Level.INFO);
        CimService guarded = Guard.around(inner, List.of(new OperationLog(log)));

        assertThat(guarded.execute(SYSTEMS, TestServer.CONTEXT).toList()).hasSize(2);
        assertThat(log.lines()).isEmpty();
    }
}
