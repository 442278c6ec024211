package org.telvirt.traceability.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.traceability.claim.ScopeRequirement.Part;

class ScopeTableTest {
    private final ScopeTable table = ScopeTable.load();

    @Nested
    class Load {
        @Test
        void knowsAllRequirementsOfTheSource() {
            assertThat(table.requirements()).hasSize(95);
            assertThat(table.requirements().stream().map(ScopeRequirement::id)).doesNotHaveDuplicates();
        }

        @Test
        void countsEachFamilyOfIdsAsTheSourceDoes() {
            assertThat(count(requirement -> requirement.id().replaceAll("\\d", "")))
                    .containsOnly(
                            entry("VMDEF", 9L),
                            entry("VMACT", 2L),
                            entry("VMOPE", 5L),
                            entry("VMFH", 2L),
                            entry("VMADM", 5L),
                            entry("VFDEP", 33L),
                            entry("VFOPE", 6L),
                            entry("VMSEC", 1L),
                            entry("VMPERF", 19L),
                            entry("VMAVAIL", 3L),
                            entry("VMLIVMIG", 10L));
        }

        @Test
        void countsEachLevelAsTheSourceDoes() {
            assertThat(count(ScopeRequirement::level))
                    .containsOnly(entry("SHALL", 68L), entry("SHOULD", 24L), entry("MAY", 3L));
        }

        @Test
        void leavesOutTheNumberThatWasNeverAssigned() {
            assertThat(table.find("VMOPE2")).isEmpty();
            assertThat(table.find("VMOPE1")).isPresent();
        }

        @Test
        void namesEachPartInOneWordAndOnlyOnce() {
            for (ScopeRequirement requirement : table.requirements()) {
                assertThat(requirement.parts().stream().map(Part::name))
                        .doesNotHaveDuplicates()
                        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
                assertThat(requirement.parts()).hasSizeBetween(0, 11).size().isNotEqualTo(1);
                assertThat(requirement.text()).matches(".*\\.\\)?").hasSizeLessThan(120);
            }
        }

        private Map<String, Long> count(Function<ScopeRequirement, String> by) {
            return table.requirements().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
        }
    }
}
