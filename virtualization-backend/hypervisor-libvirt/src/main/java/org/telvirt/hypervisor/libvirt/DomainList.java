package org.telvirt.hypervisor.libvirt;

import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectGetAllDomainStats;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectListAllDomains;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainFree;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainGetName;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainStatsRecordListFree;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;

/** All domains with their states, by a fixed number of calls however many they are. */
final class DomainList {
    private static final int LIST_TRANSIENT = 8;
    private static final int LIST_MANAGED_SAVE = 256;
    private static final int STATS_STATE = 1;

    // struct virDomainStatsRecord on 64-bit machines: domain, parameters, their number
    private static final int RECORD_PARAMETERS = 8;
    private static final int RECORD_COUNT = 16;

    // struct virTypedParameter: a name of 80 characters, a type, a value
    private static final int PARAMETER_VALUE = 88;
    private static final int PARAMETER_BYTES = 96;
    private static final int FIRST_OF_FIELD = "state.".length(); // then "state" or "reason"

    private final Set<DomainId> transients;
    private final Set<DomainId> saved;

    private DomainList(Pointer connection) throws HypervisorException {
        transients = ids(connection, LIST_TRANSIENT);
        saved = ids(connection, LIST_MANAGED_SAVE);
    }

    static List<Domain> read(Pointer connection) throws HypervisorException {
        DomainList list = new DomainList(connection);
        PointerByReference records = new PointerByReference();
        int count = virConnectGetAllDomainStats(connection, STATS_STATE, records, 0);
        if (count < 0) {
            if (LibvirtLibrary.virGetLastErrorCode() == LibvirtErrors.NO_SUPPORT) {
                return oneByOne(connection); // Xen
            }
            throw LibvirtErrors.last("Cannot list the domains");
        }
        try {
            List<Domain> domains = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                domains.add(list.domain(records.getValue().getPointer((long) i * Native.POINTER_SIZE)));
            }
            return domains;
        } finally {
            virDomainStatsRecordListFree(records.getValue());
        }
    }

    private Domain domain(Pointer record) {
        Pointer domain = record.getPointer(0);
        Pointer parameters = record.getPointer(RECORD_PARAMETERS);
        int state = 0;
        int reason = 0;
        for (int i = 0; i < record.getInt(RECORD_COUNT); i++) {
            long at = (long) i * PARAMETER_BYTES;
            if (parameters.getByte(at + FIRST_OF_FIELD) == 's') {
                state = parameters.getInt(at + PARAMETER_VALUE);
            } else {
                reason = parameters.getInt(at + PARAMETER_VALUE);
            }
        }
        DomainId id = LibvirtDomain.id(domain);
        return new Domain(
                id,
                virDomainGetName(domain),
                DomainStates.state(state, saved.contains(id)),
                DomainStates.reason(state, reason),
                !transients.contains(id));
    }

    private static List<Domain> oneByOne(Pointer connection) throws HypervisorException {
        List<Domain> domains = new ArrayList<>();
        for (DomainId id : ids(connection)) {
            try (LibvirtDomain domain = LibvirtDomain.find(connection, id)) {
                domains.add(domain.describe());
            } catch (HypervisorException e) {
                if (e.reason() != HypervisorException.Reason.NOT_FOUND) {
                    throw e;
                }
            }
        }
        return domains;
    }

    /** The names of the domains that have a saved run. */
    static Map<DomainId, String> saved(Pointer connection) throws HypervisorException {
        return named(connection, LIST_MANAGED_SAVE);
    }

    /** All there are. */
    static Set<DomainId> ids(Pointer connection) throws HypervisorException {
        return ids(connection, 0);
    }

    private static Set<DomainId> ids(Pointer connection, int flags) throws HypervisorException {
        return named(connection, flags).keySet();
    }

    private static Map<DomainId, String> named(Pointer connection, int flags) throws HypervisorException {
        PointerByReference list = new PointerByReference();
        int count = virConnectListAllDomains(connection, list, flags);
        if (count < 0) {
            throw LibvirtErrors.last("Cannot list the domains");
        }
        Map<DomainId, String> names = new HashMap<>();
        Pointer domains = list.getValue();
        for (int i = 0; i < count; i++) {
            Pointer domain = domains.getPointer((long) i * Native.POINTER_SIZE);
            DomainId id = LibvirtDomain.id(domain);
            if (!LibvirtDomain.isHost(id)) {
                names.put(id, virDomainGetName(domain));
            }
            virDomainFree(domain);
        }
        Native.free(Pointer.nativeValue(domains));
        return names;
    }
}
