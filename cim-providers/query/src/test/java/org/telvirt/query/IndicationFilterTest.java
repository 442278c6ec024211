package org.telvirt.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.traceability.Requirement;

/** The filters that profiles require of every server. */
class IndicationFilterTest {
    private static final String CHANGED =
            "SELECT * FROM CIM_InstModification WHERE SourceInstance ISA CIM_ComputerSystem"
                    + " AND SourceInstance.CIM_ComputerSystem::EnabledState"
                    + " <> PreviousInstance.CIM_ComputerSystem::EnabledState";

    private static CimInstance modification(String className, int before, int after) {
        return CimInstance.of(CimName.of("CIM_InstModification"))
                .with(CimName.of("SourceInstance"), CimValues.embedded(system(className, after)))
                .with(CimName.of("PreviousInstance"), CimValues.embedded(system(className, before)))
                .build();
    }

    private static CimInstance system(String className, int state) {
        return CimInstance.of(CimName.of(className))
                .with(CimName.of("EnabledState"), CimValues.uint16(state))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WQL", "DMTF:CQL", "CIM:CQL"})
    @Requirement({"DSP0202 scoped-property", "DSP1054 IndicationFilter"})
    void selectChangesOfState(String language) {
        Query filter = Asked.query(language, CHANGED);

        assertThat(filter.selects(modification("CIM_ComputerSystem", 2, 3))).isTrue();
        assertThat(filter.selects(modification("Test_System", 2, 3))).isTrue();
        assertThat(filter.selects(modification("CIM_ComputerSystem", 2, 2))).isFalse();
        assertThat(filter.selects(modification("Test_Guest", 2, 3))).isFalse();
        assertThat(filter.from()).isEqualTo(CimName.of("CIM_InstModification"));
        assertThat(filter.isPerInstance()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM CIM_InstCreation WHERE SourceInstance ISA CIM_ComputerSystem",
                "SELECT i.SourceInstance FROM CIM_InstCreation AS i WHERE i.SourceInstance ISA CIM_ComputerSystem",
                "SELECT i.* FROM CIM_InstIndication i WHERE i.SourceInstance.CIM_ComputerSystem::EnabledState = #'Enabled'",
                "SELECT SourceInstance, 'telvirt' AS IndicationIdentifier FROM CIM_InstCreation"
            })
    void comeInManyForms(String text) {
        CimInstance creation = CimInstance.of(CimName.of("CIM_InstCreation"))
                .with(CimName.of("SourceInstance"), CimValues.embedded(system("Test_System", 2)))
                .build();

        Query filter = Asked.query("DMTF:CQL", text);

        assertThat(filter.selects(creation)).isTrue();
        assertThat(filter.project(creation).className()).isEqualTo(creation.className());
        assertThat(filter.project(creation).value(CimName.of("SourceInstance")))
                .isEqualTo(creation.value(CimName.of("SourceInstance")));
    }

    @Test
    void sayWhatTheyNeed() {
        assertThat(Asked.query("WQL", "SELECT Id FROM Test_Guest WHERE A_uint8 = 1 AND Part.Size = 2")
                        .neededProperties())
                .containsExactlyInAnyOrder(CimName.of("Id"), CimName.of("A_uint8"), CimName.of("Part"));
        assertThat(Asked.query("WQL", CHANGED).neededProperties()).isNull();
    }
}
