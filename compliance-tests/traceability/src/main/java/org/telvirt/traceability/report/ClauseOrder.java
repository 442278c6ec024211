package org.telvirt.traceability.report;

import java.util.Comparator;

/** The order of clause numbers as a reader expects it: 7.5 before 7.10. */
final class ClauseOrder {
    static final Comparator<String> NATURAL =
            Comparator.comparing(ClauseOrder::padded).thenComparing(clause -> clause);

    private ClauseOrder() {}

    private static String padded(String clause) {
        StringBuilder out = new StringBuilder();
        int digits = 0;
        for (int i = 0; i <= clause.length(); i++) {
            boolean digit = i < clause.length() && Character.isDigit(clause.charAt(i));
            if (digit) {
                digits++;
                continue;
            }
            out.append("0".repeat(Math.max(0, digits == 0 ? 0 : 6 - digits)));
            out.append(clause, i - digits, Math.min(i + 1, clause.length()));
            digits = 0;
        }
        return out.toString();
    }
}
