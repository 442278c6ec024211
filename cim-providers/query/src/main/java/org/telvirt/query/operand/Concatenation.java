package org.telvirt.query.operand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/** Strings, one after the other; NULL if one is. */
public record Concatenation(List<Operand> parts) implements Operand {
    /** Copies the parts. */
    public Concatenation {
        parts = List.copyOf(parts);
    }

    @Override
    public @Nullable CimValue value(Frame frame) {
        StringBuilder text = new StringBuilder();
        for (Operand part : parts) {
            CimValue value = part.value(frame);
            if (value instanceof CimValue.Text piece) {
                text.append(piece.value());
            } else if (value instanceof CimValue.Char piece) {
                text.append(piece.value());
            } else {
                return null;
            }
        }
        return new CimValue.Text(text.toString());
    }
}
