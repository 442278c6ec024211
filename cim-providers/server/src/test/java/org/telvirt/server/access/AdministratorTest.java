package org.telvirt.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.PrivateFile;

class AdministratorTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    private Users users;
    private Authenticator authenticator;

    @BeforeEach
    void openUsers() throws Exception {
        users = Users.open(new PrivateFile(folder.resolve("users")));
        authenticator = new Authenticator(users, random, System::nanoTime);
    }

    @Nested
    class AtTheFirstStart {
        @Test
        void getsAStrongPasswordThatIsShownOnce() throws Exception {
            String password = appoint().orElseThrow();

            assertThat(password).matches("([a-z2-9]{5}-){4}[a-z2-9]{5}");
            assertThat(users.matches(new Credentials("admin", password))).isTrue();
            assertThat(appoint()).isEmpty();
        }

        @Test
        void getsAnotherPasswordOnEveryMachine() throws Exception {
            Users others = Users.open(new PrivateFile(folder.resolve("others")));

            assertThat(Administrator.appoint(others, authenticator, Optional.empty(), random))
                    .isNotEqualTo(appoint());
        }
    }

    @Nested
    class WithAPasswordFile {
        @Test
        void hasItsFirstLineAsPasswordAndNothingIsShown() throws Exception {
            assertThat(appoint(file("secret\nsecond line\n"))).isEmpty();

            assertThat(users.matches(new Credentials("admin", "secret"))).isTrue();
        }

        @Test
        void keepsThePasswordWhenTheFileIsNotGivenAgain() throws Exception {
            appoint(file("secret"));

            assertThat(appoint()).isEmpty();
            assertThat(users.matches(new Credentials("admin", "secret"))).isTrue();
        }

        @Test
        void losesTheFormerPassword() throws Exception {
            String former = appoint().orElseThrow();

            appoint(file("secret"));

            assertThat(users.matches(new Credentials("admin", former))).isFalse();
        }

        @Test
        void refusesOneThatIsMissingEmptyTooLongOrNoText() throws Exception {
            assertRefused(folder.resolve("none"), "there is no such file");
            assertRefused(file("\nsecret"), "its first line, which is to be the password, is empty");
            assertRefused(file("ä".repeat(37)), "the password is longer than 72 bytes");
            Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
            assertRefused(binary, "it is not UTF-8 text");
        }

        private void assertRefused(Path file, String why) {
            assertThatThrownBy(() -> appoint(file))
                    .isInstanceOfSatisfying(
                            StartException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.SETTINGS))
                    .hasMessage("Cannot read the administrator's password from " + file + ": " + why);
        }
    }

    private Optional<String> appoint() throws StartException {
        return Administrator.appoint(users, authenticator, Optional.empty(), random);
    }

    private Optional<String> appoint(Path file) throws StartException {
        return Administrator.appoint(users, authenticator, Optional.of(file), random);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("password"), text);
    }
}
