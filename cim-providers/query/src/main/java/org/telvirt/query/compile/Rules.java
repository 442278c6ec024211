package org.telvirt.query.compile;

import org.telvirt.query.condition.ValueOrder;
import org.telvirt.query.pattern.Pattern;
import org.telvirt.query.pattern.PatternException;
import org.telvirt.query.pattern.RegularPattern;
import org.telvirt.query.pattern.WildcardPattern;

/** In what the languages differ after they are read. */
public enum Rules {
    /** Constants are converted to the type of what they are compared with; {@code %} and {@code _} in patterns. */
    WQL(ValueOrder.WQL, true, true),
    /** Only datetimes, references and characters may be written as strings; regular expressions. */
    CQL(ValueOrder.CQL, false, false),
    /** As CQL. */
    FQL(ValueOrder.FQL, false, false);

    private final ValueOrder order;
    private final boolean converts;
    private final boolean wildcards;

    Rules(ValueOrder order, boolean converts, boolean wildcards) {
        this.order = order;
        this.converts = converts;
        this.wildcards = wildcards;
    }

    ValueOrder order() {
        return order;
    }

    /** Whether a string may stand for a number or a boolean, and a number for a boolean. */
    boolean converts() {
        return converts;
    }

    Pattern pattern(String text) throws PatternException {
        return wildcards ? WildcardPattern.of(text) : RegularPattern.of(text);
    }
}
