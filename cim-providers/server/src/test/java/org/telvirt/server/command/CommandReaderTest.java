package org.telvirt.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
        assertThat(serve("serve", setting.option(), "x").source().options()).isEqualTo(Map.of(setting, "x"));
        assertThat(serve("serve", setting.option() + "=y").source().options()).isEqualTo(Map.of(setting, "y"));
    }

    @Test
    void leavesOutWhatIsNotGiven() throws Exception {
        Command.Serve serve = serve("serve");

        assertThat(serve.source().options()).isEmpty();
        assertThat(serve.source().file()).isEmpty();
        assertThat(serve.exitWhenReady()).isFalse();
    }

    @Test
    void takesTheSettingsFile() throws Exception {
        assertThat(serve("serve", "--config", "/etc/telvirt.conf").source().file())
                .hasValue(Path.of("/etc/telvirt.conf"));
    }

    @ParameterizedTest
    @EnumSource
    void helpTellsEverySettingWithItsDefault(Setting setting) throws Exception {
        String value = setting.isSwitch() ? "[=" + setting.valueLabel() + "]" : "=" + setting.valueLabel();
        assertThat(print("serve", "--help")).contains(setting.option() + value);
        assertThat(print("serve", "--help").replaceAll("\\s+", " "))
                .contains(setting.meaning().replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @EnumSource
    void helpTellsEveryExitCode(ExitCode exitCode) throws Exception {
        assertThat(print("serve", "--help").replaceAll("\\s+", " "))
                .contains(exitCode.code() + " " + exitCode.meaning());
    }

    @Test
    void takesASwitchWithoutAValueForYes() throws Exception {
        assertThat(serve("serve", "--allow-plain-http").source().options())
                .isEqualTo(Map.of(Setting.ALLOW_PLAIN_HTTP, "yes"));
    }

    @Test
    void takesACommandOfACommand() throws Exception {
        assertThat(reader.read("user", "add", "bob", "--state", "/tmp/x", "--password-file", "p"))
                .isEqualTo(new Command.EditUsers(
                        Command.UserVerb.ADD,
                        "bob",
                        Optional.of(Path.of("p")),
                        new Command.Source(Map.of(Setting.STATE, "/tmp/x"), Optional.empty())));
    }

    @Test
    void takesNoPasswordWhereEveryProcessCouldReadIt() {
        assertThatThrownBy(() -> reader.read("user", "add", "bob", "secret"))
                .hasMessageContaining("'secret'")
                .hasMessageContaining("'telvirt user add --help' says more");
    }

    @Test
    void aCommandThatIsOnlyHalfGetsTheHelpOfItsHalf() throws Exception {
        assertThat(print("user")).contains("add", "remove", "list", "password");
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
