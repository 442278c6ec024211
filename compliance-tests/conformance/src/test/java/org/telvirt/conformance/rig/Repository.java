package org.telvirt.conformance.rig;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the repository are. */
public final class Repository {
    private Repository() {}

    /** The folder that holds the launcher and the README. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("telvirt")) && Files.exists(folder.resolve("README.md"))) {
                return folder;
            }
        }
        throw new IllegalStateException("the tests do not run inside the repository");
    }
}
