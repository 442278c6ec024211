package org.telvirt.traceability.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.traceability.claim.Claim.Kind;

class ClaimCheckerTest {
    private final ClaimChecker checker = ClaimChecker.load();

    @Nested
    class Check {
        @Test
        void findsARequirement() {
            assertThat(checker.check("VMOPE4")).isEqualTo(new Claim(Kind.SCOPE, "VMOPE4", ""));
        }

        @Test
        void findsAPartOfARequirement() {
            assertThat(checker.check("VMOPE4 pause")).isEqualTo(new Claim(Kind.SCOPE, "VMOPE4", "pause"));
        }

        @Test
        void findsAClauseOfAStandard() {
            assertThat(checker.check("DSP1057 7.5")).isEqualTo(new Claim(Kind.CLAUSE, "DSP1057", "7.5"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "VMOPE2           | neither a SCOPE requirement nor a clause",
                    "vmope4           | neither a SCOPE requirement nor a clause",
                    "VMOPE4 fly       | VMOPE4 has the parts activate, deactivate, pause",
                    "VMDEF1 x         | VMDEF1 has no parts",
                    "DSP9999 1        | DSP9999 is not in standards.txt",
                    "DSP1057          | neither a SCOPE requirement nor a clause",
                    "''               | neither a SCOPE requirement nor a clause"
                })
        void refusesWhatNoTableKnowsAndSaysWhy(String claim, String reason) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checker.check(claim))
                    .withMessageStartingWith("Unknown requirement '" + claim + "': ")
                    .withMessageContaining(reason);
        }
    }
}
