package org.telvirt.providers.resource;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.PoolChoice;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.pool.PoolPath;
import org.telvirt.providers.settings.SettingsReader;

/**
 * Settings of a resource that a client sent. Their class may be ours, the standard's for their kind, or plainly
 * CIM_ResourceAllocationSettingData with a ResourceType.
 *
 * @param instanceId what they name; null: nothing
 */
public record ResourceRequest(
        ResourceKind kind,
        SettingsReader settings,
        @Nullable String instanceId) {
    /** It makes no difference between what is automatic and what has to be asked for. */
    private static final CimValue TRUE = CimValues.bool(true);

    private static final CimValue NONE = CimValues.uint64(0);
    private static final CimValue UNKNOWN = CimValues.uint16(0);
    private static final CimValue VIRTUALIZED = CimValues.uint16(3);

    /** The requests in the elements of a parameter. */
    public static List<ResourceRequest> all(String parameter, List<CimInstance> inputs) throws CimException {
        List<ResourceRequest> requests = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            requests.add(of(inputs.get(i), parameter + "[" + i + "]"));
        }
        return requests;
    }

    private static ResourceRequest of(CimInstance input, String what) throws CimException {
        SettingsReader settings = new SettingsReader(input, what);
        return new ResourceRequest(kind(settings), settings, settings.text(ElementNames.INSTANCE_ID));
    }

    private static ResourceKind kind(SettingsReader settings) throws CimException {
        BigInteger type = settings.number(ResourceNames.RESOURCE_TYPE);
        ResourceKind byClass = ResourceKinds.ofClass(settings.className());
        ResourceKind byType = type == null ? null : ResourceKinds.ofType(type.intValue());
        if (type != null && byType == null) {
            throw settings.refuse("ResourceType " + type + " cannot be had here; 3 (Processor), 4 (Memory),"
                    + " 10 (Ethernet Adapter), 12 (I/O Slot), 13 (Other I/O Device), 14 (Floppy Drive), 15 (CD Drive),"
                    + " 16 (DVD drive), 17 (Disk Drive), 19 (Storage Extent), 21 (Serial port), 24 (Graphics"
                    + " controller), 31 (Logical Disk) and 1 (Other: Shared Memory) can; what a network port is plugged"
                    + " into is its Connection");
        } else if (byClass != null && byType != null && byClass != byType) {
            throw settings.refuse(settings.className() + " is for " + byClass.word() + " and ResourceType " + type
                    + " for " + byType.word() + "; give one of them");
        }
        ResourceKind said = byClass == null ? byType : byClass;
        // settings that are only to be changed need not say what they are of
        ResourceKind kind = said == null ? ResourceKinds.ofInstanceId(settings.text(ElementNames.INSTANCE_ID)) : said;
        if (kind == null) {
            throw settings.refuse("neither the class " + settings.className() + " nor ResourceType nor InstanceID says"
                    + " what it is; give ResourceType");
        }
        return kind;
    }

    /** The definition with one more resource, or for the one resource of its kind with these settings. */
    public DomainDefinition addTo(DomainDefinition definition) throws CimException {
        acceptWhatIsSo();
        DomainDefinition changed = kind.with(definition, settings);
        List<String> devices = kind.devices(changed);
        return finished(changed, devices.get(devices.size() - 1));
    }

    /** The definition with this resource changed, which it has. */
    public DomainDefinition change(DomainDefinition definition, String device) throws CimException {
        acceptWhatIsSo();
        return finished(kind.modified(definition, device, settings), device);
    }

    /** The pool that was asked for is noted; the facility says whether the resource can come from it. */
    private DomainDefinition finished(DomainDefinition changed, String device) throws CimException {
        String text = settings.text(ResourceNames.POOL_ID);
        settings.finish();
        if (text == null) {
            return changed;
        }
        PoolId pool = PoolPath.named(text);
        if (pool == null || !kind.hasType(PoolPath.resourceType(pool.kind()))) {
            throw settings.refuse(
                    "PoolID '" + text + "' is no pool of " + kind.word() + "; give the PoolID of one, or leave it out");
        }
        return PoolChoice.with(changed, device, pool);
    }

    private void acceptWhatIsSo() {
        settings.accept(ResourceNames.AUTOMATIC_ALLOCATION, TRUE);
        settings.accept(ResourceNames.AUTOMATIC_DEALLOCATION, TRUE);
        settings.accept(ResourceNames.CONSUMER_VISIBILITY, UNKNOWN, VIRTUALIZED);
        settings.accept(ResourceNames.RESERVATION, NONE);
    }
}
