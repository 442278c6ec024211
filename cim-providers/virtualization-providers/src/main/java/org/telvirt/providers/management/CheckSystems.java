package org.telvirt.providers.management;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DefinitionRules;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.resource.ResourceRequest;
import org.telvirt.providers.settings.SettingsReader;

/** Says whether virtual systems, defined ones and ones to be, could be active at once; changes nothing. */
final class CheckSystems implements ManagementMethod {
    private static final String SYSTEM_SETTINGS = ManagementNames.SYSTEM_SETTINGS.toString();
    private static final String RESOURCE_SETTINGS = ManagementNames.RESOURCE_SETTINGS.toString();

    private final VirtualizationFacility facility;
    private final NewSystem newSystem;

    CheckSystems(VirtualizationFacility facility) {
        this.facility = facility;
        this.newSystem = new NewSystem(facility);
    }

    @Override
    public CimName name() {
        return ManagementNames.CHECK_SYSTEMS;
    }

    @Override
    public boolean hasInvalidState() {
        return false;
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException {
        List<DomainDefinition> definitions = new ArrayList<>(present(arguments));
        definitions.addAll(wanted(arguments));
        if (definitions.isEmpty()) {
            throw CimException.invalidParameter(
                    "There is nothing to check; give " + ManagementNames.SYSTEMS + " or " + SYSTEM_SETTINGS);
        }
        List<String> lacking = facility.pools().lacking(definitions);
        return Answers.completed(
                new CimArgument(
                        ManagementNames.FITS, CimDataType.of(CimType.BOOLEAN), CimValues.bool(lacking.isEmpty())),
                new CimArgument(
                        ManagementNames.LACKING, CimDataType.arrayOf(CimType.STRING), CimValues.texts(lacking)));
    }

    /** The systems that are there, as their next start would find them; one that is named twice counts once. */
    private List<DomainDefinition> present(Arguments arguments) throws CimException {
        Map<SystemId, DomainDefinition> present = new LinkedHashMap<>();
        for (CimInstancePath path : arguments.references(ManagementNames.SYSTEMS)) {
            SystemId id = SystemPath.id(path);
            DomainDefinition definition = id == null ? null : facility.definition(id, Configuration.NEXT);
            if (id == null || definition == null) {
                throw CimException.invalidParameter(ManagementNames.SYSTEMS + ": there is no virtual system " + path
                        + "; give the paths of Telvirt_ComputerSystem instances");
            }
            present.put(id, definition);
        }
        return List.copyOf(present.values());
    }

    /** The systems that are only described. */
    private List<DomainDefinition> wanted(Arguments arguments) throws CimException {
        List<CimInstance> systems = arguments.embeddeds(ManagementNames.SYSTEM_SETTINGS);
        List<ResourceRequest> resources =
                ResourceRequest.all(RESOURCE_SETTINGS, arguments.embeddeds(ManagementNames.RESOURCE_SETTINGS));
        int count = Math.max(systems.size(), resources.isEmpty() ? 0 : 1);
        List<List<ResourceRequest>> each = distributed(arguments, resources, count);
        List<DomainDefinition> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SettingsReader system =
                    systems.isEmpty() ? null : new SettingsReader(systems.get(i), SYSTEM_SETTINGS + "[" + i + "]");
            DomainDefinition definition = newSystem.definition(null, system, each.get(i));
            wanted.add(sound(
                    definition.name().isEmpty() ? definition.withName(SYSTEM_SETTINGS + "[" + i + "]") : definition));
        }
        return wanted;
    }

    /** What nobody could define would fit anywhere. */
    private static DomainDefinition sound(DomainDefinition definition) throws CimException {
        List<String> violations = DefinitionRules.violations(definition);
        if (!violations.isEmpty()) {
            throw CimException.invalidParameter(
                    "'" + definition.name() + "' cannot be defined: " + String.join("; ", violations));
        }
        return definition;
    }

    private static List<List<ResourceRequest>> distributed(
            Arguments arguments, List<ResourceRequest> resources, int count) throws CimException {
        List<List<ResourceRequest>> each = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            each.add(new ArrayList<>());
        }
        List<Long> owners = owners(arguments, resources.size(), count);
        for (int i = 0; i < resources.size(); i++) {
            long owner = owners.get(i);
            if (owner < 0 || owner >= count) {
                throw CimException.invalidParameter(ManagementNames.RESOURCE_SYSTEMS + "[" + i + "] is " + owner
                        + ", and " + SYSTEM_SETTINGS + " has " + count + " elements, the first of which is 0");
            }
            each.get((int) owner).add(resources.get(i));
        }
        return each;
    }

    private static List<Long> owners(Arguments arguments, int resources, int systems) throws CimException {
        List<Long> owners = new ArrayList<>();
        if (arguments.value(ManagementNames.RESOURCE_SYSTEMS) instanceof CimValue.Array array) {
            for (@Nullable CimValue element : array.elements()) {
                owners.add(element instanceof CimValue.Int number ? number.bits() : -1L);
            }
        } else if (systems <= 1) {
            for (int i = 0; i < resources; i++) {
                owners.add(0L);
            }
        }
        if (owners.size() != resources) {
            throw CimException.invalidParameter(ManagementNames.RESOURCE_SYSTEMS + " has " + owners.size()
                    + " elements and " + RESOURCE_SETTINGS + " has " + resources
                    + "; say of each resource to which system it belongs, counted from 0");
        }
        return owners;
    }
}
