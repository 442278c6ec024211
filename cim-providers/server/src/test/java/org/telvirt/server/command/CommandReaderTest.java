package org.telvirt.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Setting;

class CommandReaderTest {
    private final CommandReader reader = new CommandReader("1.2.3");

    @ParameterizedTest
    @EnumSource
    void takesEverySettingAsAnOption(Setting setting) throws Exception {
        assertThat(serve("serve", setting.option(), "x").options()).isEqualTo(Map.of(setting, "x"));
        assertThat(serve("serve", setting.option() + "=y").options()).isEqualTo(Map.of(setting, "y"));
    }

    @Test
    void leavesOutWhatIsNotGiven() throws Exception {
        Command.Serve serve = serve("serve");

        assertThat(serve.options()).isEmpty();
        assertThat(serve.settingsFile()).isEmpty();
        assertThat(serve.exitWhenReady()).isFalse();
    }

    @Test
    void takesTheSettingsFile() throws Exception {
        assertThat(serve("serve", "--config", "/etc/telvirt.conf").settingsFile())
                .hasValue(Path.of("/etc/telvirt.conf"));
    }

    @ParameterizedTest
    @EnumSource
    void helpTellsEverySettingWithItsDefault(Setting setting) throws Exception {
        assertThat(print("serve", "--help")).contains(setting.option() + "=" + setting.valueLabel());
        assertThat(print("serve", "--help").replaceAll("\\s+", " "))
                .contains(setting.meaning().replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @EnumSource
    void helpTellsEveryExitCode(ExitCode exitCode) throws Exception {
        assertThat(print("serve", "--help")).containsPattern(exitCode.code() + " +" + exitCode.meaning());
    }

    @Test
    void helpKeepsToItselfWhatOnlyTheBuildNeeds() throws Exception {
        assertThat(print("serve", "--help")).doesNotContain("exit-when-ready");
        assertThat(print("--help")).contains("serve", "version").doesNotContain("train");
    }

    @Test
    void noCommandGetsTheHelp() throws Exception {
        assertThat(print()).isEqualTo(print("--help")).contains("Usage: telvirt");
    }

    @Test
    void versionNamesTelvirtAndJava() throws Exception {
        assertThat(print("version")).isEqualTo("telvirt 1.2.3 (Java " + Runtime.version() + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--http-prt", "--htttp-port"})
    void suggestsTheNearestOption(String mistyped) {
        assertThatThrownBy(() -> reader.read("serve", mistyped, "1"))
                .isInstanceOfSatisfying(
                        StartException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(mistyped)
                .hasMessageContaining("did you mean --http-port?");
    }

    @Test
    void refusesAnUnknownCommandAndAMissingValue() {
        assertThatThrownBy(() -> reader.read("sevre")).hasMessageContaining("'sevre'; did you mean serve?");
        assertThatThrownBy(() -> reader.read("serve", "--bind")).hasMessageContaining("--bind");
    }

    private Command.Serve serve(String... arguments) throws StartException {
        return assertThat(reader.read(arguments))
                .asInstanceOf(InstanceOfAssertFactories.type(Command.Serve.class))
                .actual();
    }

    private String print(String... arguments) throws StartException {
        return assertThat(reader.read(arguments))
                .asInstanceOf(InstanceOfAssertFactories.type(Command.Print.class))
                .actual()
                .text();
    }
}
