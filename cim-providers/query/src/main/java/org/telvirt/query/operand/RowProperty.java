package org.telvirt.query.operand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;

/** A property of the row. */
public final class RowProperty implements Operand {
    private final CimName name;
    // where it was last time: instances of a class mostly list their properties in one order; a race costs one search
    private int place;

    public RowProperty(CimName name) {
        this.name = name;
    }

    @Override
    public @Nullable CimValue value(Frame frame) {
        CimProperty property = find(frame.row());
        return property == null ? null : property.value();
    }

    /** The property in an instance; null: the instance does not list it. */
    public @Nullable CimProperty find(CimInstance instance) {
        List<CimProperty> properties = instance.properties();
        int guess = place;
        if (guess < properties.size() && properties.get(guess).name().equals(name)) {
            return properties.get(guess);
        }
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(name)) {
                place = i;
                return properties.get(i);
            }
        }
        return null;
    }
}
