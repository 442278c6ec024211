package org.telvirt.schema;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimNamespace;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** Loads our schema and, where it is at hand, the DMTF's. */
final class Schemas {
    private static final String ARCHIVE = "cim_schema_2.49.0Final-MOFs.zip";
    private static final String MAIN_FILE = "cim_schema_2.49.0.mof";

    private Schemas() {}

    /** The schema that Telvirt serves. */
    static NamespaceSchema ours() throws IOException, MofException {
        try (MofSource source = MofSource.classPath(Schemas.class.getClassLoader(), "org/telvirt/schema")) {
            return MofCompiler.schema(source, "schema.mof");
        }
    }

    /**
     * The DMTF's CIM Schema 2.49.0, with the classes beside its archive that only 2.41 has. Skips the test if the
     * archive is not at hand.
     */
    static NamespaceSchema reference() throws IOException, MofException {
        Path archive = archive();
        CimNamespace namespace = CimNamespace.of("root/cimv2");
        MofCompiler compiler = new MofCompiler(namespace);
        try (MofSource zip = MofSource.zip(archive);
                MofSource beside = MofSource.directory(
                        requireNonNull(archive.toAbsolutePath().getParent()))) {
            compiler.compile(zip, MAIN_FILE);
            for (String name : experimental()) {
                if (beside.read(name + ".mof") != null) {
                    compiler.compile(beside, name + ".mof");
                }
            }
        }
        return requireNonNull(compiler.finish().classes().namespace(namespace));
    }

    /** The classes we serve that are only in the experimental schema 2.41. */
    static List<String> experimental() {
        return List.of("CIM_VirtualSystemMigrationCapabilities", "CIM_VirtualSystemMigrationService");
    }

    private static Path archive() {
        String named = System.getProperty("telvirt.reference.schema", System.getenv("TELVIRT_REFERENCE_SCHEMA"));
        Path archive = named == null ? besideTheRepository() : Path.of(named);
        assumeTrue(
                archive != null && Files.isRegularFile(archive),
                () -> "The DMTF's " + ARCHIVE + " is not at hand; put its path into TELVIRT_REFERENCE_SCHEMA or the"
                        + " system property telvirt.reference.schema");
        return requireNonNull(archive);
    }

    private static @Nullable Path besideTheRepository() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("mof-schemas"))) {
            directory = directory.getParent();
        }
        return directory == null
                ? null
                : directory.resolve("../shared/reference").resolve(ARCHIVE).normalize();
    }
}
