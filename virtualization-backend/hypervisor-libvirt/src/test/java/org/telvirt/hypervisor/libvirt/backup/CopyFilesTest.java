package org.telvirt.hypervisor.libvirt.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.hypervisor.HypervisorException;

class CopyFilesTest {
    @TempDir
    private Path folder;

    private Path one;
    private Path other;
    private CopyFiles files;

    @BeforeEach
    void choose() {
        one = folder.resolve("one");
        other = folder.resolve("other");
        files = new CopyFiles(List.of(one.toString(), other.toString()));
    }

    private static Path partial(Path file) {
        return Path.of(CopyFiles.partial(file.toString()));
    }

    private void write(Path... paths) throws Exception {
        for (Path path : paths) {
            Files.writeString(path, path.getFileName().toString());
        }
    }

    @Test
    void areNamedWhenTheyAreWhole() throws Exception {
        write(partial(one), partial(other));

        files.name("Cannot back up 'web'");

        assertThat(one).hasContent("one.partial");
        assertThat(other).hasContent("other.partial");
        assertThat(files.hasPartial()).isFalse();
    }

    @Test
    void areNamedToTheEndAfterAnInterruption() throws Exception {
        Instant begun = Instant.now();
        write(one, partial(other));

        assertThat(files.isBeingNamed(begun)).isTrue();
        files.name("Cannot back up 'web'");

        assertThat(one).exists();
        assertThat(other).exists();
    }

    @Test
    void areNotBeingNamedIfOneIsMissingOrOlder() throws Exception {
        write(one);
        assertThat(files.isBeingNamed(Instant.EPOCH)).as("one is missing").isFalse();
        write(other);
        assertThat(files.isBeingNamed(Instant.EPOCH)).isTrue();
        assertThat(files.isBeingNamed(Instant.now().plusSeconds(60)))
                .as("older")
                .isFalse();
        Files.delete(one);
        Files.delete(other);
        write(partial(one), partial(other));
        assertThat(files.isBeingNamed(Instant.EPOCH)).as("none has its name").isFalse();
    }

    @Test
    void neverTakeThePlaceOfAnother() throws Exception {
        write(partial(one), partial(other), one);

        assertThatThrownBy(() -> files.name("Cannot back up 'web'"))
                .isInstanceOf(HypervisorException.class)
                .hasMessageContaining("'" + partial(one) + "' cannot be given its name");

        assertThat(one).hasContent("one");
    }

    @Test
    void areRemovedUnlessTheyHaveTheirNames() throws Exception {
        write(one, partial(other));

        assertThat(files.removePartial()).isEmpty();

        assertThat(one).exists();
        assertThat(partial(other)).doesNotExist();
    }

    @Test
    void sayWhatStays() throws Exception {
        Files.createDirectory(partial(one));
        write(partial(one).resolve("something"));

        assertThat(files.removePartial()).singleElement().asString().startsWith("'" + partial(one) + "' cannot be");
    }

    @Test
    void needAFolderWithoutThem() throws Exception {
        files.requireRoom("Cannot back up 'web'");
        write(partial(other));

        assertThatThrownBy(() -> files.requireRoom("Cannot back up 'web'"))
                .hasMessageContaining("there is a file '" + partial(other) + "'; it is left of a backup");
        assertThatThrownBy(() -> new CopyFiles(List.of("/no/such/file")).requireRoom("Cannot back up 'web'"))
                .hasMessageContaining("no folder '/no/such' on this machine; make it first");
    }
}
