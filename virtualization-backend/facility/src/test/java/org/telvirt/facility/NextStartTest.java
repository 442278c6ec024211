package org.telvirt.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Processors;

/** What the next start uses once instead of the defined configuration. */
class NextStartTest {
    private FacilityBench bench;
    private SystemId id;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        id = bench.define("hlr-2");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private int processors(Configuration which) {
        return Objects.requireNonNull(bench.facility().definition(id, which))
                .processors()
                .count();
    }

    private static DomainDefinition withProcessors(DomainDefinition definition, int count) {
        return definition.withProcessors(Processors.of(count));
    }

    @Test
    void isTheDefinedConfigurationAsLongAsNobodySaysMore() {
        assertThat(bench.facility().definition(id, Configuration.NEXT))
                .isEqualTo(bench.facility().definition(id, Configuration.DEFINED));
    }

    @Test
    void servesOneStartAndNoMore() throws Exception {
        bench.facility().setNext(id, present -> withProcessors(present, 3));

        assertThat(processors(Configuration.NEXT)).isEqualTo(3);
        assertThat(processors(Configuration.DEFINED)).isEqualTo(1);
        bench.change(id, Transition.ACTIVATE);
        assertThat(processors(Configuration.ACTIVE)).isEqualTo(3);
        assertThat(processors(Configuration.NEXT)).isEqualTo(1);
        bench.change(id, Transition.DEACTIVATE);
        bench.change(id, Transition.ACTIVATE);
        assertThat(processors(Configuration.ACTIVE)).isEqualTo(1);
    }

    @Test
    void beginsWithWhatTheNextStartWouldUseAndCanBeTakenBack() throws Exception {
        bench.facility().setNext(id, present -> withProcessors(present, 3));
        bench.facility().setNext(id, present -> present.withDescription("once"));
        assertThat(processors(Configuration.NEXT)).isEqualTo(3);

        bench.facility().setNext(id, null);

        assertThat(processors(Configuration.NEXT)).isEqualTo(1);
    }

    @Test
    void isSeenWhenSomeoneElseSaysSo() throws Exception {
        bench.another()
                .setNext(
                        FacilityBench.domain(id),
                        withProcessors(
                                Objects.requireNonNull(bench.facility().definition(id, Configuration.DEFINED)), 4));

        assertThat(processors(Configuration.NEXT)).isEqualTo(4);
    }

    @Test
    void refusesWhatBreaksARuleAnotherNameAndASystemThatIsNotThere() {
        assertThatThrownBy(() -> bench.facility().setNext(id, present -> present.withName(" ")))
                .isInstanceOfSatisfying(
                        FacilityException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_ARGUMENT))
                .hasMessage("Cannot define the next start of 'hlr-2': name is blank");
        assertThatThrownBy(() -> bench.facility().setNext(id, present -> present.withName("other")))
                .hasMessageContaining("name must stay");
        assertThatThrownBy(() -> bench.facility().setNext(new SystemId(new UUID(0, 7)), present -> present))
                .isInstanceOfSatisfying(
                        FacilityException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
        assertThat(processors(Configuration.NEXT)).isEqualTo(1);
    }
}
