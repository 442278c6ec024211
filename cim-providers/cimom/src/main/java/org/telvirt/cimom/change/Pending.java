package org.telvirt.cimom.change;

import java.util.List;
import org.telvirt.store.Change;

/**
 * What an operation will have done once it is committed. Nobody sees any of it yet.
 *
 * @param answer what the caller gets
 * @param changes what the store is to keep; empty: nothing
 * @param publication makes readers see it
 * @param announcements who listens for changes is told these afterwards
 */
public record Pending<R>(R answer, List<Change> changes, Runnable publication, List<InstanceChange> announcements) {
    /** Copies the lists. */
    public Pending {
        changes = List.copyOf(changes);
        announcements = List.copyOf(announcements);
    }

    /** A change of classes, qualifiers or namespaces. */
    public static <R> Pending<R> of(R answer, List<Change> changes, Runnable publication) {
        return new Pending<>(answer, changes, publication, List.of());
    }

    /** A change of one instance. */
    public static <R> Pending<R> of(R answer, Change change, Runnable publication, InstanceChange announcement) {
        return new Pending<>(answer, List.of(change), publication, List.of(announcement));
    }

    /** Nothing is to be kept: it is as it was asked for, or somebody else has done it. */
    public static <R> Pending<R> nothing(R answer) {
        return new Pending<>(answer, List.of(), () -> {}, List.of());
    }
}
