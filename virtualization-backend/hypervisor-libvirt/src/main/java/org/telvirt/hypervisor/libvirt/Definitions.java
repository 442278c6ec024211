package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;
import org.telvirt.hypervisor.libvirt.domain.NextXml;

/**
 * Makes, changes and removes definitions. That of the next start alone is kept as a text in the metadata of the defined one;
 * a run that used it is marked, so that a start that could not be finished does not leave it for a second one. Safe for use
 * by many threads.
 */
final class Definitions {
    private static final int UNDEFINE_MANAGED_SAVE = 1;
    private static final int UNDEFINE_SNAPSHOTS = 2;
    private static final int UNDEFINE_NVRAM = 4;
    private static final int UNDEFINE_CHECKPOINTS = 16;

    /** All that libvirt keeps for a domain, then what drivers know that do not know all of it. */
    private static final int[] UNDEFINE = {
        UNDEFINE_MANAGED_SAVE | UNDEFINE_SNAPSHOTS | UNDEFINE_CHECKPOINTS | UNDEFINE_NVRAM,
        UNDEFINE_MANAGED_SAVE | UNDEFINE_SNAPSHOTS | UNDEFINE_CHECKPOINTS,
        UNDEFINE_MANAGED_SAVE | UNDEFINE_SNAPSHOTS,
        UNDEFINE_MANAGED_SAVE,
        0
    };

    private final Set<Virtualization> offered;
    private final Map<Feature, String> lacking;

    /** libvirt takes a definition with a known id or name for a change; so nobody else may come between. */
    private final ReentrantLock names = new ReentrantLock();

    Definitions(Set<Virtualization> offered, Map<Feature, String> lacking) {
        this.offered = offered;
        this.lacking = lacking;
    }

    Domain define(Pointer connection, DomainDefinition definition) throws HypervisorException {
        String attempt = "Cannot define '" + definition.name() + "'";
        Lacking.refuse(attempt, null, definition, lacking);
        String xml = DomainXml.write(definition, offered);
        names.lock();
        try {
            UUID uuid = definition.uuid();
            if (uuid != null && LibvirtDomain.exists(connection, uuid)) {
                throw new HypervisorException(Reason.ALREADY_EXISTS, attempt + ": there is a domain with id " + uuid);
            }
            refuseTaken(connection, attempt, definition.name());
            try (LibvirtDomain domain = LibvirtDomain.define(connection, xml, attempt)) {
                return domain.describe();
            }
        } finally {
            names.unlock();
        }
    }

    Domain redefine(Pointer connection, DomainId id, UnaryOperator<DomainDefinition> change)
            throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(connection, id)) {
            String attempt = "Cannot change '" + domain.name() + "'";
            if (domain.describe().state() == DomainState.SAVED) {
                throw new HypervisorException(
                        Reason.INVALID_STATE, attempt + ": it is saved; restore it or discard its saved run first");
            }
            String xml = domain.xml(true);
            DomainDefinition present = DomainXml.read(xml);
            DomainDefinition wanted = change.apply(present);
            if (!id.uuid().equals(wanted.uuid())) {
                throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": its id must stay " + id);
            }
            if (wanted.equals(present)) {
                return domain.describe();
            }
            Lacking.refuse(attempt, present, wanted, lacking);
            refuseRenaming(attempt, present, wanted);
            String changed = DomainXml.edit(xml, wanted); // before anything is done
            return wanted.name().equals(present.name())
                    ? define(connection, changed, attempt)
                    : rename(connection, domain, wanted, present, attempt);
        }
    }

    void setNext(Pointer connection, DomainId id, @Nullable DomainDefinition next) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(connection, id)) {
            String attempt = "Cannot define the next start of '" + domain.name() + "'";
            if (next != null) {
                if (!id.uuid().equals(next.uuid()) || !domain.name().equals(next.name())) {
                    throw new HypervisorException(
                            Reason.INVALID_DEFINITION, attempt + ": its id and its name must stay");
                }
                Lacking.refuse(attempt, DomainXml.read(domain.xml(true)), next, lacking);
            }
            define(connection, NextXml.put(domain.xml(true), next), attempt);
        }
    }

    /** What the next start uses, in XML. */
    static String next(LibvirtDomain domain) throws HypervisorException {
        String defined = domain.xml(true);
        String next = pending(domain, defined);
        return next == null ? defined : next;
    }

    /** Null: there is none, or the run that goes on has used it. */
    private static @Nullable String pending(LibvirtDomain domain, String defined) throws HypervisorException {
        NextXml next = NextXml.of(defined);
        return next == null || next.isUsedBy(domain.xml(false)) ? null : next.text();
    }

    /** Starts a domain; true: from the configuration that was meant for this start alone. */
    static boolean startNext(Pointer connection, LibvirtDomain domain) throws HypervisorException {
        String defined = domain.xml(true);
        NextXml next = NextXml.of(defined);
        Domain seen = domain.describe();
        if (next == null || !LifecycleAction.START.possibleFrom(seen.state())) {
            return false;
        }
        String attempt = LifecycleCalls.attempt(LifecycleAction.START, domain.name());
        Pointer started = LibvirtLibrary.virDomainCreateXML(connection, next.forRunOf(defined), 0);
        if (started == null) {
            throw LibvirtErrors.last(attempt);
        }
        LibvirtLibrary.virDomainFree(started); // the run holds itself
        define(connection, NextXml.put(defined, null), attempt); // last, so that nothing is lost if we end before
        return true;
    }

    private static Domain define(Pointer connection, String xml, String attempt) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.define(connection, xml, attempt)) {
            return domain.describe();
        }
    }

    private void refuseRenaming(String attempt, DomainDefinition present, DomainDefinition wanted)
            throws HypervisorException {
        String lacks = lacking.get(Feature.RENAMING);
        if (lacks != null && !present.name().equals(wanted.name())) {
            throw new HypervisorException(Reason.UNSUPPORTED, attempt + ": " + Feature.RENAMING.field() + ": " + lacks);
        }
    }

    private Domain rename(
            Pointer connection, LibvirtDomain domain, DomainDefinition wanted, DomainDefinition present, String attempt)
            throws HypervisorException {
        names.lock();
        try {
            refuseTaken(connection, attempt, wanted.name());
            rename(domain, wanted.name(), attempt);
            if (wanted.withName(present.name()).equals(present)) {
                return domain.describe();
            }
            try {
                // libvirt may keep paths that contain the name: edit what it says now
                return define(connection, DomainXml.edit(domain.xml(true), wanted), attempt);
            } catch (HypervisorException e) {
                rename(domain, present.name(), attempt);
                throw e;
            }
        } finally {
            names.unlock();
        }
    }

    private static void rename(LibvirtDomain domain, String name, String attempt) throws HypervisorException {
        if (LibvirtLibrary.virDomainRename(domain.pointer(), name, 0) < 0) {
            throw LibvirtErrors.last(attempt);
        }
    }

    private static void refuseTaken(Pointer connection, String attempt, String name) throws HypervisorException {
        if (LibvirtDomain.exists(connection, name)) {
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, attempt + ": there is a domain with the name '" + name + "'");
        }
    }

    /**
     * Removes a domain.
     *
     * @return the shared memories that it named
     */
    Set<String> undefine(Pointer connection, DomainId id) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(connection, id)) {
            String attempt = "Cannot undefine '" + domain.name() + "'";
            DomainState state = domain.describe().state();
            if (state != DomainState.SHUT_OFF && state != DomainState.SAVED) {
                throw new HypervisorException(
                        Reason.INVALID_STATE, attempt + ": it is " + LifecycleCalls.words(state) + "; stop it first");
            }
            Set<String> memories = SharedMemoryFiles.namedBy(domain);
            for (int flags : UNDEFINE) {
                if (LibvirtLibrary.virDomainUndefineFlags(domain.pointer(), flags) == 0) {
                    return memories;
                }
                if (LibvirtLibrary.virGetLastErrorCode() != LibvirtErrors.INVALID_ARG) {
                    break; // not that the driver does not know the flags
                }
            }
            throw LibvirtErrors.last(attempt);
        }
    }
}
