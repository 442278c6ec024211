package org.telvirt.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.operation.OperationTarget;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.WbemServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/**
 * Every clause of every profile that the server registers. What a server does not register is skipped, and so says the
 * report; Telvirt itself has to register what is listed here.
 */
@RanOn(Engine.SIMULATED)
class ProfileTest {
    private static final Set<String> OURS = Set.of(
            "DSP0004", "DSP1012", "DSP1027", "DSP1033", "DSP1041", "DSP1042", "DSP1043", "DSP1044", "DSP1045",
            "DSP1047", "DSP1050", "DSP1052", "DSP1057", "DSP1059", "DSP1076", "DSP1081", "DSP1097", "DSP1103");

    static Stream<Arguments> clauses() {
        return Profiles.all().stream()
                .flatMap(profile -> profile.clauses().stream().map(clause -> Arguments.of(profile, clause)));
    }

    /** A server, by whatever way its operations are reached. */
    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Judged {
        private static final long PAUSE_NANOS = 10_000_000;

        private OperationTarget target;
        private Subject subject;

        abstract OperationTarget target();

        @BeforeAll
        void startTheServer() throws CimException {
            target = target();
            subject = Subject.of(
                    new WbemServer(target.service(), CallContext.internal("admin")),
                    () -> LockSupport.parkNanos(PAUSE_NANOS));
        }

        @AfterAll
        void leaveNothingBehind() {
            subject.close();
            target.close();
        }

        @ParameterizedTest(name = "{1}")
        @MethodSource("org.telvirt.conformance.profile.ProfileTest#clauses")
        void meets(Profile profile, Clause clause, TestReporter reporter) throws CimException {
            assumeTrue(
                    isRegistered(profile),
                    () -> profile + " is not registered in " + subject.interop() + " by " + target.name());
            reporter.publishEntry(Requirement.ENTRY, String.join(", ", clause.claims()));
            Findings findings = new Findings();
            clause.check().check(subject, findings);
            assertThat(findings.all()).as(clause.toString()).isEmpty();
        }

        private boolean isRegistered(Profile profile) throws CimException {
            return profile.registeredName().isEmpty()
                    || !subject.registered(profile.registeredName()).isEmpty();
        }

        @Test
        void whatTelvirtImplementsIsRegistered() throws CimException {
            assumeTrue(target.isOurs(), "another server may implement what it likes");
            for (Profile profile : Profiles.all()) {
                assertThat(isRegistered(profile)).as(profile.toString()).isEqualTo(OURS.contains(profile.document()));
            }
        }
    }

    /** The server that the system property names, or one of its own. */
    @Nested
    class OverCimXml extends Judged {
        @Override
        OperationTarget target() {
            return OperationTarget.server();
        }
    }

    /** Without a wire between, so that a difference between the two is the wire's. */
    @Nested
    @DisabledIfSystemProperty(
            named = "telvirt.conformance.url",
            matches = ".+",
            disabledReason = "that server is judged")
    class InProcess extends Judged {
        @Override
        OperationTarget target() {
            SimulatedOffice office = new SimulatedOffice();
            return new OperationTarget("in process", office.service(), office::close);
        }
    }
}
