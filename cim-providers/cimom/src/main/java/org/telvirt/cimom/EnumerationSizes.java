package org.telvirt.cimom;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cimom.authorization.Authorizer;
import org.telvirt.cimom.routing.InstanceSource;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.ClassLayout;

/**
 * How many values an enumeration has, where that can be told without walking (DSP0200 §5.4.2.24.11).
 *
 * @param authorizer who sees only some instances is told no number
 */
record EnumerationSizes(Authorizer authorizer) {
    OptionalLong of(EnumerationOperation<?> operation, Space space, CallContext context) {
        CimName name = className(operation);
        ClassLayout layout = name == null ? null : space.schema().find(name);
        if (layout == null || !authorizer.showsEverything(context)) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (InstanceSource source : space.sources(layout)) {
            if (source.size() < 0) {
                return OptionalLong.empty();
            }
            sum += source.size();
        }
        return OptionalLong.of(sum);
    }

    private static @Nullable CimName className(EnumerationOperation<?> operation) {
        if (operation instanceof EnumerateInstances instances) {
            return instances.className();
        }
        return operation instanceof EnumerateInstanceNames names ? names.className() : null;
    }
}
