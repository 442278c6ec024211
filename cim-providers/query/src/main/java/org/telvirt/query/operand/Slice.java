package org.telvirt.query.operand;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/** Elements of an array, range after range; what is beyond its ends is left out. NULL if an index is. */
public record Slice(Operand array, List<Range> ranges) implements Operand {
    /**
     * From one index to another, both included.
     *
     * @param from null: from the first
     * @param to null: to the last
     */
    public record Range(@Nullable Operand from, @Nullable Operand to) {}

    /** Copies the ranges. */
    public Slice {
        ranges = List.copyOf(ranges);
    }

    @Override
    public @Nullable CimValue value(Frame frame) {
        if (!(array.value(frame) instanceof CimValue.Array values)) {
            return null;
        }
        int last = values.elements().size() - 1;
        List<@Nullable CimValue> chosen = new ArrayList<>();
        for (Range range : ranges) {
            Long from = bound(range.from(), 0, frame);
            Long to = bound(range.to(), last, frame);
            if (from == null || to == null) {
                return null;
            }
            for (long i = Math.max(0, from); i <= Math.min(last, to); i++) {
                chosen.add(values.elements().get((int) i));
            }
        }
        return new CimValue.Array(values.elementType(), chosen);
    }

    private static @Nullable Long bound(@Nullable Operand operand, long open, Frame frame) {
        if (operand == null) {
            return open;
        }
        return operand.value(frame) instanceof CimValue.Int number ? (Long) Element.position(number) : null;
    }
}
