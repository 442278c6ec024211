package org.telvirt.conformance.rig;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Does what {@link Needs} says. */
final class NeedsExtension implements ExecutionCondition, BeforeAllCallback {
    private static final Map<String, String> PACKAGES = Map.of(
            "wbemcli", "sblim-wbemcli",
            "virsh", "libvirt-clients",
            "qemu-system-x86_64", "qemu-system-x86",
            "curl", "curl");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> lack = lack(context);
        if (lack.isPresent() && System.getenv("CI") == null) {
            return ConditionEvaluationResult.disabled(lack.get());
        }
        return ConditionEvaluationResult.enabled("all programs are here");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        lack(context).ifPresent(lack -> {
            throw new IllegalStateException(lack);
        });
    }

    private static Optional<String> lack(ExtensionContext context) {
        return context.getTestClass().map(type -> type.getAnnotation(Needs.class)).stream()
                .flatMap(needs -> Stream.of(needs.value()))
                .filter(program -> !Commands.exists(program))
                .map(program -> program + " is not installed: ./telvirt setup-host, or apt-get install "
                        + PACKAGES.getOrDefault(program, program))
                .findFirst();
    }
}
