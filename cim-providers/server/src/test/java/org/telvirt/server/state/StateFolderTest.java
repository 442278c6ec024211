package org.telvirt.server.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

class StateFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeForItsOwnerAlone() throws Exception {
        Path path = folder.resolve("some/where");

        try (StateFolder state = StateFolder.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void canBeOpenedAgainOnceItIsClosed() throws Exception {
        StateFolder.open(folder).close();

        try (StateFolder again = StateFolder.open(folder)) {
            assertThat(again.path()).isEqualTo(folder);
        }
    }

    @Test
    void isRefusedWhileAServerHoldsIt() throws Exception {
        try (StateFolder held = StateFolder.open(folder)) {
            assertThatThrownBy(() -> StateFolder.open(folder))
                    .isInstanceOfSatisfying(
                            StartException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.IN_USE))
                    .hasMessage("Cannot use the state folder " + held.path() + ": a running server (process "
                            + ProcessHandle.current().pid()
                            + ") holds it. Stop that one, or choose another folder with --state DIR");
        }
    }

    @Test
    void isRefusedWhereAFileStands() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> StateFolder.open(file))
                .isInstanceOfSatisfying(
                        StartException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.STATE_UNUSABLE))
                .hasMessage("Cannot use the state folder " + file + ": " + file
                        + " is not a folder. Choose another with --state DIR");
    }

    @Test
    void isRefusedWhereNothingCanBeMade() {
        assertThatThrownBy(() -> StateFolder.open(Path.of("/proc/telvirt")))
                .isInstanceOf(StartException.class)
                .hasMessageMatching("Cannot use the state folder /proc/telvirt: .*/proc/telvirt.*"
                        + " Choose another with --state DIR");
    }

    @Test
    void replacesAPrivateFileAsAWholeAndKeepsItPrivate() throws Exception {
        try (StateFolder state = StateFolder.open(folder)) {
            PrivateFile file = state.file("secret");
            file.write("one");
            file.write("other");

            assertThat(file.read()).isEqualTo("other");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
            assertThat(folder).isDirectoryNotContaining("glob:**.new");
        }
    }
}
