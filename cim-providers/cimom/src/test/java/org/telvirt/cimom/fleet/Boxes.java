package org.telvirt.cimom.fleet;

import static org.telvirt.cim.CimValues.reference;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint32;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;

/** Boxes, crates and what is inside of what: classes that no provider answers for. */
public final class Boxes {
    public static final CimName BOX = CimName.of("Test_Box");
    public static final CimName CRATE = CimName.of("Test_Crate");
    public static final CimName THING = CimName.of("Test_Thing");
    public static final CimName INSIDE = CimName.of("Test_Inside");
    public static final CimName KEEPS = CimName.of("Test_Keeps");
    public static final CimName ID = CimName.of("Id");
    public static final CimName LABEL = CimName.of("Label");
    public static final CimName SIZE = CimName.of("Size");
    public static final CimName OUTER = CimName.of("Outer");
    public static final CimName INNER = CimName.of("Inner");

    private Boxes() {}

    public static CimInstancePath path(String id) {
        return CimInstancePath.of(BOX, ID, id);
    }

    /** A box of size 1 with some more properties. */
    public static CimInstance box(String id, CimProperty... more) {
        CimInstance.Builder box = CimInstance.of(BOX).with(ID, text(id));
        if (more.length == 0) {
            box.with(SIZE, uint32(1));
        }
        for (CimProperty property : more) {
            box.with(List.of(property));
        }
        return box.build();
    }

    /** That one box is inside of another. */
    public static CimInstance inside(String outer, String inner) {
        return CimInstance.of(INSIDE)
                .with(OUTER, reference(path(outer)))
                .with(INNER, reference(path(inner)))
                .build();
    }

    public static CimInstancePath create(TestServer server, CimInstance instance) throws CimException {
        return server.execute(new CreateInstance(FleetNames.ROOT_VIRT, instance));
    }

    public static CimInstance get(TestServer server, CimInstancePath path) throws CimException {
        return server.execute(
                new GetInstance(FleetNames.ROOT_VIRT, path.on(null).in(null), InstanceView.ALL));
    }
}
