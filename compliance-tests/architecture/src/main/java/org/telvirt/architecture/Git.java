package org.telvirt.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Asks git, where it is installed and knows the folder. */
final class Git {
    private Git() {}

    /** The files that git tracks or does not ignore; empty when it cannot say. */
    static List<String> listFiles(Path root) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder("git", "-C", root.toString(), "ls-files", "-z", "-co", "--exclude-standard")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // no git on this machine: the sources may well come from an archive
            return List.of();
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 && !output.isEmpty() ? List.of(output.split("\0")) : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking git", e);
        }
    }
}
