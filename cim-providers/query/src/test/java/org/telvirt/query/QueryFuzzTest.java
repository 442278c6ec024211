package org.telvirt.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;

/** Queries that went wrong on their way end in a message, and those that did not in an answer. */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QueryFuzzTest {
    private static final int TEXTS = Boolean.getBoolean("telvirt.long") ? 1_000_000 : 10_000;
    private static final List<List<String>> QUERIES = List.of(
            List.of(
                    "WQL",
                    "SELECT Id, Part.Size FROM Test_Guest WHERE NOT (A_uint8 >= 0x1F AND A_string LIKE 'b[a-z]%_')"
                            + " OR A_boolean = TRUE IS NOT FALSE AND Part ISA Test_Part AND Length IS NULL"),
            List.of(
                    "CQL",
                    "SELECT DISTINCT g.Id AS i, UpperCase(A_string || 'x') AS u, -A_uint8 * 2 + 1.5E3 AS n FROM"
                            + " Test_Guest g WHERE ANY x IN L_uint16[0..1, 2] SATISFIES (x > 101b) AND"
                            + " Part.Test_BigPart::Extra <> 3 AND A_string LIKE '(a|[bc]^)+d{1,3}.*' ORDER BY A_string DESC"),
            List.of(
                    "CQL",
                    "SELECT FIRST 3 * FROM Test_Guest WHERE EnabledState = #'Enabled' AND Peer = 'Test_Guest.Id=\"g1\"'"
                            + " AND A_datetime - DateTime('00000001000000.000000:000') < CurrentDateTime()"),
            List.of("CQL", "SELECT COUNT(*), SUM(A_uint8) AS s, MEDIAN(A_real64) FROM Test_Guest"),
            List.of(
                    "FQL",
                    "ANY L_uint16 > 3 AND NOT (A_string LIKE 'a.*' OR L_string = {'a', 'b'}) AND Part.Size <> NULL"
                            + " AND L_uint16[1] = 5 OR EVERY Ranked NOT LIKE \"x\" AND A_real64 <= -1.5"));
    private static final String PIECES = "[]{}(),.:=<>#$\"'\\+-*/|!%^019bx _\n\t\u0000é\ud83d";
    private static final List<String> WORDS = List.of(
            " AND ",
            " OR ",
            " NOT ",
            "NULL",
            " ANY ",
            " IN ",
            " ISA ",
            " LIKE ",
            "..",
            "::",
            "Part",
            "L_uint16",
            "1.5",
            "'a'",
            "SELECT ",
            " FROM ",
            "Test_Guest",
            " ORDER BY ",
            "#'Enabled'",
            "COUNT(",
            "A_datetime",
            "18446744073709551615");

    @Test
    void endInAnAnswerOrInAMessage() throws CimException {
        Random random = new Random(20261123);
        int refused = 0;
        for (int i = 0; i < TEXTS; i++) {
            List<String> query = QUERIES.get(i % QUERIES.size());
            StringBuilder text = new StringBuilder(query.get(1));
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutate(text, random);
            }
            refused += isRefused(query.get(0), text.toString()) ? 1 : 0;
        }

        assertThat(refused).isBetween(TEXTS / 2, TEXTS - 1);
    }

    private static boolean isRefused(String language, String text) throws CimException {
        try {
            Query query = Asked.LANGUAGES.named(language).parse(text, Asked.TREE, CimName.of("Test_Guest"));
            query.selects(Asked.GUEST);
            query.project(Asked.GUEST);
            query.resultClass();
            query.rows(CimCursor.of(List.of(Asked.GUEST, Asked.GUEST))).toList();
            return false;
        } catch (QueryException e) {
            assertThat(e.problem()).isNotBlank();
            return true;
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(8));
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            case 3 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 4 -> text.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
            default -> text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
        }
        if (text.length() == 0) {
            text.append(' ');
        }
    }
}
