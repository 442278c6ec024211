package org.telvirt.traceability.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telvirt.traceability.claim.ClaimChecker;
import org.telvirt.traceability.record.JvmRun;

/**
 * Writes {@code requirements.md} and {@code requirements.html} from the records of all modules. The build runs it at the
 * end; it can be run by hand at any time with nothing but a JDK, see {@code compliance-tests/README.md}.
 */
public final class RequirementsReport {
    private RequirementsReport() {}

    /**
     * The report of a repository.
     *
     * @param arguments the root of the repository; the directory to write to, by default
     *     {@code compliance-tests/requirements/target} below the root
     * @throws IllegalStateException after writing, when the report has problems: an unknown claim, a failed test, a test
     *     JVM that ended early
     */
    public static void main(String[] arguments) throws IOException {
        run(arguments, System.out);
    }

    static void run(String[] arguments, PrintStream out) throws IOException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".")
                .toAbsolutePath()
                .normalize();
        Path directory =
                arguments.length > 1 ? Path.of(arguments[1]) : root.resolve("compliance-tests/requirements/target");
        Report report = write(root, directory);
        out.printf(
                "%d of %d requirements are proved, %d partly, %d failed, %d skipped, %d without a test: %s%n",
                report.count(Standing.PROVED),
                report.requirements().size(),
                report.count(Standing.PARTLY),
                report.count(Standing.FAILED),
                report.count(Standing.SKIPPED),
                report.count(Standing.GAP),
                root.relativize(directory.toAbsolutePath().resolve("requirements.html")));
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException(
                    "The requirements report has problems:\n  " + String.join("\n  ", report.problems()));
        }
    }

    static Report write(Path root, Path directory) throws IOException {
        Report report = Report.of(Revision.of(root), runs(root), ClaimChecker.load());
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("requirements.md"), MarkdownReport.write(report));
        Files.writeString(directory.resolve("requirements.html"), HtmlReport.write(report));
        return report;
    }

    /** The records lie in the build directories of the modules, two folders down. */
    private static List<JvmRun> runs(Path root) throws IOException {
        List<JvmRun> runs = new ArrayList<>();
        for (Path folder : entries(root, "[!.]*")) {
            for (Path module : entries(folder, "*")) {
                for (Path file : entries(module.resolve("target/requirements"), "*.jsonl")) {
                    runs.add(JvmRun.read(file));
                }
            }
        }
        return runs;
    }

    private static List<Path> entries(Path directory, String glob) throws IOException {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, glob)) {
                stream.forEach(entries::add);
            }
        }
        entries.sort(null);
        return entries;
    }
}
