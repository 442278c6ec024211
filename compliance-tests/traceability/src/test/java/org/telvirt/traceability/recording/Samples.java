package org.telvirt.traceability.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Test classes that the tests of the recorder run; the build itself does not find them. */
final class Samples {
    private Samples() {}

    static class Mixed {
        @Test
        @Requirement("VMOPE4")
        void passes() {}

        @Test
        void claimsNothing() {}

        @Test
        @Requirement("VMOPE4")
        void fails() {
            throw new AssertionError("two is not three");
        }

        @Test
        @Requirement("VMOPE4")
        void givesUp() {
            assumeTrue(false, "no guest here");
        }

        @Test
        @Disabled("not yet")
        @Requirement("VMOPE4")
        void isDisabled() {}
    }

    static class Parameterised {
        @ParameterizedTest(name = "with {0}")
        @ValueSource(ints = {2, 3})
        @Requirement("VMOPE4")
        void isEven(int number) {
            assertThat(number % 2).isZero();
        }
    }

    static class WithoutArguments {
        static Stream<Integer> numbers() {
            throw new IllegalStateException("no numbers");
        }

        @ParameterizedTest
        @MethodSource("numbers")
        @Requirement("VMOPE4")
        void isEven(int number) {
            assertThat(number % 2).isZero();
        }
    }

    @Disabled("no Xen here")
    @Requirement("VMOPE4")
    static class DisabledAsAWhole {
        @Test
        void one() {}

        @Nested
        class Inside {
            @Test
            void two() {}
        }
    }

    @Requirement("VMOPE4")
    static class FailingBefore {
        @BeforeAll
        static void prepare() {
            throw new IllegalStateException("cannot prepare");
        }

        @Test
        void one() {}
    }

    @Requirement("VMOPE4")
    static class FailingAfter {
        @AfterAll
        static void cleanUp() {
            throw new IllegalStateException("cannot clean up");
        }

        @Test
        void one() {}
    }

    @Requirement("VMOPE4")
    static class Claiming {
        @Test
        @Requirement("VMOPE5")
        void one() {}

        @Nested
        @Requirement("VMACT1 automatic")
        class Inside {
            @Test
            @Requirement("VMOPE4")
            void two() {}
        }
    }

    @Requirement("VMOPE6")
    abstract static class Contract {
        @Nested
        class Start {
            @Test
            @Requirement("VMOPE4 activate")
            void starts() {}
        }
    }

    @RanOn(Engine.SIMULATED)
    static class SimulatedKeepsContract extends Contract {}

    @RanOn(Engine.LIBVIRT_TEST_DRIVER)
    static class LibvirtKeepsContract extends Contract {}

    @RanOn(Engine.SIMULATED)
    static class Reporting {
        @Test
        @Requirement("VMOPE4")
        void learnsItsEngine(TestReporter reporter) {
            reporter.publishEntry(Engine.QEMU_GUEST.entry("QEMU 7.2, TCG"));
            reporter.publishEntry("guests", "2");
            reporter.publishEntry("beats", "40");
        }
    }

    static class Finding {
        @ParameterizedTest(name = "with {0}")
        @ValueSource(strings = {"DSP1057 8, VMOPE5 pause", "DSP1042 7"})
        @Requirement("VMOPE4")
        void learnsWhatItProves(String claims, TestReporter reporter) {
            reporter.publishEntry(Requirement.ENTRY, claims);
        }
    }
}
