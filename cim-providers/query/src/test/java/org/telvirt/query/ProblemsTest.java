package org.telvirt.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimStatus;
import org.telvirt.query.QueryException.Kind;
import org.telvirt.traceability.Requirement;

class ProblemsTest {
    private static final String FAULTS = """
            WQL | 1  | SELEC * FROM Test_Guest                   | Expected SELECT, found 'SELEC'
            WQL | 13 | SELECT FROM Test_Guest                    | Expected FROM, found 'Test_Guest'
            WQL | 15 | SELECT * FROM Nothing                     | No such class: Nothing
            WQL | 14 | SELECT * FROM                             | Expected a class after FROM, found the end of the query
            WQL | 26 | SELECT * FROM Test_Guest A_uint8          | Expected the end of the query, found 'A_uint8'
            WQL | 8  | SELECT Nothing FROM Test_Guest            | Class Test_Guest has no property Nothing
            WQL | 31 | SELECT * FROM Test_Guest WHERE            | Expected a property or a constant, found the end of the query
            WQL | 41 | SELECT * FROM Test_Guest WHERE A_uint8 = | Expected a property or a constant, found the end of the query
            WQL | 40 | SELECT * FROM Test_Guest WHERE A_uint8 = 'x' | 'x' is no uint8, as A_uint8 (uint8) needs
            WQL | 42 | SELECT * FROM Test_Guest WHERE A_uint8 = 12x | '12x' is not a number: write 12, 0x1F, 101b, 1.5 or 1.5E3
            WQL | 43 | SELECT * FROM Test_Guest WHERE A_string = 'x | This string has no end: close it with '
            WQL | 44 | SELECT * FROM Test_Guest WHERE (A_uint8 = 1  | Expected ')' after the condition, found the end of the query
            WQL | 37 | SELECT * FROM Test_Guest WHERE Part ISA Nothing | No such class: Nothing
            WQL | 41 | SELECT * FROM Test_Guest WHERE A_string LIKE '[a' | The pattern has a '[' without its ']'
            WQL | 42 | SELECT * FROM Test_Guest WHERE A_uint8 = 18446744073709551616 | This number fits no type of CIM: they go from -2^63 to 2^64-1
            WQL | 37 | SELECT * FROM Test_Guest WHERE Part.Nothing = 1 | Class Test_Part has no property Nothing
            WQL | 32 | SELECT * FROM Test_Guest WHERE A_uint8 | Expected a condition here, found A_uint8 (uint8)
            DMTF:CQL | 40 | SELECT * FROM Test_Guest WHERE A_uint8 != 1 | CQL has no '!=': write '<>'
            DMTF:CQL | 43 | SELECT * FROM Test_Guest WHERE A_string = "x" | CQL writes strings in single quotes
            DMTF:CQL | 42 | SELECT * FROM Test_Guest WHERE A_uint8 = NULL | NULL is no value in CQL: write IS NULL or IS NOT NULL
            DMTF:CQL | 40 | SELECT * FROM Test_Guest WHERE A_uint8 = 'x' | Cannot compare A_uint8 (uint8) with string
            DMTF:CQL | 42 | SELECT * FROM Test_Guest WHERE A_boolean < TRUE | A_boolean (boolean) has no order: only '=' and '<>' apply
            DMTF:CQL | 41 | SELECT * FROM Test_Guest WHERE L_uint16 = 1 | Cannot compare L_uint16 (uint16[]) with sint64: ask for one element by [index], or for ANY or EVERY one
            DMTF:CQL | 37 | SELECT * FROM Test_Guest WHERE Part = Part | Embedded objects cannot be compared: compare their properties
            DMTF:CQL | 43 | SELECT * FROM Test_Guest WHERE A_datetime = 'noon' | 'noon' is no datetime, as A_datetime (datetime) needs
            DMTF:CQL | 39 | SELECT * FROM Test_Guest WHERE A_uint8[0] = 1 | A_uint8 (uint8) is no array, so it has no elements
            DMTF:CQL | 32 | SELECT * FROM Test_Guest WHERE Nothing(1) = 1 | No such function: Nothing
            DMTF:CQL | 42 | SELECT * FROM Test_Guest WHERE UpperCase(A_uint8) = 'X' | UpperCase does not take A_uint8 (uint8)
            DMTF:CQL | 32 | SELECT * FROM Test_Guest WHERE UpperCase() = 'X' | UpperCase takes one argument
            DMTF:CQL | 47 | SELECT * FROM Test_Guest WHERE EnabledState = #'Nothing' | The Values of EnabledState do not name 'Nothing'
            DMTF:CQL | 42 | SELECT * FROM Test_Guest WHERE A_uint8 = #'Enabled' | The Values of A_uint8 do not name 'Enabled'
            DMTF:CQL | 10 | SELECT 1 + 1 FROM Test_Guest | What is computed needs a name: add AS and one
            DMTF:CQL | 12 | SELECT Id, A_uint8 AS id FROM Test_Guest | Two entries of the select list are called id: name one of them with AS
            DMTF:CQL | 8  | SELECT Id, COUNT(*) FROM Test_Guest | Functions of all rows stand by themselves: select either those or properties of rows
            DMTF:CQL | 35 | SELECT * FROM Test_Guest ORDER BY Part | Rows cannot be sorted by Part (an embedded object)
            DMTF:FQL | 1  | Nothing = 1 | Class Test_Guest has no property Nothing
            DMTF:FQL | 8 | A_uint8  | Expected a comparison or LIKE, found the end of the query
            DMTF:FQL | 9  | A_uint8 < NULL | NULL has no order: compare with = NULL or <> NULL
            DMTF:FQL | 1 | ANY A_uint8 = 1 | A_uint8 (uint8) is no array, so it has no elements to ask for
            DMTF:FQL | 13 | L_uint16 = {'a'} | Cannot compare L_uint16 (uint16[]) with string
            DMTF:FQL | 16 | L_uint16 = {1, A_uint8} | Expected a constant in the braces, found 'A_uint8'
            DMTF:FQL | 9  | A_uint8 != 1 | Expected a comparison or LIKE, found '!='
            """;

    private static final String ROWS = "SELECT * FROM Test_Guest WHERE ";

    @Nested
    class Places {
        @Test
        void areShownWithLineColumnAndCaret() {
            assertThat(Asked.problem("WQL", "SELECT *\nFROM Test_Guest\n\tWHERE Nothing = 1"))
                    .hasMessage("3:8: Class Test_Guest has no property Nothing\n\tWHERE Nothing = 1\n\t      ^");
        }

        @Test
        void canBeAskedFor() {
            QueryPlace place = Asked.problem("CQL", "SELECT * FROM Test_Guest WHERE A_uint8 = 'x'")
                    .place();

            assertThat(place.offset()).isEqualTo(39);
            assertThat(place.line()).isEqualTo(1);
            assertThat(place.column()).isEqualTo(40);
        }

        @Test
        void showOnlyTheNeighbourhoodInLongLines() {
            QueryException problem = Asked.problem("WQL", ROWS + "A_string = '" + "x".repeat(1_000) + "' AND !");

            assertThat(problem.getMessage()).hasSizeLessThan(300).endsWith("^");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = FAULTS)
    void nameTheThingAndTheCure(String language, int column, String query, String problem) {
        QueryException found = Asked.problem(language, query);

        assertThat(found.problem()).isEqualTo(problem);
        assertThat(found.kind()).isEqualTo(Kind.INVALID);
        assertThat(found.place()).extracting(QueryPlace::column).isEqualTo(column);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " | ", textBlock = """
            DMTF:CQL | SELECT * FROM Test_Guest, Test_Part
            DMTF:CQL | SELECT * FROM (SELECT * FROM Test_Guest) AS x
            DMTF:CQL | SELECT * FROM /site/else:Test_Guest
            DMTF:CQL | SELECT *, Id FROM Test_Guest
            DMTF:CQL | SELECT Part.* FROM Test_Guest
            DMTF:CQL | SELECT Peer.Id FROM Test_Guest
            DMTF:CQL | SELECT NamespaceType(Peer) FROM Test_Guest
            WQL | ASSOCIATORS OF {Test_Guest.Id="a"}
            WQL | REFERENCES OF {Test_Guest.Id="a"}
            WQL | SELECT * FROM Test_Guest WITHIN 5 WHERE A_uint8 = 1
            WQL | SELECT * FROM Test_Guest GROUP WITHIN 5
            """)
    @Requirement({"DSP0200 5.4.1 QUERY_FEATURE_NOT_SUPPORTED"})
    void tellFeaturesThatAreNotOfferedFromFaults(String language, String query) {
        QueryException found = Asked.problem(language, query);

        assertThat(found.kind()).isEqualTo(Kind.NOT_OFFERED);
        assertThat(found.toCimException().status()).isEqualTo(CimStatus.QUERY_FEATURE_NOT_SUPPORTED);
    }

    @Nested
    class Limits {
        @Test
        void boundTheLength() {
            assertThat(Asked.problem("WQL", ROWS + " ".repeat(65_536)).problem())
                    .contains("more than the 65536 that are taken");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
                WQL | (
                WQL | NOT#
                DMTF:CQL | (
                DMTF:CQL | NOT#
                DMTF:CQL | UpperCase(
                DMTF:CQL | L_uint16[
                DMTF:CQL | 1 +#
                DMTF:CQL | 1 *#
                DMTF:CQL | Part.
                DMTF:CQL | ANY x IN L_uint16 SATISFIES (
                """)
        void boundTheNesting(String language, String piece) {
            String deep = ROWS + piece.replace('#', ' ').repeat(2_000);

            assertThat(Asked.problem(language, deep).problem())
                    .isEqualTo("This query is nested more than 100 deep; make it flatter");
        }

        @Test
        void letFlatQueriesBeLong() {
            assertThat(Asked.query("WQL", ROWS + "A_uint8 = 200" + " OR A_uint8 = 1".repeat(4_000))
                            .selects(Asked.GUEST))
                    .isTrue();
        }
    }

    @Nested
    class Languages {
        @ParameterizedTest
        @CsvSource({
            "WQL, WQL",
            "wql, WQL",
            "CIM:WQL, WQL",
            "http://schemas.microsoft.com/wbem/wsman/1/WQL, WQL",
            "DMTF:CQL, DMTF:CQL",
            "CIM:CQL, DMTF:CQL",
            "http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf, DMTF:CQL",
            "DMTF:FQL, DMTF:FQL"
        })
        void areFoundByAnyOfTheirNames(String name, String standard) throws QueryException {
            assertThat(Asked.LANGUAGES.named(name).name()).isEqualTo(standard);
        }

        @Test
        void sayWhichFeaturesTheyOffer() throws QueryException {
            assertThat(Asked.LANGUAGES.named("CQL").features()).contains(2, 17).doesNotContain(3, 4, 5, 13, 18);
            assertThat(Asked.LANGUAGES.named("WQL").features()).isEmpty();
            assertThat(Asked.LANGUAGES.all())
                    .extracting(QueryLanguage::isFilter)
                    .containsExactly(false, false, true);
        }

        @Test
        void areRefusedByStatus14() {
            QueryException unknown = catchThrowableOfType(QueryException.class, () -> Asked.LANGUAGES.named("SQL"));

            assertThat(unknown).hasMessage("No such query language: 'SQL'; there are [WQL, DMTF:CQL, DMTF:FQL]");
            assertThat(unknown.kind().status().code()).isEqualTo(14);
        }
    }
}
