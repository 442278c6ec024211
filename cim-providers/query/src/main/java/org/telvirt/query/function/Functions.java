package org.telvirt.query.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;

/** All functions by name. Aggregates are not among them: they are functions of rows, not of values. */
public final class Functions {
    private static final Map<CimName, Function> ALL = all();

    private Functions() {}

    private static Map<CimName, Function> all() {
        Map<CimName, Function> functions = new HashMap<>();
        for (List<Function> family :
                List.of(TextFunctions.ALL, NumberFunctions.ALL, TimeFunctions.ALL, PathFunctions.ALL)) {
            family.forEach(function -> functions.put(CimName.of(function.name()), function));
        }
        return Map.copyOf(functions);
    }

    /** The function of this name; null: there is none. */
    public static @Nullable Function find(CimName name) {
        return ALL.get(name);
    }
}
