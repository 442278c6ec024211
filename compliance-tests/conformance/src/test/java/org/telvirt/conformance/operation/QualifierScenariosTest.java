package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.SetQualifier;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.20", "DSP0200 5.4.2.21", "DSP0200 5.4.2.22", "DSP0200 5.4.2.23"})
class QualifierScenariosTest extends Scenarios {
    private static final CimName MARK = CimName.of("TstMark");

    private static CimQualifierDeclaration mark(CimDataType type, @Nullable CimValue value) {
        return new CimQualifierDeclaration(
                MARK,
                type,
                value,
                Set.of(CimScope.CLASS, CimScope.PROPERTY),
                Set.of(CimFlavor.OVERRIDABLE, CimFlavor.TRANSLATABLE));
    }

    @Test
    void areMadeReplacedAndRemoved() throws CimException {
        CimQualifierDeclaration first = mark(CimDataType.of(CimType.UINT32), CimValues.uint32(3));
        CimQualifierDeclaration second = mark(CimDataType.arrayOf(CimType.STRING), CimValues.texts("a", ""));

        execute(new SetQualifier(namespace, first));
        assertThat(execute(new GetQualifier(namespace, MARK))).isEqualTo(first);
        execute(new SetQualifier(namespace, second));
        assertThat(execute(new GetQualifier(namespace, MARK))).isEqualTo(second);
        assertThat(execute(new EnumerateQualifiers(namespace)).toList()).contains(second);
        execute(new DeleteQualifier(namespace, MARK));

        refused(CimStatus.NOT_FOUND, new GetQualifier(namespace, MARK), "TstMark");
        refused(CimStatus.NOT_FOUND, new DeleteQualifier(namespace, MARK), "TstMark");
    }

    @Test
    void ofTheStandardAreThereInEveryNamespace() throws CimException {
        CimQualifierDeclaration key = execute(new GetQualifier(namespace, CimName.of("key")));

        assertThat(key.type()).isEqualTo(CimDataType.of(CimType.BOOLEAN));
        assertThat(key.scopes()).containsExactlyInAnyOrder(CimScope.PROPERTY, CimScope.REFERENCE);
        assertThat(key.flavors()).containsExactly(CimFlavor.TO_SUBCLASS);
    }

    @Test
    void areNotRemovedWhileAClassUsesThem() {
        refused(CimStatus.FAILED, new DeleteQualifier(namespace, CimName.of("Key")), "Key");
    }
}
