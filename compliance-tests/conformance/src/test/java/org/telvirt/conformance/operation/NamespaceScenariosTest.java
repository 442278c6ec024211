package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1092 7")
class NamespaceScenariosTest extends Scenarios {
    private static final CimNamespace INTEROP = CimNamespace.of("root/interop");
    private static final CimName CIM_NAMESPACE = CimName.of("CIM_Namespace");
    private static final CimName NAME = CimName.of("Name");

    @Test
    void areMadeListedAndRemoved() throws CimException {
        String name = freshName();
        CimInstancePath path = createNamespace(name);

        assertThat(listed()).contains(name);
        assertThat(execute(new EnumerateClassNames(CimNamespace.of(name), null, true))
                        .toList())
                .isEmpty();
        deleteNamespace(path);

        assertThat(listed()).doesNotContain(name);
        refused(CimStatus.INVALID_NAMESPACE, new EnumerateClassNames(CimNamespace.of(name), null, true), name);
    }

    private java.util.List<String> listed() throws CimException {
        return execute(new EnumerateInstances(INTEROP, CIM_NAMESPACE, true, InstanceView.ALL)).toList().stream()
                .map(one -> one.text(NAME))
                .toList();
    }

    @Test
    void areNotRemovedWhileTheyHoldClasses() throws CimException {
        CimInstancePath path =
                execute(new EnumerateInstances(INTEROP, CIM_NAMESPACE, true, InstanceView.ALL)).toList().stream()
                        .filter(one -> namespace.toString().equals(one.text(NAME)))
                        .findFirst()
                        .orElseThrow()
                        .path();

        refused(CimStatus.NAMESPACE_NOT_EMPTY, new DeleteInstance(INTEROP, path), namespace.toString());
    }

    @Test
    void areNotMadeTwice() {
        refused(
                CimStatus.ALREADY_EXISTS,
                new CreateInstance(
                        INTEROP,
                        CimInstance.of(CIM_NAMESPACE)
                                .with(NAME, namespace.toString())
                                .build()),
                namespace.toString());
    }

    @Test
    void ofTheProductStay() throws CimException {
        for (CimInstance one : execute(new EnumerateInstances(INTEROP, CIM_NAMESPACE, true, InstanceView.ALL))
                .toList()) {
            if ("root/virt".equals(one.text(NAME))) {
                refused(CimStatus.FAILED, new DeleteInstance(INTEROP, one.path()), "root/virt", "part of Telvirt");
            }
        }
    }
}
