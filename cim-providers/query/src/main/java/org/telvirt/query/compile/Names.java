package org.telvirt.query.compile;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;
import org.telvirt.query.QueryException;
import org.telvirt.query.operand.ClassNameOf;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.operand.Member;
import org.telvirt.query.operand.Operand;
import org.telvirt.query.operand.Row;
import org.telvirt.query.operand.RowProperty;
import org.telvirt.query.syntax.Expression;

/** Finds what names mean: variables, the row, its properties, and those of objects embedded in it. */
final class Names {
    private static final CimName THIS = CimName.of("__this");
    private static final CimName CLASS = CimName.of("__CLASS");

    private final Scope scope;

    Names(Scope scope) {
        this.scope = scope;
    }

    Typed head(Expression.Name name) throws QueryException {
        Typed variable = scope.variable(name.name());
        if (variable != null) {
            return variable;
        } else if (scope.isAlias(name.name()) || (name.name().equals(THIS) && scope.rules() == Rules.WQL)) {
            return row();
        } else if (name.name().equals(CLASS) && scope.rules() == Rules.WQL) {
            return Typed.of(new ClassNameOf(row().operand()), CimType.STRING);
        }
        CimClass from = scope.from();
        if (from == null) {
            scope.need(name.name());
            return Typed.unknown(new RowProperty(name.name()));
        }
        CimPropertyDeclaration property = from.property(name.name());
        if (property == null && name.name().equals(from.name())) {
            return row();
        }
        return property(from, property, name.name(), name.at());
    }

    private Typed row() {
        scope.needAll();
        CimClass from = scope.from();
        return new Typed(
                new Row(),
                CimDataType.of(CimType.STRING).embedding(Embedding.INSTANCE),
                from == null ? null : from.name(),
                null);
    }

    private Typed property(CimClass of, @Nullable CimPropertyDeclaration property, CimName name, int at)
            throws QueryException {
        if (property == null) {
            throw scope.source().invalid(at, "Class " + of.name() + " has no property " + name);
        }
        scope.need(name);
        return typed(new RowProperty(name), property);
    }

    Typed member(Expression.Member member, @Nullable Typed object) throws QueryException {
        if (object == null || object.operand() instanceof Row) {
            return ofRow(member);
        }
        if (object.isArray()) {
            throw scope.source()
                    .invalid(member.at(), object.noun() + " is an array: name an element, such as [0], before the '.'");
        } else if (object.kind() == Kind.REFERENCE) {
            throw scope.source()
                    .notOffered(member.at(), "Following references is not offered: " + object.noun() + " is one");
        } else if (!Kind.OBJECT.takes(object.kind())) {
            throw scope.source().invalid(member.at(), object.noun() + " has no properties: it is no embedded object");
        }
        Operand operand = new Member(object.operand(), member.scope(), member.name(), scope.tree());
        CimName className = member.scope() == null ? object.objectClass() : member.scope();
        if (className == null) {
            return Typed.unknown(operand);
        }
        CimClass of = member.scope() == null ? scope.tree().find(className) : scope.existing(className, member.at());
        return of == null ? Typed.unknown(operand) : declared(operand, of, member);
    }

    private Typed ofRow(Expression.Member member) throws QueryException {
        CimClass from = scope.from();
        CimName asked = member.scope();
        if (asked == null) {
            if (from == null) {
                scope.need(member.name());
                return Typed.unknown(new RowProperty(member.name()));
            }
            return property(from, from.property(member.name()), member.name(), member.at());
        }
        CimClass of = scope.existing(asked, member.at());
        boolean always = from != null && scope.tree().isA(from.name(), asked);
        if (always) {
            return property(of, of.property(member.name()), member.name(), member.at());
        }
        scope.needAll();
        return declared(new Member(new Row(), asked, member.name(), scope.tree()), of, member);
    }

    private Typed declared(Operand operand, CimClass of, Expression.Member member) throws QueryException {
        CimPropertyDeclaration property = of.property(member.name());
        if (property == null) {
            throw scope.source().invalid(member.at(), "Class " + of.name() + " has no property " + member.name());
        }
        return typed(operand, property);
    }

    private static Typed typed(Operand operand, CimPropertyDeclaration property) {
        CimQualifier embedded = property.qualifier(QualifierNames.EMBEDDED_INSTANCE);
        CimName objectClass =
                embedded != null && embedded.value() instanceof CimValue.Text text && CimName.isValid(text.value())
                        ? CimName.of(text.value())
                        : null;
        return new Typed(operand, type(property), objectClass, property);
    }

    /** The type, standing for embedded objects where qualifiers say so. */
    private static CimDataType type(CimPropertyDeclaration property) {
        boolean embeds = property.has(QualifierNames.EMBEDDED_OBJECT)
                || property.qualifier(QualifierNames.EMBEDDED_INSTANCE) != null;
        return embeds && !property.type().embeds() ? property.type().embedding(Embedding.OBJECT) : property.type();
    }
}
