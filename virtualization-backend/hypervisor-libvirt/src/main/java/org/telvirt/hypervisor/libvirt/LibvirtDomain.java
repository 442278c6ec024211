package org.telvirt.hypervisor.libvirt;

import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainDefineXMLFlags;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainFree;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainGetName;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainGetState;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainGetUUID;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainGetXMLDesc;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainHasManagedSaveImage;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainIsPersistent;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainLookupByName;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virDomainLookupByUUID;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;

/** A reference to one domain in libvirt; whoever got it closes it. */
public final class LibvirtDomain implements AutoCloseable {
    private static final int UUID_BYTES = 16;
    private static final int XML_SECURE = 1; // with passwords: without them a change would lose them
    private static final int XML_INACTIVE = 2;

    private final Pointer domain;
    private final String name; // asked for later, it would wipe out the error that it is to be told with

    private LibvirtDomain(Pointer domain) {
        this.domain = domain;
        this.name = virDomainGetName(domain);
    }

    /** Whether this is Xen's Domain-0, which is the host itself: it is listed among its guests and is none. */
    public static boolean isHost(DomainId id) {
        return id.uuid().getMostSignificantBits() == 0 && id.uuid().getLeastSignificantBits() == 0;
    }

    /**
     * Finds a domain.
     *
     * @throws HypervisorException NOT_FOUND
     */
    public static LibvirtDomain find(Pointer connection, DomainId id) throws HypervisorException {
        if (isHost(id)) {
            throw new HypervisorException(
                    HypervisorException.Reason.NOT_FOUND, "Cannot find domain " + id + ": this is the host itself");
        }
        Pointer domain = virDomainLookupByUUID(connection, bytes(id.uuid()));
        if (domain == null) {
            throw LibvirtErrors.last("Cannot find domain " + id);
        }
        return new LibvirtDomain(domain);
    }

    /** Whether there is a domain of this id. */
    static boolean exists(Pointer connection, UUID uuid) {
        Pointer domain = virDomainLookupByUUID(connection, bytes(uuid));
        return domain != null && virDomainFree(domain) == 0;
    }

    /** Whether there is a domain of this name. */
    static boolean exists(Pointer connection, String name) {
        Pointer domain = virDomainLookupByName(connection, name);
        return domain != null && virDomainFree(domain) == 0;
    }

    /** Defines a domain, or what there is of its id anew. */
    static LibvirtDomain define(Pointer connection, String xml, String attempt) throws HypervisorException {
        Pointer domain = virDomainDefineXMLFlags(connection, xml, 0);
        if (domain == null) {
            throw LibvirtErrors.last(attempt);
        }
        return new LibvirtDomain(domain);
    }

    /** libvirt's own reference. */
    public Pointer pointer() {
        return domain;
    }

    /** Its name when it was found. */
    public String name() {
        return name;
    }

    DomainId id() {
        return id(domain);
    }

    /** The id of a domain of libvirt's. */
    public static DomainId id(Pointer domain) {
        byte[] uuid = new byte[UUID_BYTES];
        virDomainGetUUID(domain, uuid);
        ByteBuffer bytes = ByteBuffer.wrap(uuid);
        return new DomainId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /**
     * It as it is now.
     *
     * @throws HypervisorException NOT_FOUND: it is gone since
     */
    public Domain describe() throws HypervisorException {
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        if (virDomainGetState(domain, state, reason, 0) < 0) {
            throw LibvirtErrors.last("Cannot see the state of '" + name + "'");
        }
        DomainState known = DomainStates.state(state.getValue(), false);
        if (known == DomainState.SHUT_OFF && virDomainHasManagedSaveImage(domain, 0) == 1) {
            known = DomainState.SAVED;
        }
        return new Domain(
                id(),
                name,
                known,
                DomainStates.reason(state.getValue(), reason.getValue()),
                virDomainIsPersistent(domain) == 1);
    }

    /**
     * What it is made of, with passwords.
     *
     * @param isDefined whether that is its defined configuration; else what it is made of now
     * @throws HypervisorException NOT_FOUND: it is gone since
     */
    public String xml(boolean isDefined) throws HypervisorException {
        @Nullable Pointer xml = virDomainGetXMLDesc(domain, isDefined ? XML_INACTIVE | XML_SECURE : XML_SECURE);
        if (xml == null) {
            throw LibvirtErrors.last("Cannot read the definition of '" + name + "'");
        }
        return OwnedString.take(xml);
    }

    @Override
    public void close() {
        virDomainFree(domain);
    }
}
