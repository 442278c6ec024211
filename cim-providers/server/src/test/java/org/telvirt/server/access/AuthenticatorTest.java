package org.telvirt.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.state.PrivateFile;

class AuthenticatorTest {
    private static final String HERE = "127.0.0.1";
    private static final Credentials RIGHT = new Credentials("admin", "secret");
    private static final Credentials WRONG = new Credentials("admin", "guess");
    private static final Verdict GRANTED = new Verdict.Granted("admin");
    private static final Verdict REFUSED = new Verdict.Refused();

    private final AtomicLong nanoTime = new AtomicLong();

    @TempDir
    private Path folder;

    private Users users;
    private Authenticator authenticator;

    @BeforeEach
    void appoint() throws Exception {
        users = Users.open(new PrivateFile(folder.resolve("users")));
        users.set(RIGHT);
        authenticator = new Authenticator(users, new SecureRandom(), nanoTime::get);
    }

    @Test
    void letsInWhoeverKnowsThePassword() {
        assertThat(check(RIGHT)).isEqualTo(GRANTED);
    }

    @Test
    void refusesEveryoneElseAlike() {
        assertThat(check(null)).isEqualTo(REFUSED);
        assertThat(check(WRONG)).isEqualTo(REFUSED);
        assertThat(check(new Credentials("nobody", "secret"))).isEqualTo(REFUSED);
        assertThat(check(new Credentials("admin", "x".repeat(100)))).isEqualTo(REFUSED);
    }

    @Test
    void remembersWhomItKnows() {
        check(RIGHT);
        long began = System.nanoTime();

        for (int request = 0; request < 1000; request++) {
            assertThat(check(RIGHT)).isEqualTo(GRANTED);
        }

        // bcrypt would take a minute
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void doesNotMistakeAnotherPasswordForTheOneItRemembers() {
        check(RIGHT);

        assertThat(check(WRONG)).isEqualTo(REFUSED);
    }

    @Nested
    class Guessing {
        @Test
        void mustPauseAfterAFewWrongPasswords() {
            guess(Authenticator.FREE_GUESSES);

            assertThat(check(WRONG)).isEqualTo(new Verdict.TooManyGuesses(Duration.ofSeconds(1)));
        }

        @Test
        void isNotToldWhetherItIsRightWhilePausing() {
            check(RIGHT);
            guess(Authenticator.FREE_GUESSES);

            assertThat(check(RIGHT)).isInstanceOf(Verdict.TooManyGuesses.class);
        }

        @Test
        void mustPauseTwiceAsLongEachTimeUpToAMinute() {
            guess(Authenticator.FREE_GUESSES);

            for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
                assertThat(check(WRONG)).isEqualTo(new Verdict.TooManyGuesses(Duration.ofSeconds(seconds)));
                pass(Duration.ofSeconds(seconds));
                assertThat(check(WRONG)).isEqualTo(REFUSED);
            }
        }

        @Test
        void isForgottenOnceThePasswordIsRight() {
            guess(Authenticator.FREE_GUESSES);
            pass(Duration.ofSeconds(1));

            assertThat(check(RIGHT)).isEqualTo(GRANTED);
            guess(Authenticator.FREE_GUESSES - 1);
            assertThat(check(RIGHT)).isEqualTo(GRANTED);
        }

        @Test
        void elsewhereLocksNobodyOutHere() {
            for (int guess = 0; guess < 2 * Authenticator.FREE_GUESSES; guess++) {
                authenticator.check(WRONG, "192.0.2.1");
            }

            assertThat(check(RIGHT)).isEqualTo(GRANTED);
        }

        @Test
        void doesNotGetMoreTriesByChangingTheUser() {
            for (int guess = 0; guess < Authenticator.FREE_GUESSES_OF_ADDRESS; guess++) {
                assertThat(check(new Credentials("user" + guess, "guess"))).isEqualTo(REFUSED);
            }

            assertThat(check(new Credentials("another", "guess"))).isInstanceOf(Verdict.TooManyGuesses.class);
        }

        private void guess(int times) {
            for (int guess = 0; guess < times; guess++) {
                assertThat(check(WRONG)).isEqualTo(REFUSED);
            }
        }
    }

    private Verdict check(Credentials credentials) {
        return authenticator.check(credentials, HERE);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
