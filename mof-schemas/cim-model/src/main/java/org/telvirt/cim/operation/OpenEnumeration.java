package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/**
 * Begins an enumeration that is pulled in parts (DSP0200 §5.4.2.24).
 *
 * @param enumeration what is enumerated
 */
public record OpenEnumeration<T>(EnumerationOperation<T> enumeration, OpenOptions options)
        implements CimOperation<EnumerationPart<T>> {
    @Override
    public CimNamespace namespace() {
        return enumeration.namespace();
    }

    /** One of OpenEnumerateInstances, OpenAssociatorInstancePaths and so on. */
    @Override
    public String operationName() {
        String name = enumeration.operationName();
        boolean paths = enumeration.itemKind().equals(ItemKind.INSTANCE_PATHS);
        if (name.startsWith("EnumerateInstance")) {
            return paths ? "OpenEnumerateInstancePaths" : "OpenEnumerateInstances";
        }
        String source = name.startsWith("Associator") ? "OpenAssociator" : "OpenReference";
        return source + (paths ? "InstancePaths" : "Instances");
    }

    @Override
    public EnumerationPart<T> performedBy(CimOperations target) throws CimException {
        return target.open(this);
    }
}
