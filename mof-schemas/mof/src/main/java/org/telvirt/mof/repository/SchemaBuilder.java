package org.telvirt.mof.repository;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;

/** Puts the classes of a namespace together, each after its superclass. */
public final class SchemaBuilder {
    // the deepest class of CIM 2.49 has nine
    private static final int DEEPEST = 100;

    private final Map<CimName, CimQualifierDeclaration> qualifiers = new LinkedHashMap<>();
    private final Map<CimName, CimClass> classes = new LinkedHashMap<>();
    private final List<CimClass> unchecked = new ArrayList<>();
    private final ClassResolver resolver = new ClassResolver();

    /** Begins with nothing. */
    public SchemaBuilder() {}

    /** Begins with all that a namespace has. */
    public SchemaBuilder(NamespaceSchema base) {
        for (CimQualifierDeclaration declaration : base.qualifiers()) {
            put(declaration);
        }
        for (CimClass definition : base.classes()) {
            classes.put(definition.name(), definition);
        }
    }

    /** The declaration of a qualifier; null: there is none. */
    public @Nullable CimQualifierDeclaration qualifier(CimName name) {
        return qualifiers.get(name);
    }

    /** A class with all that it inherits; null: there is none. */
    public @Nullable CimClass find(CimName name) {
        return classes.get(name);
    }

    /** Adds the declaration of a qualifier, in place of an earlier one. */
    public void put(CimQualifierDeclaration declaration) {
        qualifiers.put(declaration.name(), declaration);
    }

    /**
     * Adds a class.
     *
     * @param written with its own elements only
     * @return the class with all that it inherits
     * @throws ClassRuleException ALREADY_EXISTS; INVALID_SUPERCLASS: there is none of this name or it does not fit;
     *     INVALID_PARAMETER: an override breaks a rule
     */
    public CimClass add(CimClass written) throws ClassRuleException {
        CimName name = written.name();
        if (classes.containsKey(name)) {
            throw new ClassRuleException(
                    CimStatus.ALREADY_EXISTS, name, null, "There is already a class '" + name + "'");
        }
        CimClass superclass = written.superclass() == null ? null : classes.get(written.superclass());
        if (written.superclass() != null && superclass == null) {
            throw new ClassRuleException(
                    CimStatus.INVALID_SUPERCLASS,
                    name,
                    null,
                    "Class '" + name + "' has the superclass '" + written.superclass() + "', which does not exist");
        }
        requireDepth(written);
        CimClass resolved = resolver.resolved(written, superclass);
        classes.put(name, resolved);
        unchecked.add(resolved);
        return resolved;
    }

    /**
     * Replaces what a class declares.
     *
     * @param written with its own elements only
     * @return the class with all that it inherits
     * @throws ClassRuleException NOT_FOUND; INVALID_SUPERCLASS: it is not the one the class has; CLASS_HAS_CHILDREN;
     *     INVALID_PARAMETER: an override breaks a rule
     */
    public CimClass replace(CimClass written) throws ClassRuleException {
        CimClass earlier = require(written.name());
        if (!Objects.equals(earlier.superclass(), written.superclass())) {
            throw new ClassRuleException(
                    CimStatus.INVALID_SUPERCLASS,
                    earlier.name(),
                    null,
                    "Class '" + earlier.name() + "' has the superclass '" + earlier.superclass()
                            + "', which cannot be changed to '" + written.superclass() + "'");
        }
        requireNoChildren(earlier.name());
        CimClass superclass = written.superclass() == null ? null : classes.get(written.superclass());
        CimClass resolved = resolver.resolved(written, superclass);
        classes.put(earlier.name(), resolved);
        unchecked.removeIf(added -> added.name().equals(earlier.name()));
        unchecked.add(resolved);
        return resolved;
    }

    /**
     * Removes a class.
     *
     * @throws ClassRuleException NOT_FOUND; CLASS_HAS_CHILDREN; FAILED: another class refers to it
     */
    public void remove(CimName name) throws ClassRuleException {
        CimClass gone = require(name);
        requireNoChildren(gone.name());
        CimName user = ClassUses.ofClass(gone.name(), classes.values());
        if (user != null) {
            throw new ClassRuleException(
                    CimStatus.FAILED,
                    gone.name(),
                    null,
                    "Class '" + gone.name() + "' is referred to by '" + user + "'; remove that first");
        }
        classes.remove(name);
        unchecked.removeIf(added -> added.name().equals(name));
    }

    /**
     * The class that uses a qualifier.
     *
     * @return the first one found; null: none does
     */
    public @Nullable CimName userOf(CimName qualifier) {
        return ClassUses.ofQualifier(qualifier, classes.values());
    }

    /** Removes the declaration of a qualifier, which no class uses. */
    public void removeQualifier(CimName name) {
        qualifiers.remove(name);
    }

    private CimClass require(CimName name) throws ClassRuleException {
        CimClass found = classes.get(name);
        if (found == null) {
            throw new ClassRuleException(CimStatus.NOT_FOUND, name, null, "There is no class '" + name + "'");
        }
        return found;
    }

    private void requireNoChildren(CimName name) throws ClassRuleException {
        for (CimClass other : classes.values()) {
            if (name.equals(other.superclass())) {
                throw new ClassRuleException(
                        CimStatus.CLASS_HAS_CHILDREN,
                        name,
                        null,
                        "Class '" + name + "' has the subclass '" + other.name() + "'");
            }
        }
    }

    private void requireDepth(CimClass written) throws ClassRuleException {
        CimName next = written.superclass();
        for (int depth = 0; next != null; depth++) {
            if (depth == DEEPEST) {
                throw new ClassRuleException(
                        CimStatus.INVALID_SUPERCLASS,
                        written.name(),
                        null,
                        "Class '" + written.name() + "' has more than " + DEEPEST + " ancestors");
            }
            CimClass definition = classes.get(next);
            next = definition == null ? null : definition.superclass();
        }
    }

    /**
     * The classes and qualifiers so far, for good.
     *
     * @throws ClassRuleException INVALID_PARAMETER: a reference points to a class that does not exist, or to one that
     *     does not narrow what it overrides
     */
    public NamespaceSchema build() throws ClassRuleException {
        return build(new ReferenceRules(classes, false));
    }

    /**
     * The classes and qualifiers so far, to which more are to be added one by one. Parameters of methods may refer to
     * classes that do not exist, since two classes can refer to each other.
     *
     * @throws ClassRuleException INVALID_PARAMETER: a reference of an association points to a class that does not exist,
     *     or one to a class that does not narrow what it overrides
     */
    public NamespaceSchema buildOpen() throws ClassRuleException {
        return build(new ReferenceRules(classes, true));
    }

    private NamespaceSchema build(ReferenceRules rules) throws ClassRuleException {
        for (CimClass added : unchecked) {
            rules.check(added);
        }
        unchecked.clear();
        return new NamespaceSchema(classes.values(), qualifiers);
    }
}
