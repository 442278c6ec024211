package org.telvirt.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.WbemServer;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** What the clauses about pools prove of the requirements, on a host of libvirt with the memory of this machine. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class RealPoolsTest {
    private static final long PAUSE_NANOS = 100_000_000;

    private static List<Clause> clauses() {
        return PoolClauses.profile().clauses().stream()
                .filter(clause -> !clause.proves().isEmpty())
                .toList();
    }

    @Test
    void memoryIsReservedGivenAndGivenBack(PrivateLibvirtd host, TestReporter reporter) throws CimException {
        try (RunningServer server = RunningServer.on(host.uri());
                Subject subject = Subject.ofNothing(
                        new WbemServer(ModelNamespace.client(server), CallContext.internal("admin")),
                        () -> LockSupport.parkNanos(PAUSE_NANOS))) {
            reporter.publishEntry(
                    Requirement.ENTRY,
                    String.join(
                            ", ",
                            clauses().stream()
                                    .flatMap(clause -> Stream.of(clause.claims().toArray(String[]::new)))
                                    .distinct()
                                    .toList()));
            for (Clause clause : clauses()) {
                Findings findings = new Findings();
                clause.check().check(subject, findings);
                assertThat(findings.all()).as(clause.toString()).isEmpty();
            }
        }
    }
}
