package org.telvirt.cim.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

class OperationNameTest {
    private static final CimNamespace NAMESPACE = CimNamespace.of("root/virt");
    private static final CimName CLASS = CimName.of("CIM_X");
    private static final CimInstancePath PATH = CimInstancePath.of(CLASS);

    static Stream<Arguments> operations() {
        InstanceView view = InstanceView.ALL;
        AssociationFilter any = AssociationFilter.ANY;
        return Stream.of(
                Arguments.of(new GetInstance(NAMESPACE, PATH, view), "GetInstance"),
                Arguments.of(open(new EnumerateInstances(NAMESPACE, CLASS, true, view)), "OpenEnumerateInstances"),
                Arguments.of(open(new EnumerateInstanceNames(NAMESPACE, CLASS)), "OpenEnumerateInstancePaths"),
                Arguments.of(open(new Associators(NAMESPACE, PATH, any, view)), "OpenAssociatorInstances"),
                Arguments.of(open(new AssociatorNames(NAMESPACE, PATH, any)), "OpenAssociatorInstancePaths"),
                Arguments.of(open(new References(NAMESPACE, PATH, any, view)), "OpenReferenceInstances"),
                Arguments.of(open(new ReferenceNames(NAMESPACE, PATH, any)), "OpenReferenceInstancePaths"),
                Arguments.of(
                        new PullEnumeration<>(NAMESPACE, "c", ItemKind.INSTANCES_WITH_PATH, 1),
                        "PullInstancesWithPath"),
                Arguments.of(new PullEnumeration<>(NAMESPACE, "c", ItemKind.INSTANCE_PATHS, 1), "PullInstancePaths"),
                Arguments.of(new CloseEnumeration(NAMESPACE, "c"), "CloseEnumeration"),
                Arguments.of(new CountEnumeration(NAMESPACE, "c"), "EnumerationCount"),
                Arguments.of(new AssociatorClassPaths(NAMESPACE, CLASS, any), "AssociatorNames"));
    }

    private static <T> OpenEnumeration<T> open(EnumerationOperation<T> enumeration) {
        return new OpenEnumeration<>(enumeration, new OpenOptions(null, null, null, false, 0));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isTheOneOfTheStandard(CimOperation<?> operation, String name) {
        assertThat(operation.operationName()).isEqualTo(name);
        assertThat(operation.namespace()).isEqualTo(NAMESPACE);
    }
}
