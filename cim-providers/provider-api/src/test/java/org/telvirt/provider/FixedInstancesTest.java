package org.telvirt.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;

class FixedInstancesTest {
    private static final CallContext CONTEXT = CallContext.internal("tester");
    private static final CimName HOST = CimName.of("Test_Host");
    private static final CimName ID = CimName.of("Id");

    private static CimInstance host(String id) {
        return CimInstance.of(HOST).with(ID, id).at(CimInstancePath.of(HOST, ID, id));
    }

    @Test
    void areEnumeratedInTheirOrder() throws CimException {
        FixedInstances hosts = new FixedInstances(HOST, List.of(host("b"), host("a")));

        assertThat(hosts.enumerate(CONTEXT).toList()).containsExactly(host("b"), host("a"));
        assertThat(hosts.enumeratePaths(CONTEXT).toList()).hasSize(2);
    }

    @Test
    void areFoundByKeyInAnyNamespace() throws CimException {
        FixedInstances hosts = new FixedInstances(HOST, List.of(host("a")));
        CimInstancePath located = CimInstancePath.of(HOST, ID, "a")
                .in(CimNamespace.of("root/virt"))
                .on("here");

        assertThat(hosts.get(located, CONTEXT)).isEqualTo(host("a"));
        assertThat(hosts.exists(located, CONTEXT)).isTrue();
        assertThat(hosts.exists(CimInstancePath.of(HOST, ID, "z"), CONTEXT)).isFalse();
    }

    @Test
    void areRefusedIfTheyAreOfAnotherClassOrShareAPathOrHaveNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedInstances(CimName.of("Test_Disk"), List.of(host("a"))))
                .withMessageContaining("Test_Disk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedInstances(HOST, List.of(host("a"), host("a"))))
                .withMessageContaining("Two instances");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FixedInstances(HOST, List.of(CimInstance.of(HOST).build())))
                .withMessageContaining("has no path");
    }
}
