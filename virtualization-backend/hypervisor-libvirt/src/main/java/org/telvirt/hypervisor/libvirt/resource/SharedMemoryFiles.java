package org.telvirt.hypervisor.libvirt.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;

/**
 * The files by which guests share memory: QEMU makes them and libvirt leaves them for ever, so they go with the last domain
 * that names them. Safe for use by many threads.
 */
public final class SharedMemoryFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SharedMemoryFiles.class);
    private static final String ELEMENT = "<shmem ";

    private volatile @Nullable Path folder;

    /**
     * @param folder where libvirt's guests share memory; null: it cannot be seen, and files stay
     */
    public SharedMemoryFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /** They are elsewhere. */
    public void liveIn(Path other) {
        folder = other;
    }

    /** The shared memories that a domain names. */
    public static Set<String> namedIn(String xml) throws HypervisorException {
        Set<String> names = new HashSet<>();
        if (xml.contains(ELEMENT)) { // few have any, and reading all of a definition costs
            DomainXml.read(xml).sharedMemories().stream()
                    .map(SharedMemory::name)
                    .forEach(names::add);
        }
        return names;
    }

    /** Removes the files of shared memories that no domain names. */
    public void remove(Set<String> names) {
        Path present = folder;
        for (String name : names) {
            try {
                remove(present, name);
            } catch (IOException e) {
                // the domain is gone as it was asked; what stays is worth a word, not a failure
                LOG.warn("Cannot remove the shared memory '{}': {}", name, e.toString());
            }
        }
    }

    /** Others may have defined the domain, with any name: nothing but a file of this folder is touched. */
    private static void remove(@Nullable Path folder, String name) throws IOException {
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(name);
        if (folder.equals(file.getParent()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
    }
}
