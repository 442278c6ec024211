package org.telvirt.hypervisor.host;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the machine's processors are like.
 *
 * @param architecture such as {@code x86_64}
 * @param vendor null: not known
 * @param model that is nearest, such as {@code Skylake-Server}; null: not known
 * @param features beyond the model, such as {@code vmx}
 */
public record ProcessorModel(
        String architecture,
        @Nullable String vendor,
        @Nullable String model,
        Set<String> features) {
    public ProcessorModel {
        features = Set.copyOf(features);
    }
}
