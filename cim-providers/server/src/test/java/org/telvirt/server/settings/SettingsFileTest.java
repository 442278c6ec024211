package org.telvirt.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("telvirt.conf");
    }

    @Test
    void readsOneSettingALine() throws Exception {
        write("http-port = 7000\nbind=::1\n");

        assertThat(SettingsFile.read(file))
                .hasSize(2)
                .containsEntry(Setting.HTTP_PORT, new Written("7000", file + ":1"))
                .containsEntry(Setting.BIND, new Written("::1", file + ":2"));
    }

    @Test
    void takesHashesForCommentsOnlyWhereAWordBegins() throws Exception {
        write("# all of this\n\n   # and this\nhypervisor = qemu:///system?a#b # but not the first\n");

        assertThat(SettingsFile.read(file))
                .containsOnly(Map.entry(Setting.HYPERVISOR, new Written("qemu:///system?a#b", file + ":4")));
    }

    @Test
    void namesFileLineAndNearestNameOfAnUnknownSetting() throws Exception {
        write("bind = ::1\nhtp-port = 1\n");

        StartException failure = catchThrowableOfType(StartException.class, () -> SettingsFile.read(file));

        assertThat(failure).hasMessage(file + ":2: there is no setting 'htp-port'; did you mean 'http-port'?");
        assertThat(failure.exitCode()).isEqualTo(ExitCode.SETTINGS);
    }

    @Test
    void listsTheSettingsWhenNoneIsNear() throws Exception {
        write("colour = blue\n");

        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(":1: there is no setting 'colour'; the settings are http-port, https-port, bind");
    }

    @Test
    void refusesALineThatIsNoSetting() throws Exception {
        write("http-port 7000\n");

        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessage(file + ":1: 'http-port 7000' is not a setting; write it as: key = value");
    }

    @Test
    void refusesToGuessWhichOfTwoValuesIsMeant() throws Exception {
        write("http-port = 1\nhttp-port = 2\n");

        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessage(file + ":2: 'http-port' is set already, in " + file + ":1; remove one");
    }

    @Test
    void saysThatAFileIsMissingOrNoText() throws Exception {
        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining(file + ": there is no such file");

        Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28});
        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining(file + ": it is not UTF-8 text");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
