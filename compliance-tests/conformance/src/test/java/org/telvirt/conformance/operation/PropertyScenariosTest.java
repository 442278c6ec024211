package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.18", "DSP0200 5.4.2.19"})
class PropertyScenariosTest extends Scenarios {
    private CimInstancePath path;

    @BeforeEach
    void makeAThing() throws CimException {
        path = create(Model.thing("a"));
    }

    @Test
    void areReadAndWrittenOneByOne() throws CimException {
        // CIM-XML does not say of which type the answer is
        assertThat(execute(new GetProperty(namespace, path, Model.NOTE)).value())
                .isIn(CimValues.text("new"), new CimValue.Lexical("new"));
        execute(new SetProperty(namespace, path, Model.NOTE, CimValues.text("changed")));
        assertThat(get(path).text(Model.NOTE)).isEqualTo("changed");

        execute(new SetProperty(namespace, path, Model.BIG, CimValues.uint64(-1)));
        assertThat(get(path).value(Model.BIG)).isEqualTo(CimValues.uint64(-1));

        execute(new SetProperty(namespace, path, CimName.of("Words"), CimValues.texts("x", "y")));
        assertThat(get(path).value(CimName.of("Words"))).isEqualTo(CimValues.texts("x", "y"));
    }

    @Test
    void canBeNull() throws CimException {
        execute(new SetProperty(namespace, path, Model.NOTE, null));

        assertThat(execute(new GetProperty(namespace, path, Model.NOTE)).value())
                .isNull();
    }

    @Test
    void areRefusedWithTheStatusThatFits() {
        CimName colour = CimName.of("Colour");
        refused(CimStatus.NO_SUCH_PROPERTY, new GetProperty(namespace, path, colour), "Colour");
        refused(CimStatus.NO_SUCH_PROPERTY, new SetProperty(namespace, path, colour, null), "Colour");
        refused(CimStatus.TYPE_MISMATCH, new SetProperty(namespace, path, Model.BIG, CimValues.text("many")), "Big");
        refused(CimStatus.NOT_FOUND, new GetProperty(namespace, Model.path(Model.THING, "none"), Model.NOTE), "none");
        refused(
                CimStatus.INVALID_CLASS,
                new GetProperty(namespace, Model.path(Model.UNKNOWN, "a"), Model.NOTE),
                "TST_Unknown");
    }
}
