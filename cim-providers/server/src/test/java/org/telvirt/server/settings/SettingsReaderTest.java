package org.telvirt.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

class SettingsReaderTest {
    private final Map<String, String> environment = new HashMap<>();
    private final Map<Setting, String> options = new EnumMap<>(Setting.class);

    @TempDir
    private Path home;

    private Optional<Path> file = Optional.empty();

    @Nested
    class Defaults {
        @Test
        void areLoopbackSimulatedAndTheUsualPorts() throws Exception {
            Settings settings = read();

            assertThat(settings.httpPort()).hasValue(5988);
            assertThat(settings.httpsPort()).hasValue(5989);
            assertThat(settings.bind()).isEqualTo("127.0.0.1");
            assertThat(settings.hypervisor()).isEqualTo(URI.create("simulated:///default"));
            assertThat(settings.security().adminPasswordFile()).isEmpty();
            assertThat(settings.logLevel()).isEqualTo("warn");
            assertThat(settings.warnings()).isEmpty();
        }

        @Test
        void boundWhatClientsMayCost() throws Exception {
            assertThat(read().limits())
                    .isEqualTo(new Limits(
                            16 << 20,
                            16 << 10,
                            128,
                            32,
                            2_000_000,
                            1000,
                            250,
                            40,
                            400,
                            500,
                            200,
                            10_000,
                            Duration.ofMinutes(10),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(60),
                            1024));
        }

        @Test
        void keepStateUnderTheHomeFolder() throws Exception {
            assertThat(read().state()).isEqualTo(home.resolve(".local/state/telvirt"));
        }

        @Test
        void keepStateWhereXdgSays() throws Exception {
            environment.put("XDG_STATE_HOME", "/var/tmp/elsewhere");

            assertThat(read().state()).isEqualTo(Path.of("/var/tmp/elsewhere/telvirt"));
        }

        @Test
        void ignoreAnXdgFolderThatIsNotAbsoluteAsXdgDemands() throws Exception {
            environment.put("XDG_STATE_HOME", "elsewhere");

            assertThat(read().state()).isEqualTo(home.resolve(".local/state/telvirt"));
        }
    }

    @Nested
    class Precedence {
        @BeforeEach
        void setEverywhere() throws Exception {
            writeFile("http-port = 1\nhttps-port = 1\nbind = 127.0.0.3\n");
            environment.put("TELVIRT_HTTP_PORT", "2");
            environment.put("TELVIRT_HTTPS_PORT", "2");
            options.put(Setting.HTTP_PORT, "3");
        }

        @Test
        void optionBeatsEnvironment() throws Exception {
            assertThat(read().httpPort()).hasValue(3);
        }

        @Test
        void environmentBeatsFile() throws Exception {
            assertThat(read().httpsPort()).hasValue(2);
        }

        @Test
        void fileBeatsDefault() throws Exception {
            assertThat(read().bind()).isEqualTo("127.0.0.3");
        }

        @Test
        void emptyVariableCountsAsNotSet() throws Exception {
            environment.put("TELVIRT_HTTPS_PORT", "");

            assertThat(read().httpsPort()).hasValue(1);
        }
    }

    @Nested
    class File {
        @Test
        void isFoundInTheUsualPlace() throws Exception {
            Path usual = home.resolve(".config/telvirt/telvirt.conf");
            Files.createDirectories(usual.getParent());
            Files.writeString(usual, "bind = ::1\n");

            assertThat(read().bind()).isEqualTo("::1");
        }

        @Test
        void canBeNamedByTheEnvironment() throws Exception {
            Path named = home.resolve("my.conf");
            Files.writeString(named, "bind = ::1\n");
            environment.put("TELVIRT_CONFIG", named.toString());

            assertThat(read().bind()).isEqualTo("::1");
        }

        @Test
        void mustExistWhenItIsNamed() {
            file = Optional.of(home.resolve("none.conf"));

            assertThatThrownBy(SettingsReaderTest.this::read).hasMessageContaining("none.conf: there is no such file");
        }
    }

    @Nested
    class Value {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                HTTP_PORT         | 65536       | a port from 0 to 65535, or none
                HTTP_PORT         | -2          | a port from 0 to 65535, or none
                HTTPS_PORT        | https       | a port from 0 to 65535, or none
                HYPERVISOR        | qemu system | a URI such as simulated:///default or qemu:///system
                HYPERVISOR        | qemu        | a URI such as simulated:///default or qemu:///system
                MAX_REQUEST_SIZE  | 16 apples   | a size such as 65536, 64K or 16M
                MAX_REQUESTS      | 0           | a number from 1
                IDLE_TIMEOUT      | 60          | a time such as 500ms, 20s, 5m or 1h
                LOG_LEVEL         | loud        | error, warn, info, debug or trace
                LOG_FORMAT        | xml         | text or json
                AUTHENTICATION    | ldap        | file or pam
                ALLOW_PLAIN_HTTP  | perhaps     | yes or no
                METRICS_READERS   | me          | users, local or all
                CLIENT_CERTIFICATES     | perhaps | none, wanted or required
                CLIENT_CERTIFICATE_USER | CN=(    | CN, UID, EMAIL, DN or a pattern with one group
                CLIENT_CERTIFICATE_USER | OU      | CN, UID, EMAIL, DN or a pattern with one group
                """)
        void isRefusedWithItsOriginAndWhatWouldDo(Setting setting, String text, String wanted) {
            environment.put(setting.variable(), text);

            assertThatThrownBy(SettingsReaderTest.this::read)
                    .isInstanceOfSatisfying(
                            StartException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.SETTINGS))
                    .hasMessage(setting.variable() + " in the environment: '" + text + "' is not " + wanted);
        }

        @ParameterizedTest
        @CsvSource({"1024, 1024", "64K, 65536", "2m, 2097152", "1G, 1073741824"})
        void ofASizeIsInBytesOrInAUnit(String text, long bytes) throws Exception {
            options.put(Setting.MAX_REQUEST_SIZE, text);

            assertThat(read().limits().requestBytes()).isEqualTo(bytes);
        }

        @ParameterizedTest
        @CsvSource({"500ms, PT0.5S", "20s, PT20S", "5m, PT5M", "1h, PT1H"})
        void ofATimeHasAUnit(String text, Duration duration) throws Exception {
            options.put(Setting.IDLE_TIMEOUT, text);

            assertThat(read().limits().idleTimeout()).isEqualTo(duration);
        }

        @ParameterizedTest
        @CsvSource({"none", "-1"})
        void ofAPortCanSwitchItOff(String text) throws Exception {
            options.put(Setting.HTTP_PORT, text);

            assertThat(read().httpPort()).isEmpty();
        }

        @Test
        void ofBothPortsCannotSwitchThemOff() {
            options.put(Setting.HTTP_PORT, "none");
            options.put(Setting.HTTPS_PORT, "none");

            assertThatThrownBy(SettingsReaderTest.this::read)
                    .hasMessageContaining("nobody could reach the server; give one of --http-port and --https-port");
        }
    }

    @Nested
    class Together {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                bind=0.0.0.0                            | HTTP without TLS on 0.0.0.0 would show passwords to the network; switch it off with --http-port none, or say --allow-plain-http
                client-certificates=wanted              | --client-certificates needs to know who may vouch for clients; give their certificates with --client-ca FILE
                client-ca=ca.pem                        | --client-ca is of no use while clients are asked for no certificates; say --client-certificates wanted or required
                client-certificates=wanted client-ca=ca.pem https-port=none | Clients show certificates over HTTPS only, and that is switched off; give --https-port a port
                client-certificates=required client-ca=ca.pem               | Over HTTP without TLS nobody can show the certificate that is required; switch it off with --http-port none
                """)
        void isRefusedWhatDoesNotFit(String settings, String message) throws Exception {
            writeFile(settings.replace(" ", "\n"));

            assertThatThrownBy(SettingsReaderTest.this::read)
                    .isInstanceOfSatisfying(
                            StartException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.SETTINGS))
                    .hasMessage(message);
        }

        @ParameterizedTest
        @CsvSource({
            "bind=0.0.0.0 allow-plain-http=yes",
            "bind=0.0.0.0 http-port=none",
            "bind=::1",
            "bind=localhost",
            "client-certificates=required client-ca=ca.pem http-port=none"
        })
        void isTakenWhatDoes(String settings) throws Exception {
            writeFile(settings.replace(" ", "\n"));

            assertThat(read().warnings()).isEmpty();
        }
    }

    @Nested
    class Environment {
        @Test
        void warnsOfAVariableThatIsNearlyASetting() throws Exception {
            environment.put("TELVIRT_HTP_PORT", "1");

            assertThat(read().warnings())
                    .containsExactly("TELVIRT_HTP_PORT in the environment is not a setting; did you mean"
                            + " TELVIRT_HTTP_PORT?");
        }

        @Test
        void leavesOtherProgramsAndTheLauncherTheirVariables() throws Exception {
            environment.put("TELVIRT_URL", "https://elsewhere");
            environment.put("TELVIRT_JAVA_OPTS", "-Xmx1g");
            environment.put("HTTP_PORT", "1");

            assertThat(read().warnings()).isEmpty();
        }
    }

    private Settings read() throws StartException {
        return new SettingsReader(environment, home).read(options, file);
    }

    private void writeFile(String text) throws IOException {
        Path path = home.resolve("given.conf");
        Files.writeString(path, text);
        file = Optional.of(path);
    }
}
