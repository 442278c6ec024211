package org.telvirt.hypervisor.libvirt.rig;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Boots the host of {@link OnXen} when a test first asks for it, and stops it after the last test of all. */
final class XenHostExtension implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(XenHostExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Boolean.getBoolean("telvirt.xen")
                ? ConditionEvaluationResult.enabled("Xen is asked for")
                : ConditionEvaluationResult.disabled("it boots Xen in an emulator for minutes: -Dtelvirt.xen=true");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == XenHost.class;
    }

    @Override
    public XenHost resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(XenHost.class, key -> boot(), XenHost.class); // the store closes it
    }

    private static XenHost boot() {
        XenHost.lacks().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return XenHost.start();
    }
}
