package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Pointer;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.libvirt.xml.DomainXml;

/** Makes, changes and removes definitions. Safe for use by many threads. */
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

    /** libvirt takes a definition with a known id or name for a change; so nobody else may come between. */
    private final ReentrantLock names = new ReentrantLock();

    Definitions(Set<Virtualization> offered) {
        this.offered = offered;
    }

    Domain define(Pointer connection, DomainDefinition definition) throws HypervisorException {
        String attempt = "Cannot define '" + definition.name() + "'";
        check(attempt, definition.name());
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
            String changed = DomainXml.edit(xml, wanted); // before anything is done
            return wanted.name().equals(present.name())
                    ? define(connection, changed, attempt)
                    : rename(connection, domain, wanted, present, attempt);
        }
    }

    private static Domain define(Pointer connection, String xml, String attempt) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.define(connection, xml, attempt)) {
            return domain.describe();
        }
    }

    private Domain rename(
            Pointer connection, LibvirtDomain domain, DomainDefinition wanted, DomainDefinition present, String attempt)
            throws HypervisorException {
        check(attempt, wanted.name());
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

    private static void check(String attempt, String name) throws HypervisorException {
        if (name.isBlank() || name.chars().anyMatch(c -> c == '/' || Character.isISOControl(c))) {
            throw new HypervisorException(
                    Reason.INVALID_DEFINITION, attempt + ": a name must have a letter, no slash and no line break");
        }
    }

    private static void refuseTaken(Pointer connection, String attempt, String name) throws HypervisorException {
        if (LibvirtDomain.exists(connection, name)) {
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, attempt + ": there is a domain with the name '" + name + "'");
        }
    }

    void undefine(Pointer connection, DomainId id) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(connection, id)) {
            String attempt = "Cannot undefine '" + domain.name() + "'";
            DomainState state = domain.describe().state();
            if (state != DomainState.SHUT_OFF && state != DomainState.SAVED) {
                throw new HypervisorException(
                        Reason.INVALID_STATE, attempt + ": it is " + LifecycleCalls.words(state) + "; stop it first");
            }
            for (int flags : UNDEFINE) {
                if (LibvirtLibrary.virDomainUndefineFlags(domain.pointer(), flags) == 0) {
                    return;
                }
                if (LibvirtLibrary.virGetLastErrorCode() != LibvirtErrors.INVALID_ARG) {
                    break; // not that the driver does not know the flags
                }
            }
            throw LibvirtErrors.last(attempt);
        }
    }
}
