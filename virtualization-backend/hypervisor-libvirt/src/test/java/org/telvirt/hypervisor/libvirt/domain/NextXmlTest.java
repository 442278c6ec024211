package org.telvirt.hypervisor.libvirt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Processors;

class NextXmlTest {
    private static final String DOMAIN = """
            <domain type='qemu'>
              <name>a</name>
              <memory>65536</memory>
              <vcpu>1</vcpu>
              <vendor:thing xmlns:vendor='urn:v'>kept &amp; <!-- this, too --></vendor:thing>
            </domain>
            """;

    private static DomainDefinition two() throws HypervisorException {
        return DomainXml.read(DOMAIN).withProcessors(Processors.of(2));
    }

    @Test
    void carriesAWholeDocumentAndLeavesTheRestAlone() throws HypervisorException {
        String carrying = NextXml.put(DOMAIN, two());

        assertThat(DomainXml.read(carrying)).isEqualTo(DomainXml.read(DOMAIN));
        NextXml next = Objects.requireNonNull(NextXml.of(carrying));
        assertThat(next.text()).contains("<vcpu>2</vcpu>", "kept &amp; <!-- this, too -->");
        assertThat(NextXml.put(carrying, null)).isEqualTo(DOMAIN);
        assertThat(NextXml.of(DOMAIN)).isNull();
    }

    @Test
    void putsAnotherInItsPlaceNotIntoIt() throws HypervisorException {
        String first = NextXml.put(DOMAIN, two());

        String second = NextXml.put(first, two().withProcessors(Processors.of(3)));

        NextXml next = Objects.requireNonNull(NextXml.of(second));
        assertThat(next.text()).contains("<vcpu>3</vcpu>").doesNotContain("telvirt:next");
        assertThat(next.key())
                .isNotEqualTo(Objects.requireNonNull(NextXml.of(first)).key());
    }

    @Test
    void marksTheRunThatUsesItAndTakesThePresentName() throws HypervisorException {
        String carrying = NextXml.put(DOMAIN, two());
        NextXml next = Objects.requireNonNull(NextXml.of(carrying));

        String run = next.forRunOf(carrying.replace("<name>a</name>", "<name>b</name>"));

        assertThat(DomainXml.read(run).name()).isEqualTo("b");
        assertThat(next.isUsedBy(run)).isTrue();
        assertThat(next.isUsedBy(carrying)).isFalse();
    }
}
