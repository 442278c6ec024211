package org.telvirt.traceability.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.record.JvmRun;
import org.telvirt.traceability.record.JvmRun.Totals;
import org.telvirt.traceability.record.Outcome;
import org.telvirt.traceability.record.TestRecord;

class RequirementListenerTest {
    @TempDir
    Path directory;

    @Nested
    class Outcomes {
        @Test
        void areWrittenDownWithTheirReasons() throws IOException {
            JvmRun run = run(Samples.Mixed.class);

            assertThat(run.tests())
                    .extracting(TestRecord::test, TestRecord::outcome, TestRecord::reason)
                    .containsExactlyInAnyOrder(
                            tuple("Mixed.passes", Outcome.PASSED, ""),
                            tuple("Mixed.fails", Outcome.FAILED, "two is not three"),
                            tuple("Mixed.givesUp", Outcome.SKIPPED, "Assumption failed: no guest here"),
                            tuple("Mixed.isDisabled", Outcome.SKIPPED, "not yet"));
        }

        @Test
        void areCountedWithTheTestsThatClaimNothing() throws IOException {
            assertThat(run(Samples.Mixed.class).totals()).isEqualTo(new Totals(2, 1, 2));
        }

        @Test
        void ofAParameterisedTestAreWrittenDownForEachInvocation() throws IOException {
            assertThat(run(Samples.Parameterised.class).tests())
                    .extracting(TestRecord::test, TestRecord::invocation, TestRecord::outcome)
                    .containsExactly(
                            tuple("Parameterised.isEven", "with 2", Outcome.PASSED),
                            tuple("Parameterised.isEven", "with 3", Outcome.FAILED));
        }

        @Test
        void ofAParameterisedTestThatNeverGotItsArgumentsAreAFailure() throws IOException {
            assertThat(run(Samples.WithoutArguments.class).tests())
                    .extracting(TestRecord::test, TestRecord::outcome)
                    .containsExactly(tuple("WithoutArguments.isEven", Outcome.FAILED));
        }
    }

    @Nested
    class AClass {
        @Test
        void thatIsDisabledSkipsAllItsTests() throws IOException {
            assertThat(run(Samples.DisabledAsAWhole.class).tests())
                    .extracting(TestRecord::test, TestRecord::outcome, TestRecord::reason)
                    .containsExactlyInAnyOrder(
                            tuple("DisabledAsAWhole.one", Outcome.SKIPPED, "no Xen here"),
                            tuple("DisabledAsAWhole.Inside.two", Outcome.SKIPPED, "no Xen here"));
        }

        @Test
        void whosePreparationFailsFailsAllItsTests() throws IOException {
            assertThat(run(Samples.FailingBefore.class).tests())
                    .extracting(TestRecord::test, TestRecord::outcome, TestRecord::reason)
                    .containsExactly(tuple("FailingBefore.one", Outcome.FAILED, "cannot prepare"));
        }

        @Test
        void whoseCleanUpFailsIsAFailureOfItsOwn() throws IOException {
            JvmRun run = run(Samples.FailingAfter.class);

            assertThat(run.tests())
                    .extracting(TestRecord::test, TestRecord::outcome)
                    .containsExactly(tuple("FailingAfter.one", Outcome.PASSED), tuple("FailingAfter", Outcome.FAILED));
            assertThat(run.totals()).isEqualTo(new Totals(1, 1, 0));
        }
    }

    @Nested
    class Claims {
        @Test
        void ofClassesAndMethodsAddUp() throws IOException {
            assertThat(run(Samples.Claiming.class).tests())
                    .extracting(TestRecord::test, TestRecord::claims)
                    .containsExactlyInAnyOrder(
                            tuple("Claiming.one", List.of("VMOPE5", "VMOPE4")),
                            tuple("Claiming.Inside.two", List.of("VMOPE4", "VMACT1 automatic")));
        }

        @Test
        void thatATestReportsWhileItRunsAreItsOwnToo() throws IOException {
            assertThat(run(Samples.Finding.class).tests())
                    .extracting(TestRecord::claims)
                    .containsExactly(List.of("VMOPE4", "DSP1057 8", "VMOPE5 pause"), List.of("VMOPE4", "DSP1042 7"));
        }

        @Test
        void ofAContractHoldForEverySubclass() throws IOException {
            assertThat(run(Samples.SimulatedKeepsContract.class, Samples.LibvirtKeepsContract.class)
                            .tests())
                    .extracting(TestRecord::test, TestRecord::claims, TestRecord::engine)
                    .containsExactlyInAnyOrder(
                            tuple(
                                    "SimulatedKeepsContract.Start.starts",
                                    List.of("VMOPE4 activate", "VMOPE6"),
                                    Engine.SIMULATED),
                            tuple(
                                    "LibvirtKeepsContract.Start.starts",
                                    List.of("VMOPE4 activate", "VMOPE6"),
                                    Engine.LIBVIRT_TEST_DRIVER));
        }
    }

    @Nested
    class EngineOfATest {
        @Test
        void isNoneWithoutAnnotation() throws IOException {
            assertThat(run(Samples.Claiming.class).tests())
                    .extracting(TestRecord::engine)
                    .containsOnly(Engine.NONE);
        }

        @Test
        void isWhatTheTestReportedWhenItReportedSomething() throws IOException {
            assertThat(run(Samples.Reporting.class).tests())
                    .extracting(TestRecord::engine, TestRecord::engineDetail)
                    .containsExactly(tuple(Engine.QEMU_GUEST, "QEMU 7.2, TCG"));
        }
    }

    @Test
    void keepsTheFiguresThatATestPublished() throws IOException {
        assertThat(run(Samples.Reporting.class).tests())
                .flatExtracting(TestRecord::published)
                .containsExactly("guests: 2", "beats: 40");
    }

    @Nested
    class RecordFiles {
        @Test
        void ofEarlierBuildsAreRemovedAndThoseOfThisBuildStay() throws IOException {
            Path earlier = Files.createFile(directory.resolve("20200101-1-0.jsonl"));

            run(Samples.Claiming.class);
            run(Samples.Claiming.class);

            assertThat(earlier).doesNotExist();
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).hasSize(2);
            }
        }

        @Test
        void areNotWrittenWithoutADirectory() throws IOException {
            execute(new RequirementListener(null), Samples.Claiming.class);

            assertThat(directory).isEmptyDirectory();
        }
    }

    private JvmRun run(Class<?>... samples) throws IOException {
        execute(new RequirementListener(directory.toString()), samples);
        try (Stream<Path> files = Files.list(directory)) {
            return JvmRun.read(files.findFirst().orElseThrow());
        }
    }

    private static void execute(RequirementListener listener, Class<?>... samples) {
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        Stream.of(samples).map(DiscoverySelectors::selectClass).toList())
                .build();
        LauncherFactory.create(alone).execute(request, listener);
    }
}
