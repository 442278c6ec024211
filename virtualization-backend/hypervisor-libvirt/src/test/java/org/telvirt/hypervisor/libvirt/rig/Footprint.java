package org.telvirt.hypervisor.libvirt.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a private host and this process hold of the machine: what the lives of domains must not change.
 *
 * @param ours open files of this process, by what they are
 * @param daemons the same of libvirtd
 * @param processes the names of the host's processes
 * @param files files and folders of the host, but for logs and what it only caches
 * @param groups its control groups
 * @param sharedMemory what lies in its {@code /dev/shm}
 */
public record Footprint(
        SortedMap<String, Integer> ours,
        SortedMap<String, Integer> daemons,
        List<String> processes,
        List<String> files,
        List<String> groups,
        List<String> sharedMemory) {
    /** What is held now. */
    public static Footprint of(PrivateLibvirtd host) {
        String daemon = Long.toString(host.daemon().pid());
        Path hosts = host.guests().resolveSibling("hosts");
        return new Footprint(
                openFiles(Path.of("/proc/self/fd")),
                openFiles(Path.of("/proc", daemon, "fd")),
                host.processes()
                        .map(process -> process.info().command().orElse("?"))
                        .sorted()
                        .toList(),
                below(hosts, false).stream()
                        .filter(file -> !file.contains("/log/") && !file.contains("/cache/"))
                        .toList(),
                groups(host.name()),
                below(host.sharedMemory(), false));
    }

    /** Files by name; what has none by its kind, since its number is another one each time. */
    private static SortedMap<String, Integer> openFiles(Path folder) {
        SortedMap<String, Integer> found = new TreeMap<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder)) {
            for (Path descriptor : descriptors) {
                found.merge(target(descriptor), 1, Integer::sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.remove("/proc"); // the one by which we look
        return found;
    }

    private static String target(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/proc/") ? "/proc" : target.replaceFirst(":\\[.*", "");
        } catch (IOException e) {
            return "/proc"; // closed since
        }
    }

    private static List<String> groups(String host) {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> hierarchies = Files.newDirectoryStream(Path.of("/sys/fs/cgroup"))) {
            for (Path hierarchy : hierarchies) {
                found.addAll(below(hierarchy.resolve("telvirt-" + host), true));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    private static List<String> below(Path folder, boolean foldersOnly) {
        List<String> found = new ArrayList<>();
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                found.add(directory + "/");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!foldersOnly) {
                    found.add(file.toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // it went while we looked, or was never there
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }
}
