package org.telvirt.server.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.FileVersion;
import org.telvirt.server.state.PrivateFile;

/**
 * The users and their passwords' hashes, kept in a file as of htpasswd. Others may change the file; a file that cannot be
 * used changes nothing. Safe for use by many threads.
 */
public final class Users implements Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final PrivateFile file;
    private volatile UserTable table;
    private volatile FileVersion seen;

    private Users(PrivateFile file, UserTable table, FileVersion seen) {
        this.file = file;
        this.table = table;
        this.seen = seen;
    }

    /**
     * The users of the file; none if it is not there.
     *
     * @throws StartException STATE_UNUSABLE: the file cannot be read, or a line is no user
     */
    public static Users open(PrivateFile file) throws StartException {
        try {
            FileVersion version = FileVersion.of(file.path());
            return new Users(file, read(file), version);
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE, "Cannot read the users in " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private static UserTable read(PrivateFile file) throws IOException, StartException {
        return file.exists() ? UserTable.parse(file.read(), file.path().toString()) : UserTable.EMPTY;
    }

    /** Reads the file again if it has changed; a broken one is logged, once, and the users stay as they are. */
    public synchronized void refresh() {
        try {
            FileVersion version = FileVersion.of(file.path());
            if (version.equals(seen)) {
                return;
            }
            seen = version;
            if (version.equals(FileVersion.ABSENT)) {
                LOG.error("The users' file {} is gone; its users stay until there is a new one", file.path());
                return;
            }
            table = read(file);
            LOG.info(
                    "{} has changed; there are {} users",
                    file.path(),
                    table.names().size());
        } catch (IOException | StartException e) {
            LOG.error("The users stay as they were: {}", e.getMessage());
        }
    }

    /** What keeps a text from being a user's name; null: nothing. */
    public static @Nullable String flawOfName(String name) {
        return UserTable.flawOfName(name);
    }

    /** The file. */
    public Path path() {
        return file.path();
    }

    /** All names, in the order of the file. */
    public List<String> names() {
        return List.copyOf(table.names());
    }

    @Override
    public boolean contains(String user) {
        return table.hash(user) != null;
    }

    @Override
    public String stamp(String user) {
        PasswordHash hash = table.hash(user);
        return hash == null ? "" : hash.text();
    }

    @Override
    public boolean matches(Credentials credentials) {
        if (PasswordHash.isTooLong(credentials.password())) {
            return false;
        }
        UserTable now = table;
        PasswordHash hash = now.hash(credentials.user());
        if (hash == null) {
            PasswordHash.ofNobody(now.highestCost()).matches(credentials.password());
            return false;
        }
        if (hash.matches(credentials.password())) {
            return true;
        }
        // as much work as for nobody: 2^c + 2^c + 2^(c+1) + … + 2^(highest-1) = 2^highest
        for (int cost = hash.cost(); cost < now.highestCost(); cost++) {
            PasswordHash.ofNobody(cost).matches(credentials.password());
        }
        return false;
    }

    /**
     * Gives the user this password, on the disk when this returns.
     *
     * @throws StartException STATE_UNUSABLE: the file has been broken meanwhile
     */
    public void set(Credentials credentials) throws IOException, StartException {
        PasswordHash hash = PasswordHash.of(credentials.password());
        change(before -> before.with(credentials.user(), hash));
    }

    /**
     * Forgets the user, on the disk too when this returns.
     *
     * @throws StartException STATE_UNUSABLE: the file has been broken meanwhile
     */
    public void remove(String user) throws IOException, StartException {
        change(before -> before.without(user));
    }

    /** Changes the file as it is now; whoever else changes it by this program waits. */
    private synchronized void change(UnaryOperator<UserTable> change) throws IOException, StartException {
        Path path = file.path().toAbsolutePath();
        Files.createDirectories(
                path.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assert held.isValid();
            UserTable changed = change.apply(read(file));
            file.write(changed.text());
            seen = FileVersion.of(file.path());
            table = changed;
        }
    }
}
