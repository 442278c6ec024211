package org.telvirt.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.query.result.ResultClass;
import org.telvirt.query.result.Results;
import org.telvirt.query.result.Selection;
import org.telvirt.query.result.Shaper;

/**
 * A query, read and compiled against the classes of a namespace. Fixed, and for use by many threads. It sees what it is
 * given: the caller takes instances of the class after FROM and of its subclasses to it.
 */
public final class Query {
    private final String language;
    private final @Nullable CimName from;
    private final Selection selection;
    private final Shaper shaper;
    private final int most;

    Query(String language, @Nullable CimName from, Selection selection, QuerySettings settings) {
        this.language = language;
        this.from = from;
        this.selection = selection;
        this.shaper = new Shaper(selection, settings.clock());
        this.most = settings.maxCollected();
    }

    /** The standard name of its language, such as {@code DMTF:CQL}. */
    public String language() {
        return language;
    }

    /** The class after FROM, with its subclasses; null: a filter on instances of any class. */
    public @Nullable CimName from() {
        return from;
    }

    /** Whether the condition is true for an instance; what is unknown is not selected. */
    public boolean selects(CimInstance instance) {
        return shaper.selects(instance);
    }

    /**
     * What the select list leaves of an instance, which stays of its class, as ExecQuery and indications have it. An
     * instance of which all is selected stays at its path; one that is shaped has none. Selected properties that the
     * instance does not list are NULL.
     */
    public CimInstance project(CimInstance instance) {
        return shaper.project(instance);
    }

    /** What the select list makes of an instance, of the class {@link #resultClass}, as OpenQueryInstances has it. */
    public CimInstance row(CimInstance instance) {
        return shaper.row(instance);
    }

    /** The class of the results, CIM_QueryResult. */
    public CimClass resultClass() {
        return ResultClass.of(selection.columns());
    }

    /** The properties that instances must have for the query to see what it asks for; null: all. */
    public @Nullable List<CimName> neededProperties() {
        return selection.needed();
    }

    /** Whether every instance is judged and shaped by itself: no ORDER BY, DISTINCT, FIRST or functions of all rows. */
    public boolean isPerInstance() {
        return !selection.collects() && !selection.distinct() && selection.first() == null;
    }

    /** Selects from a run of instances and projects what is selected; ORDER BY and the like are done. */
    public CimCursor<CimInstance> select(CimCursor<CimInstance> instances) {
        return new Results(instances, shaper, this::project, most);
    }

    /** Selects from a run of instances and makes rows of what is selected; ORDER BY and the like are done. */
    public CimCursor<CimInstance> rows(CimCursor<CimInstance> instances) {
        return new Results(instances, shaper, this::row, most);
    }
}
