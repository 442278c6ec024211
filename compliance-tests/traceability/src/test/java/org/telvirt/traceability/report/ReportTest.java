package org.telvirt.traceability.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.telvirt.traceability.report.Runs.failed;
import static org.telvirt.traceability.report.Runs.passed;
import static org.telvirt.traceability.report.Runs.report;
import static org.telvirt.traceability.report.Runs.reportOn;
import static org.telvirt.traceability.report.Runs.run;
import static org.telvirt.traceability.report.Runs.skipped;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.record.JvmRun.Totals;
import org.telvirt.traceability.report.Report.ClauseResult;

class ReportTest {
    @Nested
    class ARequirement {
        @Test
        void withoutATestIsAGap() {
            Report report = report();

            assertThat(report.count(Standing.GAP)).isEqualTo(95);
            assertThat(report.count(Standing.GAP, "MAY")).isEqualTo(3);
        }

        @Test
        void isProvedByAPassingTest() {
            assertThat(standing("VMDEF1", report(passed("ATest.a", Engine.NONE, "VMDEF1"))))
                    .isEqualTo(Standing.PROVED);
        }

        @Test
        void isFailedWhenOneOfItsTestsFails() {
            assertThat(standing(
                            "VMDEF1",
                            report(passed("ATest.a", Engine.NONE, "VMDEF1"), failed("ATest.b", "no", "VMDEF1"))))
                    .isEqualTo(Standing.FAILED);
        }

        @Test
        void isSkippedWhenNoneOfItsTestsRan() {
            assertThat(standing("VMDEF1", report(skipped("ATest.a", "no guest", "VMDEF1"))))
                    .isEqualTo(Standing.SKIPPED);
        }

        @Test
        void isProvedWhenOneTestPassesAndAnotherIsSkipped() {
            assertThat(standing(
                            "VMDEF1",
                            report(
                                    passed("ATest.a", Engine.SIMULATED, "VMDEF1"),
                                    skipped("BTest.a", "no guest", "VMDEF1"))))
                    .isEqualTo(Standing.PROVED);
        }
    }

    @Nested
    class ARequirementWithParts {
        @Test
        void isProvedWhenEveryPartIs() {
            assertThat(standing(
                            "VFDEP9",
                            report(
                                    passed("ATest.a", Engine.NONE, "VFDEP9 backup"),
                                    passed("ATest.b", Engine.NONE, "VFDEP9 restore"))))
                    .isEqualTo(Standing.PROVED);
        }

        @Test
        void isPartlyProvedByATestThatNamesNoPart() {
            assertThat(standing("VFDEP9", report(passed("ATest.a", Engine.NONE, "VFDEP9"))))
                    .isEqualTo(Standing.PARTLY);
        }

        @Test
        void isPartlyProvedWhenAPartHasNoTest() {
            assertThat(standing("VFDEP9", report(passed("ATest.a", Engine.NONE, "VFDEP9 backup"))))
                    .isEqualTo(Standing.PARTLY);
        }

        @Test
        void isPartlyProvedWhenAPartWasSkipped() {
            assertThat(standing(
                            "VFDEP9",
                            report(
                                    passed("ATest.a", Engine.NONE, "VFDEP9 backup"),
                                    skipped("ATest.b", "no disk", "VFDEP9 restore"))))
                    .isEqualTo(Standing.PARTLY);
        }

        @Test
        void isFailedWhenAPartFails() {
            assertThat(standing(
                            "VFDEP9",
                            report(
                                    passed("ATest.a", Engine.NONE, "VFDEP9 backup"),
                                    failed("ATest.b", "no disk", "VFDEP9 restore"))))
                    .isEqualTo(Standing.FAILED);
        }

        @Test
        void isSkippedWhenNothingOfItRan() {
            assertThat(standing("VFDEP9", report(skipped("ATest.b", "no disk", "VFDEP9 restore"))))
                    .isEqualTo(Standing.SKIPPED);
        }
    }

    @Nested
    class ARealGuest {
        @Test
        void countsOnlyWhereATestPassedOnIt() {
            Report report = report(
                    passed("ATest.a", Engine.QEMU_GUEST, "VMOPE4 pause"),
                    passed("ATest.b", Engine.LIBVIRT_TEST_DRIVER, "VMDEF1"),
                    passed("ATest.c", Engine.SIMULATED, "VMDEF6"));

            assertThat(report.countOnRealGuests()).isEqualTo(1);
        }
    }

    @Nested
    class AClause {
        @Test
        void isListedInTheOrderOfItsNumbers() {
            Report report = report(passed(
                    "ATest.a",
                    Engine.NONE,
                    "DSP1057 7.10",
                    "DSP0200 6",
                    "DSP1057 7.5",
                    "DSP1057 Annex B",
                    "DSP1057 7"));

            assertThat(report.clauses())
                    .extracting(ClauseResult::document, ClauseResult::clause, ClauseResult::standing)
                    .containsExactly(
                            tuple("DSP0200", "6", Standing.PROVED),
                            tuple("DSP1057", "7", Standing.PROVED),
                            tuple("DSP1057", "7.5", Standing.PROVED),
                            tuple("DSP1057", "7.10", Standing.PROVED),
                            tuple("DSP1057", "Annex B", Standing.PROVED));
        }
    }

    @Nested
    class Evidence {
        @Test
        void countsTheInvocationsOfOneMethodTogether() {
            Report report = report(
                    passed("ATest.a", Engine.NONE, "VMDEF1"),
                    passed("ATest.a", Engine.NONE, "VMDEF1"),
                    skipped("ATest.a", "no disk\nat a long\nstack", "VMDEF1"));

            assertThat(report.requirements().get(0).whole()).singleElement().satisfies(each -> {
                assertThat(each.result()).isEqualTo("2 passed, 1 skipped");
                assertThat(each.reasons()).containsExactly("no disk");
            });
        }

        @Test
        void isKeptApartByEngine() {
            Report report = report(
                    passed("ATest.a", Engine.SIMULATED, "VMDEF1"), passed("ATest.a", Engine.QEMU_GUEST, "VMDEF1"));

            assertThat(report.requirements().get(0).whole())
                    .extracting(each -> each.ranOn())
                    .containsExactly("simulated host", "real QEMU guest");
        }
    }

    @Nested
    class AProblem {
        @Test
        void isAClaimThatNoTableKnows() {
            assertThat(report(passed("ATest.a", Engine.NONE, "VMOPE2")).problems())
                    .singleElement()
                    .asString()
                    .startsWith("Unknown requirement 'VMOPE2'")
                    .endsWith("(claimed by ATest.a in cimom)");
        }

        @Test
        void isATestJvmThatEndedEarly() {
            assertThat(reportOn(run(null)).problems())
                    .containsExactly("A test JVM of cimom ended before its tests did");
        }

        @Test
        void isAFailedTestEvenIfItClaimsNothing() {
            assertThat(reportOn(run(new Totals(5, 2, 0))).problems()).containsExactly("2 tests of cimom failed");
        }

        @Test
        void isNotASkippedTest() {
            assertThat(reportOn(run(new Totals(5, 0, 3))).problems()).isEmpty();
        }
    }

    private static Standing standing(String id, Report report) {
        return report.requirements().stream()
                .filter(result -> result.requirement().id().equals(id))
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
