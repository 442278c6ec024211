package org.telvirt.cim.operation;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;

/**
 * What an enumeration context yields; a pull of another kind than the open is an error (DSP0200 §5.4.2.24.1).
 *
 * @param name the end of the operation names, such as {@code InstancesWithPath}
 * @param type the items
 */
public record ItemKind<T>(String name, Class<T> type) {
    public static final ItemKind<CimInstance> INSTANCES_WITH_PATH =
            new ItemKind<>("InstancesWithPath", CimInstance.class);
    /** Results of a query. */
    public static final ItemKind<CimInstance> INSTANCES = new ItemKind<>("Instances", CimInstance.class);

    public static final ItemKind<CimInstancePath> INSTANCE_PATHS =
            new ItemKind<>("InstancePaths", CimInstancePath.class);
}
