package org.telvirt.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** Random queries say the same as a plain evaluation of the tree they were printed from. */
class ReferenceEvaluationTest {
    private static final int QUERIES = 5_000;

    /** A condition: how it is written, and what it is: true, false or, null, unknown. */
    private record Tree(String text, @Nullable Boolean truth) {}

    /** A value: how it is written, and a number, a string or null. */
    private record Term(String text, @Nullable Object value) {}

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"WQL", "DMTF:CQL", "DMTF:FQL"})
    void agrees(String language) {
        Random random = new Random(language.hashCode());
        for (int i = 0; i < QUERIES; i++) {
            World world = new World(random, language);
            Tree tree = world.tree(4);
            String start = language.equals("DMTF:FQL") ? "" : "SELECT * FROM Test_Guest WHERE ";

            boolean selected = Asked.query(language, start + tree.text()).selects(world.instance());

            assertThat(selected)
                    .as(tree.text() + " on " + world.instance())
                    .isEqualTo(tree.truth() != null && tree.truth());
        }
    }

    /** An instance and the random conditions on it. */
    private static final class World {
        private final Random random;
        private final String language;
        private final List<Term> numbers = new ArrayList<>();
        private final List<Term> strings = new ArrayList<>();
        private final List<@Nullable Object> elements = new ArrayList<>();
        private final CimInstance instance;

        World(Random random, String language) {
            this.random = random;
            this.language = language;
            CimInstance.Builder builder = CimInstance.of(CimName.of("Test_Guest"));
            long signed = new long[] {-1, 0, 1, 5, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 53}[random.nextInt(7)];
            number(builder, "A_sint64", CimValues.sint64(signed), BigDecimal.valueOf(signed));
            long unsigned = new long[] {0, 1, 5, -1, Long.MIN_VALUE, (1L << 53) + 1}[random.nextInt(6)];
            number(
                    builder,
                    "A_uint64",
                    CimValues.uint64(unsigned),
                    new BigDecimal(new BigInteger(Long.toUnsignedString(unsigned))));
            double real = new double[] {0.5, -1, 5, 0x1p53, 0x1p63, 0x1p64}[random.nextInt(6)];
            number(builder, "A_real64", new CimValue.Real(CimType.REAL64, real), new BigDecimal(real));
            string(builder, "A_string");
            string(builder, "Id");
            List<@Nullable CimValue> array = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                int element = random.nextInt(4);
                array.add(element == 3 ? null : new CimValue.Int(CimType.SINT32, element));
                elements.add(element == 3 ? null : BigDecimal.valueOf(element));
            }
            this.instance = builder.with(CimName.of("L_sint32"), new CimValue.Array(CimType.SINT32, array))
                    .build();
        }

        private void number(CimInstance.Builder builder, String name, CimValue value, BigDecimal number) {
            boolean isNull = random.nextInt(4) == 0;
            builder.with(CimName.of(name), isNull ? null : value);
            numbers.add(new Term(name, isNull ? null : number));
        }

        private void string(CimInstance.Builder builder, String name) {
            String value = random.nextInt(4) == 0
                    ? null
                    : List.of("", "a", "A", "b", "ab").get(random.nextInt(5));
            builder.with(CimName.of(name), value);
            strings.add(new Term(name, value));
        }

        CimInstance instance() {
            return instance;
        }

        Tree tree(int depth) {
            int kind = depth == 0 ? 9 : random.nextInt(8);
            if (kind < 4) {
                Tree left = tree(depth - 1);
                Tree right = tree(depth - 1);
                boolean and = kind < 2;
                return new Tree(
                        "(" + left.text() + (and ? " AND " : " OR ") + right.text() + ")",
                        and ? and(left.truth(), right.truth()) : or(left.truth(), right.truth()));
            } else if (kind == 4) {
                Tree inner = tree(depth - 1);
                return new Tree("NOT (" + inner.text() + ")", inner.truth() == null ? null : !inner.truth());
            } else if (kind == 5) {
                Term term = random.nextBoolean() ? pick(numbers) : pick(strings);
                return new Tree(term.text() + (isFql() ? " = NULL" : " IS NULL"), term.value() == null);
            } else if (kind == 6 && !language.equals("WQL")) {
                return quantified();
            }
            return comparison();
        }

        private boolean isFql() {
            return language.equals("DMTF:FQL");
        }

        private static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
            if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
                return false;
            }
            if (a == null || b == null) {
                return null;
            }
            return true;
        }

        private static @Nullable Boolean or(@Nullable Boolean a, @Nullable Boolean b) {
            if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) {
                return true;
            }
            if (a == null || b == null) {
                return null;
            }
            return false;
        }

        private Tree quantified() {
            boolean every = random.nextBoolean();
            BigDecimal constant = BigDecimal.valueOf(random.nextInt(3));
            String sign = sign();
            Boolean truth = every;
            for (Object element : elements) {
                Boolean each = related(element, sign, constant);
                truth = every ? and(truth, each) : or(truth, each);
            }
            String word = every ? "EVERY" : "ANY";
            return new Tree(
                    isFql()
                            ? word + " L_sint32 " + sign + " " + constant
                            : word + " x IN L_sint32 SATISFIES (x " + sign + " " + constant + ")",
                    truth);
        }

        private Tree comparison() {
            boolean isNumber = random.nextBoolean();
            Term left = isNumber ? pick(numbers) : pick(strings);
            Term right = random.nextBoolean() ? (isNumber ? pick(numbers) : pick(strings)) : constant(isNumber);
            String sign = sign();
            return new Tree(left.text() + " " + sign + " " + right.text(), related(left.value(), sign, right.value()));
        }

        private Term constant(boolean number) {
            if (!number) {
                String text = List.of("", "a", "B").get(random.nextInt(3));
                return new Term("'" + text + "'", text);
            }
            String text = List.of(
                            "0",
                            "-1",
                            "5.0",
                            "0.5",
                            "9223372036854775807",
                            "18446744073709551615",
                            "9007199254740992.0")
                    .get(random.nextInt(7));
            return new Term(text, new BigDecimal(text));
        }

        private Term pick(List<Term> terms) {
            return terms.get(random.nextInt(terms.size()));
        }

        private String sign() {
            return List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
        }

        private @Nullable Boolean related(@Nullable Object left, String sign, @Nullable Object right) {
            if (left == null || right == null) {
                return isFql() ? false : null;
            }
            int order = left instanceof BigDecimal number
                    ? number.compareTo((BigDecimal) right)
                    : language.equals("WQL")
                            ? left.toString().compareToIgnoreCase(right.toString())
                            : left.toString().compareTo(right.toString());
            BiPredicate<String, Integer> holds = (relation, result) -> switch (relation) {
                case "=" -> result == 0;
                case "<>" -> result != 0;
                case "<" -> result < 0;
                case "<=" -> result <= 0;
                case ">" -> result > 0;
                default -> result >= 0;
            };
            return holds.test(sign, order);
        }
    }
}
