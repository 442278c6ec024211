package org.telvirt.cimom;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cimom.schema.ClassTrim;
import org.telvirt.cimom.schema.Schema;

/** Reads classes (DSP0200 §5.4.2.1, §5.4.2.9, §5.4.2.10). */
final class ClassReader {
    private ClassReader() {}

    static CimClass get(GetClass operation, Schema schema) throws CimException {
        CimClass found =
                schema.require(operation.className(), CimStatus.NOT_FOUND).declaration();
        return ClassTrim.trimmed(found, operation.view());
    }

    static CimCursor<CimClass> enumerate(EnumerateClasses operation, Schema schema) throws CimException {
        return CimCursor.of(below(operation.className(), operation.deepInheritance(), schema))
                .map(found -> ClassTrim.trimmed(found, operation.view()));
    }

    static CimCursor<CimName> enumerateNames(EnumerateClassNames operation, Schema schema) throws CimException {
        return CimCursor.of(below(operation.className(), operation.deepInheritance(), schema))
                .map(CimClass::name);
    }

    private static List<CimClass> below(@Nullable CimName className, boolean deep, Schema schema) throws CimException {
        if (className == null) {
            return deep ? schema.classes() : schema.roots();
        }
        CimName name = schema.require(className, CimStatus.INVALID_CLASS).name();
        return deep ? schema.descendants(name) : schema.children(name);
    }
}
