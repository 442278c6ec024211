package org.telvirt.benchmarks.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValues;

/** A class that no provider serves, and its instances of about one kilobyte each. */
final class StaticClass {
    static final CimNamespace VIRT = CimNamespace.of("root/virt");
    static final CimName NAME = CimName.of("TST_Static");

    private static final CimName KEY = CimName.of("InstanceID");
    private static final int TEXTS = 8;
    private static final int NUMBERS = 6;

    private StaticClass() {}

    static CimClass definition() {
        CimQualifier key = new CimQualifier(
                CimName.of("Key"),
                CimDataType.of(CimType.BOOLEAN),
                CimValues.bool(true),
                Set.of(CimFlavor.TO_SUBCLASS),
                false);
        List<CimPropertyDeclaration> properties = new ArrayList<>();
        properties.add(property(KEY, CimType.STRING, List.of(key)));
        for (int i = 0; i < TEXTS; i++) {
            properties.add(property(CimName.of("Text" + i), CimType.STRING, List.of()));
        }
        for (int i = 0; i < NUMBERS; i++) {
            properties.add(property(CimName.of("Number" + i), CimType.UINT64, List.of()));
        }
        return new CimClass(NAME, null, List.of(), properties, List.of());
    }

    private static CimPropertyDeclaration property(CimName name, CimType type, List<CimQualifier> qualifiers) {
        return new CimPropertyDeclaration(name, CimDataType.of(type), null, qualifiers, null, false);
    }

    static CimInstance instance(int number) {
        CimInstance.Builder instance = CimInstance.of(NAME).with(KEY, id(number));
        for (int i = 0; i < TEXTS; i++) {
            instance.with(CimName.of("Text" + i), "The text number " + i + " of instance " + number);
        }
        for (int i = 0; i < NUMBERS; i++) {
            instance.with(CimName.of("Number" + i), CimValues.uint64(1_000_000L * i + number));
        }
        return instance.build();
    }

    static CimInstancePath path(int number) {
        return CimInstancePath.of(NAME, KEY, id(number));
    }

    private static String id(int number) {
        return "bench:" + number;
    }
}
