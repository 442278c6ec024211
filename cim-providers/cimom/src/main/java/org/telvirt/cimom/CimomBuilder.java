package org.telvirt.cimom;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.cimom.authorization.Authorizer;
import org.telvirt.cimom.change.InstanceChange;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.query.QueryLanguage;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.provider.ProviderSet;
import org.telvirt.store.MemoryStore;
import org.telvirt.store.Store;

/**
 * Puts an object manager together. What is not said: everybody may do everything, nothing outlives the process, no query
 * language is known, embedded objects are not read from text.
 */
public final class CimomBuilder {
    final Schemas schemas;
    final List<ProviderSet> providers;
    final InstantSource clock;
    List<EmbeddedObjectReader> readers = List.of();
    List<QueryLanguage> languages = List.of();
    Store store = new MemoryStore();
    Authorizer authorizer = Authorizer.OPEN;
    EnumerationLimits limits = EnumerationLimits.DEFAULT;
    Defects defects = Defects.logged();
    Consumer<InstanceChange> listener = change -> {};

    CimomBuilder(Schemas schemas, List<ProviderSet> providers, InstantSource clock) {
        this.schemas = schemas;
        this.providers = List.copyOf(providers);
        this.clock = clock;
    }

    /** Who reads embedded objects from text, tried in this order. */
    public CimomBuilder readers(List<EmbeddedObjectReader> all) {
        readers = List.copyOf(all);
        return this;
    }

    /** The languages of queries and filters. */
    public CimomBuilder languages(List<QueryLanguage> all) {
        languages = List.copyOf(all);
        return this;
    }

    /** What keeps namespaces, classes, qualifiers, instances and the record of changes; its owner closes it last. */
    public CimomBuilder store(Store durable) {
        store = durable;
        return this;
    }

    /** Who decides what callers may do. */
    public CimomBuilder authorizer(Authorizer judge) {
        authorizer = judge;
        return this;
    }

    /** What clients may ask of pulled enumerations. */
    public CimomBuilder limits(EnumerationLimits enumerations) {
        limits = enumerations;
        return this;
    }

    /** Told of every mistake of a provider. */
    public CimomBuilder defects(Defects told) {
        defects = told;
        return this;
    }

    /**
     * Told of every change of an instance that no provider answers for, by the thread that changes it, which it must not
     * keep and from which it must not call the object manager.
     */
    public CimomBuilder changes(Consumer<InstanceChange> told) {
        listener = told;
        return this;
    }

    /**
     * The object manager, with all that the store keeps.
     *
     * @throws IOException if the store cannot be read
     * @throws IllegalArgumentException if a provider does not fit the classes of its namespace
     */
    public Cimom open() throws IOException {
        return Cimom.open(this);
    }
}
