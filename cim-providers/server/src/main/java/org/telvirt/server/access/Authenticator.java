package org.telvirt.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks credentials. One password is checked by bcrypt at a time, so that guessing, from however many connections,
 * neither costs more than one processor nor gets more tries than the brake allows. Safe for use by many threads.
 */
public final class Authenticator {
    /** For one user from one address. */
    static final int FREE_GUESSES = 5;
    /** From one address, whoever it says it is: many people may share it. */
    static final int FREE_GUESSES_OF_ADDRESS = 20;

    private static final int MAX_WAITING = 8;

    private final Accounts accounts;
    private final VerifiedCredentials verified;
    private final GuessTable guesses;
    private final GuessTable guessesOfAddress;
    private volatile Key ownerKey = new Key(new byte[0], "");
    private final LongAdder wrongPasswords = new LongAdder();
    private final LongAdder lockouts = new LongAdder();
    private final Semaphore bcrypt = new Semaphore(1, true);

    private static final class Key {
        private final byte[] bytes;
        private final String user;

        Key(byte[] bytes, String user) {
            this.bytes = bytes;
            this.user = user;
        }
    }

    /**
     * @param nanoTime a clock as of {@link System#nanoTime}
     */
    public Authenticator(Accounts accounts, SecureRandom random, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.verified = new VerifiedCredentials(random);
        this.guesses = new GuessTable(FREE_GUESSES, nanoTime);
        this.guessesOfAddress = new GuessTable(FREE_GUESSES_OF_ADDRESS, nanoTime);
    }

    /**
     * Checks what a client sent.
     *
     * @param credentials null: none
     * @param address where the client is
     */
    public Verdict check(@Nullable Credentials credentials, String address) {
        if (credentials == null) {
            return new Verdict.Refused();
        }
        Guesser guesser = new Guesser(address, address + ' ' + credentials.user());
        Verdict known = withoutBcrypt(credentials, guesser);
        if (known != null) {
            return known;
        }
        if (bcrypt.getQueueLength() >= MAX_WAITING) {
            return new Verdict.Busy();
        }
        bcrypt.acquireUninterruptibly();
        try {
            // whoever was ahead may have settled it
            Verdict settled = withoutBcrypt(credentials, guesser);
            return settled != null ? settled : withBcrypt(credentials, guesser);
        } finally {
            bcrypt.release();
        }
    }

    private record Guesser(String address, String addressAndUser) {}

    /** The brake comes first, or guesses would be free once the right password is remembered. */
    private @Nullable Verdict withoutBcrypt(Credentials credentials, Guesser guesser) {
        Duration wait = longer(guesses.waitFor(guesser.addressAndUser), guessesOfAddress.waitFor(guesser.address));
        if (!wait.isZero()) {
            lockouts.increment();
            return new Verdict.TooManyGuesses(wait);
        }
        return verified.contains(credentials, accounts.stamp(credentials.user()))
                ? granted(credentials, guesser)
                : null;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Verdict withBcrypt(Credentials credentials, Guesser guesser) {
        String stamp = accounts.stamp(credentials.user());
        if (!accounts.matches(credentials)) {
            wrongPasswords.increment();
            guesses.wrong(guesser.addressAndUser);
            guessesOfAddress.wrong(guesser.address);
            return new Verdict.Refused();
        }
        verified.remember(credentials, stamp);
        return granted(credentials, guesser);
    }

    private Verdict granted(Credentials credentials, Guesser guesser) {
        guesses.right(guesser.addressAndUser);
        guessesOfAddress.right(guesser.address);
        return new Verdict.Granted(credentials.user());
    }

    /** Takes these for right from now on, because whoever calls has checked them. */
    void trust(Credentials credentials) {
        verified.remember(credentials, accounts.stamp(credentials.user()));
    }

    /**
     * Lets whoever has this key in as the administrator.
     *
     * @param key long and not to be guessed
     * @param user whom it lets in
     */
    public void issue(String key, String user) {
        ownerKey = new Key(key.getBytes(StandardCharsets.UTF_8), user);
    }

    /**
     * Checks a key; takes the same time whatever differs.
     *
     * @return the user it is for; null: none
     */
    public @Nullable String userOfKey(String key) {
        Key issued = ownerKey;
        return issued.bytes.length > 0 && MessageDigest.isEqual(issued.bytes, key.getBytes(StandardCharsets.UTF_8))
                ? issued.user
                : null;
    }

    /** Whether there is such a user. */
    public boolean knows(String user) {
        return accounts.contains(user);
    }

    /** How many requests were not even looked at, because their clients had been wrong too often. */
    public long lockouts() {
        return lockouts.sum();
    }

    /** How many passwords were wrong. */
    public long wrongPasswords() {
        return wrongPasswords.sum();
    }
}
