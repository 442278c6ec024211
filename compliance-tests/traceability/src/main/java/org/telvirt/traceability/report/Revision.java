package org.telvirt.traceability.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which state of the sources was tested.
 *
 * @param commit the commit, with a remark when files differ from it; "unknown" outside a git repository
 */
record Revision(String version, String commit) {
    private static final Pattern VERSION = Pattern.compile("<artifactId>telvirt</artifactId>\\s*<version>([^<]+)<");

    /** Asks the root pom and git. */
    static Revision of(Path root) throws IOException {
        Matcher version = VERSION.matcher(Files.readString(root.resolve("pom.xml")));
        return new Revision(version.find() ? version.group(1) : "unknown", commit(root));
    }

    private static String commit(Path root) throws IOException {
        String head = git(root, "rev-parse", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        return git(root, "status", "--porcelain").isEmpty() ? head : head + ", with changes that are not committed";
    }

    private static String git(Path root, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // no git on this machine: the sources may well come from an archive
            return "";
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return process.waitFor() == 0 ? output : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking git", e);
        }
    }
}
