package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Laboratory;
import org.telvirt.conformance.specimen.Resource;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;
import org.telvirt.conformance.wbem.WbemServer;

/** The six methods of CIM_VirtualSystemManagementService (DSP1042, 8.2). */
final class ManagementClauses {
    private static final CimName INSTANCE_ID = CimName.of("InstanceID");
    private static final CimName ELEMENT_NAME = CimName.of("ElementName");
    private static final CimName VIRTUAL_QUANTITY = CimName.of("VirtualQuantity");
    private static final CimName RESOURCE_TYPE = CimName.of("ResourceType");
    private static final String RESULTS = "ResultingResourceSettings";
    private static final long NOT_SUPPORTED = 1;
    private static final long FAILED = 2;
    private static final long INVALID_PARAMETER = 4;
    private static final long INVALID_STATE = 5;
    private static final long INCOMPATIBLE = 6;
    private static final int NO_SUCH_TYPE = 29_999;

    private ManagementClauses() {}

    static void define(Subject subject, Findings findings) throws CimException {
        Laboratory laboratory = subject.laboratory();
        String name = laboratory.freshName();
        Outcome outcome = laboratory.define(name, List.of(Resource.processors(3), Resource.memory(48)));
        CimInstancePath path = outcome.path("ResultingSystem");
        if (!outcome.succeeded() || path == null) {
            findings.add("DefineSystem", "gives " + outcome + laboratory.why(outcome) + " and ResultingSystem " + path);
            return;
        }
        CimInstance system = subject.server().get(WbemServer.whole(path, subject.implementation()));
        if (system == null) {
            findings.add(path, "was given by DefineSystem and cannot be fetched");
            return;
        }
        findings.unless(name.equals(system.text(ELEMENT_NAME)), path, "is not named " + name + " as was asked for");
        Long state = system.number(CimName.of("EnabledState"));
        findings.unless(
                state != null && state == SystemState.DEFINED.enabledState(),
                path,
                "EnabledState is " + state + " after DefineSystem");
        CimInstance configuration = subject.server()
                .associators(path(system), "CIM_SettingsDefineState", "CIM_VirtualSystemSettingData")
                .get(0);
        expect(subject, configuration, Resource.PROCESSOR, 3, findings);
        CimInstance memory = part(subject, configuration, Resource.MEMORY);
        findings.unless(
                memory != null && bytes(memory) == 48L << 20,
                path(configuration),
                "has not the memory of 48 MiB that was asked for");
    }

    private static void expect(Subject subject, CimInstance configuration, int type, long quantity, Findings findings)
            throws CimException {
        CimInstance part = part(subject, configuration, type);
        Long value = part == null ? null : part.number(VIRTUAL_QUANTITY);
        findings.unless(
                value != null && value == quantity,
                path(configuration),
                "has VirtualQuantity " + value + " of resource type " + type + ", not " + quantity);
    }

    private static @Nullable CimInstance part(Subject subject, CimInstance configuration, int type)
            throws CimException {
        for (CimInstance part : subject.server()
                .associators(
                        path(configuration),
                        "CIM_VirtualSystemSettingDataComponent",
                        "CIM_ResourceAllocationSettingData")) {
            Long value = part.number(RESOURCE_TYPE);
            if (value != null && value == type) {
                return part;
            }
        }
        return null;
    }

    /** VirtualQuantity of memory in bytes, by its units. */
    static long bytes(CimInstance memory) {
        Long quantity = memory.number(VIRTUAL_QUANTITY);
        String units = memory.text(CimName.of("VirtualQuantityUnits"));
        if (units == null || units.equals("count")) {
            units = Objects.requireNonNullElse(memory.text(CimName.of("AllocationUnits")), "byte");
        }
        String compact = units.replace(" ", "");
        int power = compact.startsWith("byte*2^") ? Integer.parseInt(compact.substring("byte*2^".length())) : 0;
        return quantity == null ? -1 : quantity << power;
    }

    static void defineDefault(Subject subject, Findings findings) throws CimException {
        Outcome outcome = subject.laboratory().define(subject.laboratory().freshName(), List.of());
        findings.unless(
                outcome.succeeded() && outcome.path("ResultingSystem") != null,
                "DefineSystem without resources",
                "gives " + outcome + subject.laboratory().why(outcome));
        CimInstancePath system = outcome.path("ResultingSystem");
        if (system != null) {
            CimInstance configuration = subject.server()
                    .associators(
                            WbemServer.whole(system, subject.implementation()),
                            "CIM_SettingsDefineState",
                            "CIM_VirtualSystemSettingData")
                    .get(0);
            for (int type : List.of(Resource.PROCESSOR, Resource.MEMORY)) {
                findings.unless(
                        part(subject, configuration, type) != null,
                        path(configuration),
                        "has no resource of type " + type + " although every system needs one");
            }
        }
    }

    static void reference(Subject subject, Findings findings) throws CimException {
        Laboratory laboratory = subject.laboratory();
        try (Specimen model = laboratory.specimen(Resource.processors(3), Resource.memory(48))) {
            CimInstance settings = CimInstance.of(CimName.of("CIM_VirtualSystemSettingData"))
                    .with(ELEMENT_NAME, laboratory.freshName())
                    .build();
            Outcome outcome = laboratory.settled(laboratory.manage(
                    "DefineSystem",
                    Outcome.argument("SystemSettings", CimValues.embedded(settings)),
                    Outcome.argument("ReferenceConfiguration", CimValues.reference(path(model.defined())))));
            CimInstancePath system = outcome.path("ResultingSystem");
            if (!outcome.succeeded() || system == null) {
                findings.unless(
                        outcome.refusedBy(NOT_SUPPORTED),
                        "DefineSystem with ReferenceConfiguration",
                        "gives " + outcome);
                return;
            }
            CimInstance configuration = subject.server()
                    .associators(
                            WbemServer.whole(system, subject.implementation()),
                            "CIM_SettingsDefineState",
                            "CIM_VirtualSystemSettingData")
                    .get(0);
            expect(subject, configuration, Resource.PROCESSOR, 3, findings);
            laboratory.destroy(WbemServer.whole(system, subject.implementation()));
        }
    }

    static void allOrNothing(Subject subject, Findings findings) throws CimException {
        Laboratory laboratory = subject.laboratory();
        int before = subject.server()
                .names(subject.implementation(), "CIM_ComputerSystem")
                .size();
        CimInstance impossible =
                Resource.of("CIM_ResourceAllocationSettingData", NO_SUCH_TYPE).build();
        Outcome outcome = laboratory.define(laboratory.freshName(), List.of(Resource.processors(1), impossible));
        findings.unless(
                outcome.refusedBy(NOT_SUPPORTED, FAILED, INVALID_PARAMETER),
                "DefineSystem with a resource of type " + NO_SUCH_TYPE,
                "gives " + outcome + ", not 1, 2 or 4");
        int after = subject.server()
                .names(subject.implementation(), "CIM_ComputerSystem")
                .size();
        findings.unless(
                before == after,
                "DefineSystem",
                "was refused, and yet there are " + (after - before) + " more systems");

        try (Specimen specimen = laboratory.small()) {
            CimInstance defined = specimen.defined();
            int parts = specimen.resources(defined).size();
            Outcome added = laboratory.settled(laboratory.manage(
                    "AddResourceSettings",
                    Outcome.argument("AffectedConfiguration", CimValues.reference(path(defined))),
                    Outcome.argument(
                            "ResourceSettings", CimValues.embeddeds(List.of(Resource.networkPort(), impossible)))));
            findings.unless(
                    added.refusedBy(NOT_SUPPORTED, FAILED, INVALID_PARAMETER, INCOMPATIBLE),
                    path(defined),
                    "AddResourceSettings with an impossible second one gives " + added);
            findings.unless(
                    specimen.resources(specimen.defined()).size() == parts,
                    path(defined),
                    "AddResourceSettings was refused, and yet there are other parts");
        }
    }

    static void destroy(Subject subject, Findings findings) throws CimException {
        for (SystemState state : SystemState.values()) {
            Specimen specimen = subject.rich();
            specimen.bring(state);
            CimInstancePath configuration = path(specimen.state());
            Outcome outcome = subject.laboratory().destroy(specimen.path());
            findings.unless(
                    outcome.succeeded(), specimen.path(), "DestroySystem in the state " + state + " gives " + outcome);
            for (CimInstancePath gone : List.of(specimen.path(), configuration)) {
                findings.unless(subject.server().get(gone) == null, gone, "is there after DestroySystem");
            }
            Outcome again = subject.laboratory().destroy(specimen.path());
            findings.unless(
                    !again.succeeded(), specimen.path(), "DestroySystem of what is destroyed already gives " + again);
        }
    }

    static void add(Subject subject, Findings findings) throws CimException {
        Laboratory laboratory = subject.laboratory();
        try (Specimen specimen = laboratory.small()) {
            CimInstance defined = specimen.defined();
            Outcome outcome = laboratory.settled(laboratory.manage(
                    "AddResourceSettings",
                    Outcome.argument("AffectedConfiguration", CimValues.reference(path(defined))),
                    Outcome.argument(
                            "ResourceSettings",
                            CimValues.embeddeds(List.of(Resource.serialPort(), Resource.networkPort())))));
            List<CimInstancePath> results = outcome.paths(RESULTS);
            findings.unless(
                    outcome.succeeded() && results.size() == 2,
                    path(defined),
                    "AddResourceSettings of two gives " + outcome + laboratory.why(outcome) + " and " + results);
            List<Integer> types = List.of(Resource.SERIAL_PORT, Resource.ETHERNET_ADAPTER);
            for (int i = 0; i < results.size() && i < types.size(); i++) {
                CimInstance made = subject.server().get(WbemServer.whole(results.get(i), subject.implementation()));
                Long type = made == null ? null : made.number(RESOURCE_TYPE);
                findings.unless(
                        type != null && type == (long) types.get(i),
                        results.get(i),
                        "is result " + i + " and of resource type " + type + ", not " + types.get(i));
            }
            Outcome nowhere = laboratory.manage(
                    "AddResourceSettings",
                    Outcome.argument("AffectedConfiguration", CimValues.reference(unknown(path(defined)))),
                    Outcome.argument("ResourceSettings", CimValues.embeddeds(List.of(Resource.networkPort()))));
            findings.unless(
                    !nowhere.succeeded(),
                    "AddResourceSettings",
                    "to a configuration that is not there gives " + nowhere);
        }
    }

    static void modifyResources(Subject subject, Findings findings) throws CimException {
        Laboratory laboratory = subject.laboratory();
        try (Specimen specimen = laboratory.small()) {
            CimInstance processor = part(subject, specimen.defined(), Resource.PROCESSOR);
            if (processor == null) {
                findings.add(path(specimen.defined()), "has no processor setting");
                return;
            }
            CimInstance.Builder change = Resource.of("CIM_ResourceAllocationSettingData", Resource.PROCESSOR)
                    .with(VIRTUAL_QUANTITY, CimValues.uint64(2));
            Outcome nameless = modify(laboratory, change.build());
            findings.unless(
                    nameless.refusedBy(FAILED, INVALID_PARAMETER, INVALID_STATE, INCOMPATIBLE),
                    "ModifyResourceSettings",
                    "without InstanceID gives " + nameless);
            Outcome outcome = modify(
                    laboratory,
                    change.with(INSTANCE_ID, processor.text(INSTANCE_ID)).build());
            findings.unless(
                    outcome.succeeded(),
                    path(processor),
                    "ModifyResourceSettings gives " + outcome + laboratory.why(outcome));
            CimInstance changed = subject.server().get(path(processor));
            Long quantity = changed == null ? null : changed.number(VIRTUAL_QUANTITY);
            findings.unless(
                    quantity != null && quantity == 2,
                    path(processor),
                    "VirtualQuantity is " + quantity + " after ModifyResourceSettings to 2");
        }
    }

    private static Outcome modify(Laboratory laboratory, CimInstance setting) throws CimException {
        return laboratory.settled(laboratory.manage(
                "ModifyResourceSettings", Outcome.argument("ResourceSettings", CimValues.embeddeds(List.of(setting)))));
    }

    static void modifySystem(Subject subject, Findings findings) throws CimException {
        Laboratory laboratory = subject.laboratory();
        try (Specimen specimen = laboratory.small()) {
            String name = laboratory.freshName();
            CimInstance.Builder change =
                    CimInstance.of(CimName.of("CIM_VirtualSystemSettingData")).with(ELEMENT_NAME, name);
            Outcome nameless = modifySettings(laboratory, change.build());
            findings.unless(
                    nameless.refusedBy(FAILED, INVALID_PARAMETER, INVALID_STATE, INCOMPATIBLE),
                    "ModifySystemSettings",
                    "without InstanceID gives " + nameless);
            CimInstance defined = specimen.defined();
            Outcome outcome = modifySettings(
                    laboratory,
                    change.with(INSTANCE_ID, defined.text(INSTANCE_ID)).build());
            findings.unless(
                    outcome.succeeded(),
                    path(defined),
                    "ModifySystemSettings gives " + outcome + laboratory.why(outcome));
            findings.unless(
                    name.equals(specimen.defined().text(ELEMENT_NAME)),
                    path(defined),
                    "ElementName is not what ModifySystemSettings made it");
        }
    }

    private static Outcome modifySettings(Laboratory laboratory, CimInstance settings) throws CimException {
        return laboratory.settled(laboratory.manage(
                "ModifySystemSettings", Outcome.argument("SystemSettings", CimValues.embedded(settings))));
    }

    static void remove(Subject subject, Findings findings) throws CimException {
        Laboratory laboratory = subject.laboratory();
        try (Specimen specimen = subject.rich()) {
            CimInstance port = part(subject, specimen.defined(), Resource.SERIAL_PORT);
            if (port == null) {
                findings.add(specimen.path(), "has no setting for the serial port that it was defined with");
                return;
            }
            Outcome outcome = removal(laboratory, path(port));
            findings.unless(
                    outcome.succeeded(),
                    path(port),
                    "RemoveResourceSettings gives " + outcome + laboratory.why(outcome));
            findings.unless(
                    subject.server().get(path(port)) == null, path(port), "is there after RemoveResourceSettings");
            Outcome again = removal(laboratory, path(port));
            findings.unless(
                    !again.succeeded(), path(port), "RemoveResourceSettings of what is not there gives " + again);
        }
    }

    private static Outcome removal(Laboratory laboratory, CimInstancePath setting) throws CimException {
        return laboratory.settled(laboratory.manage(
                "RemoveResourceSettings",
                Outcome.argument("ResourceSettings", CimValues.references(List.of(setting)))));
    }

    /** A path like this one that leads to nothing. */
    static CimInstancePath unknown(CimInstancePath path) {
        return path.withKeys(path.keys().stream()
                .map(key -> new CimKey(key.name(), CimValues.text("Nobody:none")))
                .toList());
    }
}
