package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;

/** Scenarios on each target, every one of them in a namespace of its own that has the classes of the model. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.telvirt.conformance.operation.OperationTarget#all")
abstract class Scenarios {
    private static final CimNamespace INTEROP = CimNamespace.of("root/interop");
    private static final CimName NAMESPACE = CimName.of("CIM_Namespace");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Parameter
    OperationTarget target;

    CimNamespace namespace;

    @BeforeEach
    void makeANamespaceWithTheModel() throws CimException {
        namespace = newNamespace();
        for (CimClass declared : Model.classes()) {
            execute(new CreateClass(namespace, declared));
        }
    }

    static String freshName() {
        return "root/scenario" + NUMBER.incrementAndGet();
    }

    CimNamespace newNamespace() throws CimException {
        String name = freshName();
        createNamespace(name);
        return CimNamespace.of(name);
    }

    CimInstancePath createNamespace(String name) throws CimException {
        return execute(new CreateInstance(
                INTEROP,
                CimInstance.of(NAMESPACE).with(CimName.of("Name"), name).build()));
    }

    void deleteNamespace(CimInstancePath path) throws CimException {
        execute(new DeleteInstance(INTEROP, path));
    }

    final <R> R execute(CimOperation<R> operation) throws CimException {
        return target.execute(operation);
    }

    /** That the operation is refused with this status and a message that says what it is about. */
    final void refused(CimStatus status, CimOperation<?> operation, String... words) {
        Throwable thrown = catchThrowable(() -> {
            Object answer = execute(operation);
            if (answer instanceof org.telvirt.cim.CimCursor<?> cursor) {
                cursor.toList();
            }
        });
        assertThat(thrown).as(operation.operationName()).isInstanceOf(CimException.class);
        assertThat(((CimException) thrown).status())
                .as(() -> operation.operationName() + ": " + thrown.getMessage())
                .isEqualTo(status);
        assertThat(thrown.getMessage())
                .satisfies(text -> assertThat(List.of(words)).allMatch(text::contains));
    }

    final CimInstancePath create(CimInstance instance) throws CimException {
        return execute(new CreateInstance(namespace, instance));
    }

    final CimInstance get(CimInstancePath path) throws CimException {
        return execute(new GetInstance(namespace, path, InstanceView.ALL));
    }

    static CimValue value(CimInstance instance, String property) {
        return instance.value(CimName.of(property));
    }

    static List<String> ids(Collection<CimInstance> instances) {
        List<String> found = new ArrayList<>();
        instances.forEach(instance -> found.add(instance.text(Model.ID)));
        return found;
    }

    /** The paths without host and namespace, which differ between targets. */
    static CimInstancePath bare(CimInstancePath path) {
        return path.on(null).in(null);
    }
}
