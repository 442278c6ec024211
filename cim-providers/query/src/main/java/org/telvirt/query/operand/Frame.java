package org.telvirt.query.operand;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;

/** What an evaluation sees: a row, the time, and the elements that quantifiers stand at. Used by one thread, once. */
public final class Frame {
    private final CimInstance row;
    private final InstantSource clock;
    private final @Nullable CimValue[] variables;
    private @Nullable Instant now;

    /** A row, with room for variables. */
    public Frame(CimInstance row, InstantSource clock, int variables) {
        this.row = row;
        this.clock = clock;
        this.variables = new CimValue[variables];
    }

    CimInstance row() {
        return row;
    }

    /** The time, the same throughout the evaluation. */
    public Instant now() {
        if (now == null) {
            now = clock.instant();
        }
        return Objects.requireNonNull(now);
    }

    /** The value of a variable; null: NULL. */
    @Nullable
    CimValue variable(int index) {
        return variables[index];
    }

    /** Gives a variable its value. */
    public void set(int index, @Nullable CimValue value) {
        variables[index] = value;
    }
}
