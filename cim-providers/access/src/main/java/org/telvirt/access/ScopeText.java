package org.telvirt.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/**
 * A scope as text.
 *
 * @param text empty for everything
 */
public record ScopeText(Format format, String text) {
    /** How it is written. */
    public enum Format {
        /** No text. */
        EVERYTHING,
        /** Such as {@code root/virt}. */
        NAMESPACE,
        /** Such as {@code CIM_Job} or {@code root/virt:CIM_Job}. */
        CLASS,
        /** Such as {@code CIM_Job.RequestStateChange}, with or without a namespace before. */
        METHOD,
        /** Such as {@code root/virt:CIM_Job.InstanceID="7"}. */
        INSTANCE
    }

    /** The text of a scope. */
    public static ScopeText of(Scope scope) {
        if (scope instanceof Scope.Everything) {
            return new ScopeText(Format.EVERYTHING, "");
        }
        Format format = scope instanceof Scope.InNamespace
                ? Format.NAMESPACE
                : scope instanceof Scope.OfClass
                        ? Format.CLASS
                        : scope instanceof Scope.OfMethod ? Format.METHOD : Format.INSTANCE;
        return new ScopeText(format, scope.toString());
    }

    /** Empty: the text is not of this format. */
    public Optional<Scope> toScope() {
        return switch (format) {
            case EVERYTHING -> Optional.of(new Scope.Everything());
            case NAMESPACE -> InstanceName.namespace(text).map(Scope.InNamespace::new);
            case CLASS -> ofClass();
            case METHOD -> ofMethod();
            case INSTANCE -> InstanceName.parse(text).map(Scope.OneInstance::new);
        };
    }

    private Optional<Scope> ofClass() {
        String name = text.substring(text.lastIndexOf(':') + 1).strip();
        return CimName.isValid(name) && namespaceIsValid()
                ? Optional.of(new Scope.OfClass(namespace(), CimName.of(name)))
                : Optional.empty();
    }

    private Optional<Scope> ofMethod() {
        String[] names = text.substring(text.lastIndexOf(':') + 1).strip().split("\\.", -1);
        return names.length == 2 && CimName.isValid(names[0]) && CimName.isValid(names[1]) && namespaceIsValid()
                ? Optional.of(new Scope.OfMethod(namespace(), CimName.of(names[0]), CimName.of(names[1])))
                : Optional.empty();
    }

    private boolean namespaceIsValid() {
        return text.indexOf(':') < 0 || namespace() != null;
    }

    private @Nullable CimNamespace namespace() {
        int colon = text.lastIndexOf(':');
        return colon < 0
                ? null
                : InstanceName.namespace(text.substring(0, colon)).orElse(null);
    }
}
