package org.telvirt.facility.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.journal.Intent.Kind;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

/** Writes an intent before something is done, and crosses it out after. Safe for use by many threads. */
final class Pen {
    private final Intents intents;
    private final InstantSource clock;
    private final Function<DomainId, @Nullable String> names;

    /** What is done. */
    @FunctionalInterface
    interface Deed<T> {
        T run() throws HypervisorException;
    }

    /**
     * @param names what domains are called; null: nobody knows
     */
    Pen(Intents intents, InstantSource clock, Function<DomainId, @Nullable String> names) {
        this.intents = intents;
        this.clock = clock;
        this.names = names;
    }

    /** An intent that is not written yet. */
    Intent draft(Kind kind, String verb, DomainId subject) {
        return named(kind, verb + " '" + nameOf(subject) + "'", subject);
    }

    Intent named(Kind kind, String name, DomainId subject) {
        return Intent.of(kind, name, subject, clock.instant());
    }

    String nameOf(DomainId subject) {
        String name = names.apply(subject);
        return name == null ? subject.toString() : name;
    }

    /**
     * Does what is intended.
     *
     * @throws HypervisorException INTERNAL: it could not be written down, and nothing has been done; or of the deed
     */
    <T> T around(Intent intent, Deed<T> deed) throws HypervisorException {
        write(intent);
        return crossingOut(intent, deed);
    }

    /** The same for a deed that is done even if it cannot be written down. */
    <T> T aroundInAnyCase(Intent intent, Deed<T> deed) throws HypervisorException {
        try {
            intents.begin(intent);
        } catch (IOException e) {
            return deed.run();
        }
        return crossingOut(intent, deed);
    }

    /** The same for a deed that writes its intent itself, as soon as it knows it. */
    <T> T crossingOut(Intent intent, Deed<T> deed) throws HypervisorException {
        try {
            return deed.run();
        } finally {
            intents.end(intent);
        }
    }

    void crossOut(Intent intent) {
        intents.end(intent);
    }

    void write(Intent intent) throws HypervisorException {
        try {
            intents.begin(intent);
        } catch (IOException e) {
            throw unwritten(intent, e);
        }
    }

    /** The same from inside a function that throws nothing. */
    void writeUnchecked(Intent intent) {
        try {
            intents.begin(intent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HypervisorException unwritten(Intent intent, Exception e) {
        return new HypervisorException(
                Reason.INTERNAL,
                "Cannot begin '" + intent.name() + "': it cannot be written down: " + e.getMessage(),
                e);
    }
}
