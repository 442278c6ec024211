package org.telvirt.query.result;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.query.condition.Truth;
import org.telvirt.query.operand.Frame;

/** Selects rows and gives them their shape, one by one. */
public record Shaper(Selection selection, InstantSource clock) {
    Frame frame(CimInstance row) {
        return new Frame(row, clock, selection.variables());
    }

    /** Whether the condition is TRUE for an instance. */
    public boolean selects(CimInstance row) {
        return selection.where() == null || selection.where().test(frame(row)) == Truth.TRUE;
    }

    /** The instance with the selected properties only, still of its class; itself if all are selected. */
    public CimInstance project(CimInstance row) {
        return selection.all() ? row : shaped(row, row.className());
    }

    /** The instance as a row of the result, of the class of results and nowhere. */
    public CimInstance row(CimInstance row) {
        return shaped(row, ResultClass.NAME);
    }

    private CimInstance shaped(CimInstance row, CimName className) {
        Frame frame = frame(row);
        List<CimProperty> properties = new ArrayList<>(selection.columns().size());
        for (Column column : selection.columns()) {
            properties.add(column.of(frame));
        }
        return new CimInstance(className, properties, null);
    }
}
