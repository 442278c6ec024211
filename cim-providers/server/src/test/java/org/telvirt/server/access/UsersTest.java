package org.telvirt.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.PrivateFile;

class UsersTest {
    // the test vector of John the Ripper for bcrypt, in the notation of 'htpasswd -B'
    private static final String BOB = "bob:$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

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

        assertThat(Files.readString(file.path())).startsWith("admin:$2y$10$").doesNotContain("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void understandWhatHtpasswdWrites() throws Exception {
        file.write("# a comment\n\n" + BOB + "\n");

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bob:$apr1$salt$VfKxTzXqp5BEPVZAdcWzs0                            | : the password of 'bob' is hashed with apr1 (MD5), which is not safe
            bob:{SHA}fEqNCco3Yq9h5ZUglD3CZJT4lBs=                            | : the password of 'bob' is hashed with SHA-1 and no salt, which is not safe
            bob:rqXexS6ZhobKA                                                | : the password of 'bob' is hashed with crypt, which is not read here
            bob:$6$salt$abc                                                  | : the password of 'bob' is hashed with crypt, which is not read here
            bob:secret                                                       | : the password of 'bob' is not hashed with bcrypt
            bob:$2y$05$short                                                 | : the password of 'bob' is a damaged bcrypt hash
            bob:$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW | : the password of 'bob' is a damaged bcrypt hash
            bob:$2y$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW | : the password of 'bob' has bcrypt cost 31, and only 4 to 14 will do
            """)
    void refuseEveryOtherNotationByItsLineWithTheCure(String line, String cause) throws Exception {
        file.write("# users\n" + line + "\n");

        assertThatThrownBy(() -> Users.open(file))
                .isInstanceOfSatisfying(
                        StartException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.STATE_UNUSABLE))
                .hasMessage(file.path() + ":2" + cause + "; set it anew with: htpasswd -B " + file.path() + " bob");
    }

    @Test
    void refuseALineThatIsNoUserAndANameThatComesTwice() throws Exception {
        file.write("bob\n");
        assertThatThrownBy(() -> Users.open(file))
                .hasMessageStartingWith(file.path() + ":1 is no user; write name:hash");

        file.write((BOB + "\n").repeat(2));
        assertThatThrownBy(() -> Users.open(file))
                .hasMessage(file.path() + ":2: there is a user 'bob' above; remove one of the lines");
    }

    @Test
    void keepCommentsAndTheOthersWhenOneIsChanged() throws Exception {
        file.write("# people\n" + BOB + "\n\n# machines\n" + BOB.replace("bob", "scanner") + "\n");
        Users users = Users.open(file);

        users.set(new Credentials("bob", "new"));
        users.set(new Credentials("eve", "new"));
        users.remove("scanner");

        assertThat(Files.readAllLines(file.path()))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("# people"),
                        line -> assertThat(line).startsWith("bob:$2y$10$"),
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line).isEqualTo("# machines"),
                        line -> assertThat(line).startsWith("eve:$2y$10$"));
    }

    @Nested
    class Refreshed {
        private Users users;

        @BeforeEach
        void openOne() throws Exception {
            file.write(BOB + "\n");
            users = Users.open(file);
        }

        @Test
        void areWhomTheChangedFileNames() throws Exception {
            file.write(BOB.replace("bob", "eve") + "\n");

            users.refresh();

            assertThat(users.names()).containsExactly("eve");
            assertThat(users.matches(new Credentials("eve", "U*U"))).isTrue();
            assertThat(users.matches(new Credentials("bob", "U*U"))).isFalse();
        }

        @Test
        void stayWhenTheFileIsBrokenOrGoneAndComeBackWhenItIsMended() throws Exception {
            file.write("rubbish\n");
            users.refresh();
            assertThat(users.names()).containsExactly("bob");

            Files.delete(file.path());
            users.refresh();
            assertThat(users.names()).containsExactly("bob");

            file.write(BOB.replace("bob", "eve") + "\n");
            users.refresh();
            assertThat(users.names()).containsExactly("eve");
        }

        @Test
        void neverLoseWhatAnotherProcessHasWritten() throws Exception {
            Users.open(file).set(new Credentials("eve", "secret"));

            users.set(new Credentials("mallory", "secret"));

            assertThat(Users.open(file).names()).containsExactly("bob", "eve", "mallory");
        }
    }

    @Nested
    class Time {
        @Test
        void isTheSameForTheUnknownTheCheapAndTheDear() throws Exception {
            // cost 5 takes a thirty-second of cost 10, so what is not made up for would stand out
            file.write(BOB + "\n");
            Users users = Users.open(file);
            users.set(new Credentials("dear", "secret"));
            users.matches(new Credentials("nobody", "warms up"));

            long known = nanosToRefuse(users, "bob");

            assertThat(known / (double) nanosToRefuse(users, "nobody")).isBetween(0.4, 2.5);
            assertThat(known / (double) nanosToRefuse(users, "dear")).isBetween(0.4, 2.5);
        }

        /** The least of a few, which is what a patient guesser would look at. */
        private long nanosToRefuse(Users users, String user) {
            long least = Long.MAX_VALUE;
            for (int run = 0; run < 5; run++) {
                long began = System.nanoTime();
                assertThat(users.matches(new Credentials(user, "guess"))).isFalse();
                least = Math.min(least, System.nanoTime() - began);
            }
            return least;
        }
    }
}
