package org.telvirt.conformance.clause;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.conformance.specimen.Laboratory;
import org.telvirt.conformance.specimen.Pause;
import org.telvirt.conformance.specimen.Resource;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.WbemServer;

/**
 * A server that is judged, with some virtual systems that stand for all: one in each state, one of them with a disk, a network port and
 * a serial port. They are made when they are first needed and destroyed at the end.
 */
public final class Subject implements AutoCloseable {
    /** Values of Dedicated: a switch of layer 2, and a switch. */
    private static final Set<Long> SWITCHES = Set.of(5L, 38L);

    private static final List<String> INTEROP_NAMES = List.of("root/interop", "interop", "root/PG_InterOp");

    private final WbemServer server;
    private final CimNamespace interop;
    private final CimNamespace implementation;
    private final Laboratory laboratory;
    private boolean populated;

    private Subject(WbemServer server, CimNamespace interop, CimNamespace implementation, Pause pause) {
        this.server = server;
        this.interop = interop;
        this.implementation = implementation;
        this.laboratory = new Laboratory(server, implementation, pause);
    }

    /**
     * Finds the Interop namespace and, from the profiles there, the namespace of the virtual systems.
     *
     * @throws CimException NOT_FOUND: there is neither
     */
    public static Subject of(WbemServer server, Pause pause) throws CimException {
        for (String name : INTEROP_NAMES) {
            CimNamespace interop = CimNamespace.of(name);
            for (CimInstance profile : server.enumerate(interop, "CIM_RegisteredProfile")) {
                CimNamespace there = implementation(server, profile, interop);
                if (there != null) {
                    return new Subject(server, interop, there, pause);
                }
            }
        }
        throw new CimException(
                CimStatus.NOT_FOUND,
                "No profile of " + INTEROP_NAMES + " leads by CIM_ElementConformsToProfile into another namespace");
    }

    /** The same without virtual systems that stand for all, for checks that make their own. */
    public static Subject ofNothing(WbemServer server, Pause pause) throws CimException {
        Subject subject = of(server, pause);
        subject.populated = true;
        return subject;
    }

    private static @Nullable CimNamespace implementation(WbemServer server, CimInstance profile, CimNamespace interop)
            throws CimException {
        if (!Objects.requireNonNullElse(profile.text(CimName.of("RegisteredName")), "")
                .startsWith("System Virtualization")) {
            return null;
        }
        AssociationFilter conforms =
                new AssociationFilter(CimName.of("CIM_ElementConformsToProfile"), null, null, null);
        for (CimInstancePath element : server.associatorNames(path(profile), conforms)) {
            if (!interop.equals(element.namespace())) {
                return element.namespace();
            }
        }
        return null;
    }

    /** The server. */
    public WbemServer server() {
        return server;
    }

    /** The Interop namespace. */
    public CimNamespace interop() {
        return interop;
    }

    /** Where the virtual systems are. */
    public CimNamespace implementation() {
        return implementation;
    }

    /** Where virtual systems for one check are made. */
    public Laboratory laboratory() {
        return laboratory;
    }

    /** The profiles that are registered under this name, in any version. */
    public List<CimInstance> registered(String name) throws CimException {
        return server.enumerate(interop, "CIM_RegisteredProfile").stream()
                .filter(profile -> name.equals(profile.text(CimName.of("RegisteredName"))))
                .toList();
    }

    /** The instances of a class where the virtual systems are, with some virtual systems being there. */
    public List<CimInstance> every(String className) throws CimException {
        populate();
        return server.enumerate(implementation, className);
    }

    /** The hosts: what virtual systems are hosted by. */
    public List<CimInstance> hosts() throws CimException {
        return hosting("Antecedent");
    }

    /** The virtual systems. */
    public List<CimInstance> virtualSystems() throws CimException {
        return hosting("Dependent").stream().filter(system -> !isSwitch(system)).toList();
    }

    /** The virtual switches, which are hosted as virtual systems are, but are none. */
    public List<CimInstance> virtualSwitches() throws CimException {
        return hosting("Dependent").stream().filter(Subject::isSwitch).toList();
    }

    /** The configurations of virtual systems, and not those of virtual switches. */
    public List<CimInstance> configurations() throws CimException {
        List<CimInstance> configurations = new ArrayList<>();
        for (CimInstance settings : every("CIM_VirtualSystemSettingData")) {
            if (!server.classes(implementation)
                    .isA(settings.className(), CimName.of("CIM_VirtualEthernetSwitchSettingData"))) {
                configurations.add(settings);
            }
        }
        return configurations;
    }

    private static boolean isSwitch(CimInstance system) {
        return !Collections.disjoint(Demands.numbers(system, "Dedicated"), SWITCHES);
    }

    /** One end of the associations between systems; access points are hosted by associations of a subclass. */
    private List<CimInstance> hosting(String role) throws CimException {
        Set<CimInstancePath> paths = new LinkedHashSet<>();
        for (CimInstance link : every("CIM_HostedDependency")) {
            CimInstancePath host = Demands.reference(link, "Antecedent");
            CimInstancePath hosted = Demands.reference(link, "Dependent");
            if (host != null && hosted != null && isSystem(host) && isSystem(hosted)) {
                paths.add(WbemServer.whole(role.equals("Antecedent") ? host : hosted, implementation));
            }
        }
        List<CimInstance> found = new ArrayList<>();
        for (CimInstancePath path : paths) {
            CimInstance instance = server.get(path);
            if (instance != null) {
                found.add(instance);
            }
        }
        return found;
    }

    private boolean isSystem(CimInstancePath path) throws CimException {
        return server.classes(implementation).isA(path.className(), CimName.of("CIM_System"));
    }

    /** Makes the virtual systems that stand for all. */
    public void populate() throws CimException {
        if (populated) {
            return;
        }
        populated = true;
        for (SystemState state : SystemState.values()) {
            laboratory.small().bring(state);
        }
        rich().bring(SystemState.ACTIVE);
        // a server that has no graphical consoles refuses, and then there is none to judge
        laboratory.define(
                laboratory.freshName(), List.of(Resource.processors(1), Resource.memory(16), Resource.graphics()));
    }

    /** One with a disk, a network port and a serial port. */
    public Specimen rich() throws CimException {
        return laboratory.specimen(
                Resource.processors(2),
                Resource.memory(32),
                Resource.disk("file:///var/lib/libvirt/images/" + laboratory.freshName() + ".img"),
                Resource.networkPort(),
                Resource.serialPort());
    }

    /** The path of an instance that came with one. */
    public static CimInstancePath path(CimInstance instance) {
        return Objects.requireNonNull(instance.path());
    }

    @Override
    public void close() {
        laboratory.close();
    }
}
