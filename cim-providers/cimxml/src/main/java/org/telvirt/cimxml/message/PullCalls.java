package org.telvirt.cimxml.message;

import java.util.Map;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.PullEnumeration;

/** The operations on an open enumeration (DSP0200 §5.4.2.24). */
final class PullCalls {
    private static final String CONTEXT = "EnumerationContext";
    private static final String COUNT = "MaxObjectCount";

    private PullCalls() {}

    static Map<String, IntrinsicCall> all() {
        return Map.of(
                "PullInstancesWithPath",
                pull(ItemKind.INSTANCES_WITH_PATH),
                "PullInstancePaths",
                pull(ItemKind.INSTANCE_PATHS),
                "PullInstances",
                pull(ItemKind.INSTANCES),
                "CloseEnumeration",
                IntrinsicCall.of(
                        (namespace, parameters) -> new CloseEnumeration(namespace, parameters.requiredText(CONTEXT)),
                        CONTEXT),
                "EnumerationCount",
                IntrinsicCall.of(
                        (namespace, parameters) -> new CountEnumeration(namespace, parameters.requiredText(CONTEXT)),
                        CONTEXT));
    }

    private static <T> IntrinsicCall pull(ItemKind<T> kind) {
        return IntrinsicCall.of(
                (namespace, parameters) -> new PullEnumeration<>(
                        namespace, parameters.requiredText(CONTEXT), kind, parameters.requiredUint32(COUNT)),
                CONTEXT,
                COUNT);
    }
}
