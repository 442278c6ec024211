package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;

/**
 * The files by which guests share memory: QEMU makes them and libvirt leaves them for ever, so they go with the last domain
 * that names them. Safe for use by many threads.
 */
final class SharedMemoryFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SharedMemoryFiles.class);
    private static final String ELEMENT = "<shmem ";

    private volatile @Nullable Path folder;

    /**
     * @param folder where libvirt's guests share memory; null: it cannot be seen, and files stay
     */
    SharedMemoryFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    void liveIn(Path other) {
        folder = other;
    }

    /** The shared memories that a domain names. */
    static Set<String> namedBy(LibvirtDomain domain) throws HypervisorException {
        Set<String> names = new HashSet<>();
        String defined = domain.xml(true);
        String active = domain.xml(false);
        for (String xml : new String[] {defined, active}) {
            if (xml.contains(ELEMENT)) { // few have any, and reading all of a definition costs
                DomainDefinition definition = DomainXml.read(xml);
                definition.sharedMemories().stream().map(SharedMemory::name).forEach(names::add);
            }
        }
        return names;
    }

    /** Removes the files of those that no domain names any more. */
    void removeUnused(Pointer connection, Set<String> names) {
        Path present = folder;
        if (present == null || names.isEmpty()) {
            return;
        }
        try {
            Set<String> unused = new HashSet<>(names);
            for (DomainId id : DomainList.ids(connection)) {
                unused.removeAll(namedBy(connection, id));
            }
            for (String name : unused) {
                remove(present, name);
            }
        } catch (HypervisorException | IOException e) {
            // the domain is gone as it was asked; what stays is worth a word, not a failure
            LOG.warn("Cannot remove the shared memory {}: {}", names, e.getMessage());
        }
    }

    private static Set<String> namedBy(Pointer connection, DomainId id) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(connection, id)) {
            return namedBy(domain);
        } catch (HypervisorException e) {
            if (e.reason() == HypervisorException.Reason.NOT_FOUND) {
                return Set.of(); // it went meanwhile
            }
            throw e;
        }
    }

    /** Others may have defined the domain, with any name: nothing but a file of this folder is touched. */
    private static void remove(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (folder.equals(file.getParent()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
    }
}
