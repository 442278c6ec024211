package org.telvirt.query;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.query.condition.Truth;

/** Puts conditions and queries to one guest. */
public final class Asked {
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    public static final ClassTree TREE = new TestTree();
    public static final QueryLanguages LANGUAGES = new QueryLanguages(QuerySettings.with(() -> NOW));
    public static final CimInstancePath PATH =
            CimInstancePath.of(CimName.of("Test_Guest"), CimName.of("Id"), "g1").in(CimNamespace.of("root/virt"));
    /** A guest with a value of each type; sint8, real32 and their like are NULL, and Length is not even listed. */
    public static final CimInstance GUEST = CimInstance.of(CimName.of("Test_Guest"))
            .with(CimName.of("Id"), "g1")
            .with(CimName.of("A_boolean"), CimValues.bool(true))
            .with(CimName.of("A_uint8"), CimValues.uint8(200))
            .with(CimName.of("A_uint64"), CimValues.uint64(-1))
            .with(CimName.of("A_sint64"), CimValues.sint64(-5))
            .with(CimName.of("A_real64"), new CimValue.Real(CimType.REAL64, 2.5))
            .with(CimName.of("A_char16"), new CimValue.Char('q'))
            .with(CimName.of("A_string"), "Blue")
            .with(CimName.of("A_datetime"), time("20261123110000.000000+000"))
            .with(CimName.of("L_uint16"), CimValues.uint16s(3, 5, 5))
            .with(CimName.of("L_string"), CimValues.texts("b", "a"))
            .with(CimName.of("L_uint8"), new CimValue.Array(CimType.UINT8, List.of()))
            .with(
                    CimName.of("L_sint32"),
                    new CimValue.Array(CimType.SINT32, Arrays.asList(new CimValue.Int(CimType.SINT32, 1), null)))
            .with(CimName.of("Ranked"), CimValues.texts("b", "a"))
            .with(CimName.of("Peer"), CimValues.reference(PATH))
            .with(CimName.of("EnabledState"), CimValues.uint16(2))
            .with(CimName.of("Part"), CimValues.embedded(part("Test_BigPart", 7)))
            .with(CimName.of("Anything"), CimValues.embedded(part("Test_Part", 9)))
            .at(PATH);

    private Asked() {}

    private static CimInstance part(String className, long size) {
        return CimInstance.of(CimName.of(className))
                .with(CimName.of("Size"), CimValues.uint32(size))
                .with(CimName.of("Label"), "wheel")
                .with(CimName.of("Extra"), CimValues.uint32(1))
                .build();
    }

    public static CimValue time(String text) {
        return CimValues.dateTime(new CimDateTime(text));
    }

    /** The query in a language. */
    public static Query query(String language, String text) {
        try {
            return LANGUAGES.named(language).parse(text, TREE, CimName.of("Test_Guest"));
        } catch (QueryException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Why a query cannot be put. */
    public static QueryException problem(String language, String text) {
        return catchThrowableOfType(
                QueryException.class, () -> LANGUAGES.named(language).parse(text, TREE, CimName.of("Test_Guest")));
    }

    /** What a condition is for the guest. */
    public static Truth truth(String language, String condition) {
        String start = language.equals("FQL") ? "" : "SELECT * FROM Test_Guest WHERE ";
        boolean yes = query(language, start + "(" + condition + ")").selects(GUEST);
        boolean no = query(language, start + "NOT (" + condition + ")").selects(GUEST);
        return yes ? Truth.TRUE : no ? Truth.FALSE : Truth.UNKNOWN;
    }

    public static Truth wql(String condition) {
        return truth("WQL", condition);
    }

    public static Truth cql(String condition) {
        return truth("DMTF:CQL", condition);
    }

    public static Truth fql(String condition) {
        return truth("FQL", condition);
    }

    /** The value that CQL gives an expression for the guest; null: NULL. */
    public static @Nullable CimValue value(String expression) {
        Query query = query("DMTF:CQL", "SELECT " + expression + " AS X FROM Test_Guest");
        return query.project(GUEST).value(CimName.of("X"));
    }

    /** What a value says, without its type; reals with a point. */
    public static String text(CimValue value) {
        if (value instanceof CimValue.Text text) {
            return text.value();
        } else if (value instanceof CimValue.Real real) {
            return Double.toString(real.value());
        } else if (value instanceof CimValue.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (value instanceof CimValue.DateTime time) {
            return time.value().text();
        } else if (value instanceof CimValue.Reference reference) {
            return reference.path().toString();
        } else if (value instanceof CimValue.Array array) {
            return array.elements().stream()
                    .map(element -> element == null ? "NULL" : text(element))
                    .toList()
                    .toString();
        }
        return value.toString();
    }
}
