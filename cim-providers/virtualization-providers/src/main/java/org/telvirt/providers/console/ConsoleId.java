package org.telvirt.providers.console;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;

/**
 * Names a console for ever: as the resource that it is in the configurations of its system.
 *
 * @param number from 0, in the order of the definition
 */
record ConsoleId(SystemId system, boolean graphical, int number) {
    private static final String GRAPHICS = "graphics/";
    private static final String SERIAL = "serial/";

    /** Among the consoles of its system, such as {@code graphics/0}. */
    String name() {
        return (graphical ? GRAPHICS : SERIAL) + number;
    }

    /** The console of this name; null: none can have it. */
    static @Nullable ConsoleId parse(SystemId system, String name) {
        boolean graphical = name.startsWith(GRAPHICS);
        String number = graphical || name.startsWith(SERIAL) ? name.substring(name.indexOf('/') + 1) : "";
        if (!number.matches("0|[1-9][0-9]{0,3}")) {
            return null;
        }
        return new ConsoleId(system, graphical, Integer.parseInt(number));
    }
}
