package org.telvirt.providers.management;

import java.util.List;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.facility.SystemId;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;

/** The results of methods as output parameters. */
final class Results {
    private static final CimDataType SYSTEM = CimDataType.referenceTo(ManagementNames.CIM_COMPUTER_SYSTEM);
    private static final CimDataType RESOURCES = new CimDataType(
            CimType.REFERENCE, true, null, ManagementNames.CIM_RESOURCE_ALLOCATION_SETTING_DATA, Embedding.NONE);

    private Results() {}

    /** ResultingSystem. */
    static CimArgument system(SystemId id) {
        return new CimArgument(
                ManagementNames.RESULTING_SYSTEM,
                SYSTEM,
                CimValues.reference(SystemPath.of(id).in(Namespaces.VIRT)));
    }

    /** ResultingResourceSettings, in the order of the input. */
    static CimArgument resources(List<CimInstancePath> paths) {
        List<CimInstancePath> full =
                paths.stream().map(path -> path.in(Namespaces.VIRT)).toList();
        return new CimArgument(ManagementNames.RESULTING_RESOURCE_SETTINGS, RESOURCES, CimValues.references(full));
    }
}
