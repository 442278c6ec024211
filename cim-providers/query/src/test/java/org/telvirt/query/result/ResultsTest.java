package org.telvirt.query.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValues;
import org.telvirt.query.Asked;
import org.telvirt.query.Query;
import org.telvirt.query.QueryException;
import org.telvirt.query.QueryLanguages;
import org.telvirt.query.QuerySettings;
import org.telvirt.traceability.Requirement;

class ResultsTest {
    private static final CimName CLASS = CimName.of("Test_Guest");

    private static CimInstance guest(String id, String name, @Nullable Integer size) {
        return CimInstance.of(CLASS)
                .with(CimName.of("Id"), id)
                .with(CimName.of("A_string"), name)
                .with(CimName.of("A_uint8"), size == null ? null : CimValues.uint8(size))
                .build();
    }

    private static List<CimInstance> guests() {
        return List.of(guest("1", "b", 3), guest("2", "a", 3), guest("3", "c", null), guest("4", "b", 1));
    }

    private static String rows(Query query) throws CimException {
        List<CimInstance> rows = query.rows(CimCursor.of(guests())).toList();
        return rows.stream().map(ResultsTest::values).collect(Collectors.joining(" "));
    }

    private static String values(CimInstance row) {
        List<String> values = new ArrayList<>();
        row.properties()
                .forEach(property -> values.add(property.value() == null ? "NULL" : Asked.text(property.value())));
        return String.join("/", values);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            Id FROM Test_Guest                                   | 1 2 3 4
            Id, A_string FROM Test_Guest WHERE A_uint8 = 3       | 1/b 2/a
            Id FROM Test_Guest ORDER BY A_string                 | 2 1 4 3
            Id FROM Test_Guest ORDER BY A_string DESC, Id DESC   | 3 4 1 2
            Id FROM Test_Guest ORDER BY A_uint8                  | 3 4 1 2
            Id FROM Test_Guest ORDER BY A_uint8 DESC             | 1 2 4 3
            FIRST 2 Id FROM Test_Guest                           | 1 2
            FIRST 0 Id FROM Test_Guest                           | ~~
            FIRST 1 Id FROM Test_Guest ORDER BY A_string         | 2
            DISTINCT A_string FROM Test_Guest                    | b a c
            DISTINCT A_string FROM Test_Guest ORDER BY A_string  | a b c
            COUNT(*) FROM Test_Guest                             | 4
            COUNT(A_uint8) AS n FROM Test_Guest                  | 3
            COUNT(DISTINCT A_string), MAX(A_uint8), MIN(A_string) FROM Test_Guest | 3/3/a
            SUM(A_uint8), MEAN(A_uint8) FROM Test_Guest WHERE A_string = 'b' | 4/2.0
            MEDIAN(A_uint8) FROM Test_Guest                      | 3.0
            SUM(A_uint8), COUNT(*) FROM Test_Guest WHERE Id = 'x' | NULL/0
            A_uint8 + 1 AS more FROM Test_Guest                  | 4 4 NULL 2
            g.Id FROM Test_Guest AS g WHERE g.A_uint8 < 3        | 4
            """)
    @Requirement({"DSP0202 select-statement"})
    void areWhatTheSelectListSays(String query, String expected) throws CimException {
        assertThat(rows(Asked.query("DMTF:CQL", "SELECT " + query))).isEqualTo(expected);
    }

    @Test
    @Requirement({"DSP0200 5.4.2.24.9"})
    void haveTheClassOfResultsAsRows() throws CimException {
        Query query = Asked.query("DMTF:CQL", "SELECT Id, A_uint8 + 1 AS More FROM Test_Guest");

        assertThat(query.rows(CimCursor.of(guests())).next().className()).isEqualTo(ResultClass.NAME);
        assertThat(query.resultClass().name()).hasToString("CIM_QueryResult");
        assertThat(query.resultClass().properties())
                .extracting(CimPropertyDeclaration::type)
                .containsExactly(CimDataType.of(CimType.STRING), CimDataType.of(CimType.UINT64));
    }

    @Test
    void keepTheirClassAndPathWhereNothingIsShaped() throws CimException {
        Query all = Asked.query("WQL", "SELECT * FROM Test_Guest");
        Query some = Asked.query("WQL", "SELECT Id, Part.Size FROM Test_Guest");

        assertThat(all.select(CimCursor.of(List.of(Asked.GUEST))).next()).isSameAs(Asked.GUEST);
        assertThat(some.project(Asked.GUEST).className()).isEqualTo(CLASS);
        assertThat(some.project(Asked.GUEST).path()).isNull();
        assertThat(values(some.project(Asked.GUEST))).isEqualTo("g1/" + Asked.text(CimValues.uint32(7)));
    }

    @Test
    void areNotHeldWithoutBound() throws QueryException {
        QueryLanguages small = new QueryLanguages(new QuerySettings(1_000, 10, 3, () -> Asked.NOW));
        Query query = small.named("CQL").parse("SELECT Id FROM Test_Guest ORDER BY Id", Asked.TREE);

        assertThatThrownBy(() -> rows(query))
                .isInstanceOfSatisfying(
                        CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.SERVER_LIMITS_EXCEEDED));
    }
}
