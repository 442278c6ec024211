package org.telvirt.query.compile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.query.ClassTree;
import org.telvirt.query.QueryException;
import org.telvirt.query.operand.Operand;
import org.telvirt.query.operand.Variable;
import org.telvirt.query.syntax.QueryText;

/** What a query is compiled in: the language, the classes, and the names that mean something. */
final class Scope {
    private final QueryText source;
    private final Rules rules;
    private final ClassTree tree;
    private final @Nullable CimClass from;
    private final @Nullable CimName alias;
    private final Map<CimName, Typed> variables = new HashMap<>();
    private final Set<CimName> needed = new LinkedHashSet<>();
    private boolean needsAll;
    private int variableCount;

    Scope(QueryText source, Rules rules, ClassTree tree, @Nullable CimClass from, @Nullable CimName alias) {
        this.source = source;
        this.rules = rules;
        this.tree = tree;
        this.from = from;
        this.alias = alias;
    }

    QueryText source() {
        return source;
    }

    Rules rules() {
        return rules;
    }

    ClassTree tree() {
        return tree;
    }

    /** The class of the rows; null: any. */
    @Nullable
    CimClass from() {
        return from;
    }

    /** Whether the name is that of the row. */
    boolean isAlias(CimName name) {
        return name.equals(alias);
    }

    @Nullable
    Typed variable(CimName name) {
        return variables.get(name);
    }

    /** Gives a name a meaning; the one it had comes back and is to be put in place again. */
    @Nullable
    Typed bind(CimName name, @Nullable Typed meaning) {
        return meaning == null ? variables.remove(name) : variables.put(name, meaning);
    }

    /** A place for a variable that no other has. */
    int newVariable() {
        return variableCount++;
    }

    static Operand variable(int index) {
        return new Variable(index);
    }

    int variableCount() {
        return variableCount;
    }

    void need(CimName property) {
        needed.add(property);
    }

    void needAll() {
        needsAll = true;
    }

    /** The properties that rows must have; null: all. */
    @Nullable
    Set<CimName> needed() {
        return needsAll ? null : Set.copyOf(needed);
    }

    /** The class of this name, which must exist. */
    CimClass existing(CimName name, int at) throws QueryException {
        CimClass found = tree.find(name);
        if (found == null) {
            throw source.invalid(at, "No such class: " + name);
        }
        return found;
    }
}
