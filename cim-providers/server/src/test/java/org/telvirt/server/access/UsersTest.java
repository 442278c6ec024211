package org.telvirt.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.PrivateFile;

class UsersTest {
    @TempDir
    private Path folder;

    private PrivateFile file;

    @BeforeEach
    void nameFile() {
        file = new PrivateFile(folder.resolve("users"));
    }

    @Test
    void rememberAPasswordOverARestart() throws Exception {
        Users.open(file).set(new Credentials("admin", "secret"));

        Users again = Users.open(file);

        assertThat(again.matches(new Credentials("admin", "secret"))).isTrue();
        assertThat(again.matches(new Credentials("admin", "Secret"))).isFalse();
        assertThat(again.matches(new Credentials("root", "secret"))).isFalse();
    }

    @Test
    void keepOnlyAHashAndThatFromOthersEyes() throws Exception {
        Users.open(file).set(new Credentials("admin", "secret"));

        assertThat(Files.readString(file.path())).startsWith("admin:$2a$10$").doesNotContain("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void understandWhatHtpasswdWrites() throws Exception {
        // the test vector of John the Ripper for bcrypt, in the notation of 'htpasswd -B'
        file.write("# a comment\n\nbob:$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\n");

        assertThat(Users.open(file).matches(new Credentials("bob", "U*U"))).isTrue();
        assertThat(Users.open(file).matches(new Credentials("bob", "U*V"))).isFalse();
    }

    @Test
    void tellApartPasswordsThatBcryptWouldCutToTheSame() throws Exception {
        String longest = "x".repeat(PasswordHash.MAX_PASSWORD_BYTES);
        Users users = Users.open(file);
        users.set(new Credentials("admin", longest));

        assertThat(users.matches(new Credentials("admin", longest))).isTrue();
        assertThat(users.matches(new Credentials("admin", longest + "y"))).isFalse();
    }

    @Test
    void refuseADamagedFileByItsLine() throws Exception {
        file.write("admin:plain\n");

        assertThatThrownBy(() -> Users.open(file))
                .isInstanceOfSatisfying(
                        StartException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.STATE_UNUSABLE))
                .hasMessageStartingWith(file.path() + ":1 is not a user with a bcrypt hash; remove the file");
    }
}
