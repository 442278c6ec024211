package org.telvirt.mof.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.QualifierNames;
import org.telvirt.traceability.Requirement;

/** Classes A, B below A, C below A, and the association Link from A to C. */
@Requirement({"DSP0200 5.4.2.3", "DSP0200 5.4.2.7"})
class SchemaChangesTest {
    private final SchemaBuilder builder = new SchemaBuilder();

    private static CimName name(String text) {
        return CimName.of(text);
    }

    private static CimClass declared(String name, @Nullable String superclass, CimPropertyDeclaration... own) {
        return new CimClass(
                name(name), superclass == null ? null : name(superclass), List.of(), List.of(own), List.of());
    }

    private static CimPropertyDeclaration property(String name, CimDataType type) {
        return new CimPropertyDeclaration(name(name), type, null, List.of(), null, false);
    }

    private static CimQualifier flag(CimName name) {
        return new CimQualifier(name, CimDataType.of(CimType.BOOLEAN), CimValues.bool(true), Set.of(), false);
    }

    @BeforeEach
    void declare() throws ClassRuleException {
        builder.add(declared("A", null, property("P", CimDataType.of(CimType.STRING))));
        builder.add(declared("B", "A"));
        builder.add(declared("C", "A"));
        builder.add(new CimClass(
                name("Link"),
                null,
                List.of(flag(QualifierNames.ASSOCIATION)),
                List.of(
                        property("From", CimDataType.referenceTo(name("A"))),
                        property("To", CimDataType.referenceTo(name("C")))),
                List.of()));
    }

    private static void assertRefused(CimStatus status, ThrowingCallable call, String part) {
        assertThatThrownBy(call)
                .hasMessageContaining(part)
                .isInstanceOfSatisfying(
                        ClassRuleException.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void aReplacedClassHasItsNewElementsAndThoseItInherits() throws ClassRuleException {
        builder.replace(declared("B", "A", property("Q", CimDataType.of(CimType.UINT8))));

        assertThat(builder.build().find(name("b")).properties())
                .extracting(property -> property.name() + " " + property.propagated())
                .containsExactly("P true", "Q false");
    }

    @Test
    void aClassIsNotReplacedAgainstTheRules() {
        assertRefused(CimStatus.NOT_FOUND, () -> builder.replace(declared("X", null)), "'X'");
        assertRefused(CimStatus.INVALID_SUPERCLASS, () -> builder.replace(declared("A", "B")), "cannot be changed");
        assertRefused(CimStatus.CLASS_HAS_CHILDREN, () -> builder.replace(declared("A", null)), "subclass 'B'");
        assertRefused(
                CimStatus.INVALID_PARAMETER,
                () -> builder.replace(declared("B", "A", property("P", CimDataType.of(CimType.STRING)))),
                "Override");
    }

    @Test
    void aRemovedClassIsGone() throws ClassRuleException {
        builder.remove(name("b"));

        NamespaceSchema schema = builder.build();
        assertThat(schema.find(name("B"))).isNull();
        assertThat(schema.subclasses(name("A"))).extracting(CimClass::name).containsExactly(name("C"));
    }

    @Test
    void aClassThatOthersNeedIsNotRemoved() throws ClassRuleException {
        assertRefused(CimStatus.NOT_FOUND, () -> builder.remove(name("X")), "'X'");
        assertRefused(CimStatus.CLASS_HAS_CHILDREN, () -> builder.remove(name("A")), "subclass 'B'");
        assertRefused(CimStatus.FAILED, () -> builder.remove(name("C")), "'Link'");
        builder.remove(name("Link"));
        builder.remove(name("C"));
    }

    @Test
    void aClassThatBreaksARuleOfReferencesCanBeTakenOut() throws ClassRuleException {
        builder.add(new CimClass(
                name("Loose"),
                null,
                List.of(flag(QualifierNames.ASSOCIATION)),
                List.of(property("To", CimDataType.referenceTo(name("Nothing")))),
                List.of()));

        assertRefused(CimStatus.INVALID_PARAMETER, builder::buildOpen, "'Nothing'");
        builder.remove(name("Loose"));
        assertThat(builder.buildOpen().classes()).hasSize(4);
    }

    @Test
    void anIndicationIsNoSubclassOfAClassThatIsNone() {
        CimClass alarm =
                new CimClass(name("Alarm"), name("B"), List.of(flag(QualifierNames.INDICATION)), List.of(), List.of());

        assertRefused(CimStatus.INVALID_SUPERCLASS, () -> builder.add(alarm), "Indication 'Alarm'");
    }

    @Test
    void theFirstClassThatUsesAQualifierIsFound() {
        assertThat(builder.userOf(QualifierNames.ASSOCIATION)).isEqualTo(name("Link"));
        assertThat(builder.userOf(QualifierNames.INDICATION)).isNull();
    }
}
