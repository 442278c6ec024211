package org.telvirt.hypervisor.libvirt.rig;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the host of {@link RealHost} when a test first asks for it, and stops it after the last test of the class. */
final class RealHostExtension implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(RealHostExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isGate = Boolean.parseBoolean(System.getenv("CI"));
        Optional<String> lacks = isGate ? Optional.empty() : lacks(context);
        return lacks.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("a private libvirtd can run here"));
    }

    @SuppressWarnings("unchecked")
    private static Optional<String> lacks(ExtensionContext context) {
        return (Optional<String>)
                context.getRoot().getStore(OURS).getOrComputeIfAbsent("lacks", key -> PrivateLibvirtd.lacks());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PrivateLibvirtd.class;
    }

    @Override
    public PrivateLibvirtd resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext outermost = context;
        while (outermost.getParent().orElseThrow() != context.getRoot()) {
            outermost = outermost.getParent().orElseThrow();
        }
        return outermost
                .getStore(OURS)
                .getOrComputeIfAbsent( // the store closes it
                        PrivateLibvirtd.class, key -> PrivateLibvirtd.start(), PrivateLibvirtd.class);
    }
}
