package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.2.13")
class QueryScenariosTest extends Scenarios {
    @BeforeEach
    void makeThings() throws CimException {
        for (int i = 0; i < 5; i++) {
            create(CimInstance.of(Model.THING)
                    .with(Model.ID, "t" + i)
                    .with(Model.BIG, i == 0 ? null : CimValues.uint64(i))
                    .with(Model.NOTE, "note_" + i)
                    .build());
        }
        create(CimInstance.of(Model.SPECIAL_THING)
                .with(Model.ID, "s")
                .with(Model.EXTRA, CimValues.uint16(3))
                .build());
    }

    private List<String> query(String language, String text) throws CimException {
        return ids(execute(new ExecQuery(namespace, language, text)).toList());
    }

    @Test
    void selectInWql() throws CimException {
        assertThat(query("WQL", "SELECT * FROM TST_Thing WHERE Big >= 3")).containsExactlyInAnyOrder("t3", "t4");
        assertThat(query("WQL", "SELECT * FROM TST_Thing WHERE Note LIKE \"note[_]%\" AND NOT Big = 1"))
                .containsExactlyInAnyOrder("t2", "t3", "t4");
        assertThat(query("WQL", "select ID from TST_Thing where Big is null")).containsExactlyInAnyOrder("t0", "s");
    }

    @Test
    void selectInCql() throws CimException {
        assertThat(query("DMTF:CQL", "SELECT * FROM TST_Thing WHERE Big >= 3 OR ID = 's'"))
                .containsExactlyInAnyOrder("t3", "t4", "s");
        assertThat(query("DMTF:CQL", "SELECT TST_Thing.ID FROM TST_Thing WHERE TST_Thing ISA TST_SpecialThing"))
                .containsExactly("s");
    }

    @Test
    void showOnlyWhatTheySelect() throws CimException {
        assertThat(execute(new ExecQuery(namespace, "WQL", "SELECT ID, Note FROM TST_Thing WHERE ID = 't1'"))
                        .toList())
                .singleElement()
                .satisfies(one -> assertThat(one.properties()).hasSize(2));
    }

    @Test
    void areRefusedWithTheStatusThatFits() {
        refused(CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED, new ExecQuery(namespace, "SQL", "SELECT 1"), "SQL");
        refused(CimStatus.INVALID_QUERY, new ExecQuery(namespace, "WQL", "SELECT * FROM"));
        refused(CimStatus.INVALID_QUERY, new ExecQuery(namespace, "WQL", "SELECT * FROM TST_Thing WHERE Colour = 1"));
    }
}
