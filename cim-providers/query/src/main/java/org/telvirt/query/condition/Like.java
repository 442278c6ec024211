package org.telvirt.query.condition;

import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;
import org.telvirt.query.pattern.Pattern;

/**
 * Whether a string is as a pattern has it.
 *
 * @param ofNull the answer for NULL: UNKNOWN, or in FQL FALSE
 */
public record Like(Operand operand, Pattern pattern, Truth ofNull) implements Condition {
    @Override
    public Truth test(Frame frame) {
        CimValue value = operand.value(frame);
        if (value instanceof CimValue.Text text) {
            return Truth.of(pattern.matches(text.value()));
        } else if (value instanceof CimValue.Char character) {
            return Truth.of(pattern.matches(String.valueOf(character.value())));
        } else if (value instanceof CimValue.DateTime time) {
            return Truth.of(pattern.matches(time.value().text()));
        }
        return ofNull;
    }
}
