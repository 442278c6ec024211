package org.telvirt.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** A few classes that have a property of each type, and the classes of indications. */
public final class TestTree implements ClassTree {
    private final Map<CimName, CimClass> classes = List.of(
                    type("Test_Base", null, property("Id", CimDataType.of(CimType.STRING))),
                    guest(),
                    type("Test_BigGuest", "Test_Guest"),
                    part("Test_Part", null),
                    part("Test_BigPart", "Test_Part", property("Extra", CimDataType.of(CimType.UINT32))),
                    type("CIM_ComputerSystem", null, enabledState()),
                    type("Test_System", "CIM_ComputerSystem", enabledState()),
                    type("CIM_Indication", null, property("IndicationTime", CimDataType.of(CimType.DATETIME))),
                    type("CIM_InstIndication", "CIM_Indication", source()),
                    type("CIM_InstCreation", "CIM_InstIndication", source()),
                    type("CIM_InstModification", "CIM_InstIndication", source(), embedded("PreviousInstance", null)))
            .stream()
            .collect(Collectors.toMap(CimClass::name, Function.identity()));

    private static CimClass guest() {
        List<CimPropertyDeclaration> properties = new ArrayList<>();
        properties.add(property("Id", CimDataType.of(CimType.STRING)));
        for (CimType type : CimType.values()) {
            if (type != CimType.REFERENCE) {
                properties.add(property("A_" + type, CimDataType.of(type)));
                properties.add(property("L_" + type, CimDataType.arrayOf(type)));
            }
        }
        properties.add(property("Length", CimDataType.of(CimType.DATETIME)));
        properties.add(property("Peer", CimDataType.referenceTo(CimName.of("Test_Guest"))));
        properties.add(property(
                "Ranked",
                CimDataType.arrayOf(CimType.STRING),
                qualifier("ArrayType", CimDataType.of(CimType.STRING), CimValues.text("Ordered"))));
        properties.add(enabledState());
        properties.add(embedded("Part", "Test_Part"));
        properties.add(embedded("Anything", null));
        return type("Test_Guest", "Test_Base", properties.toArray(CimPropertyDeclaration[]::new));
    }

    private static CimClass part(String name, @Nullable String superclass, CimPropertyDeclaration... more) {
        List<CimPropertyDeclaration> properties = new ArrayList<>(List.of(
                property("Size", CimDataType.of(CimType.UINT32)),
                property("Label", CimDataType.of(CimType.STRING)),
                embedded("Inner", "Test_Part")));
        properties.addAll(List.of(more));
        return type(name, superclass, properties.toArray(CimPropertyDeclaration[]::new));
    }

    private static CimPropertyDeclaration enabledState() {
        return property(
                "EnabledState",
                CimDataType.of(CimType.UINT16),
                qualifier("ValueMap", CimDataType.arrayOf(CimType.STRING), CimValues.texts("2", "3", "8..15")),
                qualifier(
                        "Values", CimDataType.arrayOf(CimType.STRING), CimValues.texts("Enabled", "Disabled", "DMTF")));
    }

    private static CimPropertyDeclaration source() {
        return embedded("SourceInstance", null);
    }

    private static CimPropertyDeclaration embedded(String name, @Nullable String className) {
        return property(
                name,
                CimDataType.of(CimType.STRING)
                        .embedding(className == null ? CimDataType.Embedding.OBJECT : CimDataType.Embedding.INSTANCE),
                className == null
                        ? qualifier("EmbeddedObject", CimDataType.of(CimType.BOOLEAN), CimValues.bool(true))
                        : qualifier("EmbeddedInstance", CimDataType.of(CimType.STRING), CimValues.text(className)));
    }

    private static CimQualifier qualifier(String name, CimDataType type, CimValue value) {
        return new CimQualifier(CimName.of(name), type, value, Set.of(), false);
    }

    private static CimPropertyDeclaration property(String name, CimDataType type, CimQualifier... qualifiers) {
        return new CimPropertyDeclaration(CimName.of(name), type, null, List.of(qualifiers), null, false);
    }

    private static CimClass type(String name, @Nullable String superclass, CimPropertyDeclaration... properties) {
        List<CimPropertyDeclaration> all = List.of(properties);
        if ("Test_BigGuest".equals(name)) {
            all = guest().properties();
        }
        CimName parent = superclass == null ? null : CimName.of(superclass);
        return new CimClass(CimName.of(name), parent, List.of(), all, List.of());
    }

    @Override
    public @Nullable CimClass find(CimName name) {
        return classes.get(name);
    }

    @Override
    public boolean isA(CimName name, CimName ancestor) {
        for (CimClass at = find(name); at != null; at = at.superclass() == null ? null : find(at.superclass())) {
            if (at.name().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
