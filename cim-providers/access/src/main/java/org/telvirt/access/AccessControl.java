package org.telvirt.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cimom.authorization.Authorizer;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Entry;
import org.telvirt.store.Store;

/**
 * The roles, and who has them. What is changed is durable when a method returns, and counts for the next operation. The
 * ready-made roles cannot be changed, and someone is always administrator. Safe for use by many threads.
 */
public final class AccessControl {
    private static final String TABLE = "access";
    private static final String ROLE_KEY = "role/";
    private static final String USER_KEY = "user/";
    private static final Pattern ROLE_NAME = Pattern.compile("[\\w.-]{1,64}");

    private final Store store;
    private final ClassTree classes;
    private final Rights none;
    private volatile Snapshot now;

    /** Everything as it is at one time; rights by user. */
    private record Snapshot(Map<String, Role> roles, Map<String, SortedSet<String>> users, Map<String, Rights> rights) {
        static Snapshot of(Map<String, Role> roles, Map<String, SortedSet<String>> users, ClassTree classes) {
            Map<String, Rights> rights = new LinkedHashMap<>();
            users.forEach((user, names) -> rights.put(
                    user,
                    new Rights(
                            names.stream()
                                    .flatMap(name -> stream(roles.get(name)))
                                    .toList(),
                            classes)));
            return new Snapshot(roles, users, rights);
        }

        private static Stream<Role> stream(@Nullable Role role) {
            return Stream.ofNullable(role);
        }
    }

    private AccessControl(Store store, ClassTree classes, Snapshot now) {
        this.store = store;
        this.classes = classes;
        this.now = now;
        none = new Rights(List.of(), classes);
    }

    /**
     * Reads roles and assignments from a store.
     *
     * @param store keeps them in its table "access"
     * @throws IOException if the store fails or holds what is no role
     */
    public static AccessControl open(Store store, ClassTree classes) throws IOException {
        Map<String, Role> roles = new LinkedHashMap<>();
        ReadyRoles.all().forEach(role -> roles.put(role.name(), role));
        Map<String, SortedSet<String>> users = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        store.read(TABLE, entries::add);
        try {
            for (Entry entry : entries) {
                if (entry.key().startsWith(ROLE_KEY)) {
                    String name = entry.key().substring(ROLE_KEY.length());
                    roles.put(name, RoleText.read(name, entry.text()));
                } else if (entry.key().startsWith(USER_KEY)) {
                    users.put(
                            entry.key().substring(USER_KEY.length()),
                            new TreeSet<>(entry.text().lines().toList()));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("The table '" + TABLE + "' of the store is damaged: " + e.getMessage(), e);
        }
        return new AccessControl(store, classes, Snapshot.of(roles, users, classes));
    }

    /** All roles, the ready-made ones first. */
    public Collection<Role> roles() {
        return List.copyOf(now.roles().values());
    }

    /** Null: there is no such role. */
    public @Nullable Role role(String name) {
        return now.roles().get(name);
    }

    /** Everyone who has a role, in alphabetical order. */
    public Set<String> users() {
        return now.users().keySet();
    }

    /** The names of the roles of a user; empty: it has none. */
    public SortedSet<String> rolesOf(String user) {
        return new TreeSet<>(now.users().getOrDefault(user, new TreeSet<>()));
    }

    /** Who has a role, in alphabetical order. */
    public List<String> usersWith(String role) {
        return now.users().entrySet().stream()
                .filter(user -> user.getValue().contains(role))
                .map(Map.Entry::getKey)
                .toList();
    }

    Rights rightsOf(String user) {
        Rights rights = now.rights().get(user);
        return rights == null ? none : rights;
    }

    /** What a role allows by itself. */
    Rights rightsOf(Role role) {
        return new Rights(List.of(role), classes);
    }

    /** Whether a privilege allows anything with an instance. */
    public boolean concerns(Privilege privilege, CimNamespace namespace, CimInstancePath instance) {
        CimNamespace own = classes.own(namespace);
        Rights rights = new Rights(List.of(Role.named("", "").with(List.of(privilege))), classes);
        return Stream.of(Activity.values())
                        .anyMatch(each -> rights.allows(new Asked(each, own, instance.className(), null, instance)))
                || rights.allowsSomeMethodOf(own, instance.className());
    }

    /** Judges by the roles. */
    public Authorizer authorizer() {
        return new RoleAuthorizer(this, classes);
    }

    /** Makes a user administrator if nobody is; for the first start. */
    public synchronized void ensureAdministrator(String user) throws CimException {
        if (usersWith(ReadyRoles.ADMINISTRATOR).isEmpty()) {
            assign(user, ReadyRoles.ADMINISTRATOR);
        }
    }

    /**
     * Gives a user a role; nothing happens if it has it.
     *
     * @throws CimException NOT_FOUND: no such role; FAILED: the store fails
     */
    public synchronized void assign(String user, String role) throws CimException {
        SortedSet<String> roles = rolesOf(user);
        roles.add(role);
        setRoles(user, roles);
    }

    /**
     * Takes a role from a user; nothing happens if it does not have it.
     *
     * @throws CimException NOT_FOUND: no such role; FAILED: nobody would be administrator, or the store fails
     */
    public synchronized void revoke(String user, String role) throws CimException {
        require(role);
        SortedSet<String> roles = rolesOf(user);
        if (roles.remove(role)) {
            setRoles(user, roles);
        }
    }

    /**
     * Sets all roles of a user.
     *
     * @param roles empty: the user has none from now on
     * @throws CimException NOT_FOUND: no such role; INVALID_PARAMETER: no such name; FAILED: nobody would be
     *     administrator, or the store fails
     */
    public synchronized void setRoles(String user, Collection<String> roles) throws CimException {
        for (String role : roles) {
            require(role);
        }
        if (user.isBlank()) {
            throw CimException.invalidParameter("The name of a user is empty");
        }
        Map<String, SortedSet<String>> users = new TreeMap<>(now.users());
        if (roles.isEmpty()) {
            users.remove(user);
        } else {
            users.put(user, new TreeSet<>(roles));
        }
        checkAdministrator(users);
        commit(List.of(assignment(user, roles)), now.roles(), users);
    }

    private static Change assignment(String user, Collection<String> roles) {
        return new Change(TABLE, USER_KEY + user, roles.isEmpty() ? null : String.join("\n", new TreeSet<>(roles)));
    }

    private void checkAdministrator(Map<String, SortedSet<String>> users) throws CimException {
        boolean wasOne = !usersWith(ReadyRoles.ADMINISTRATOR).isEmpty();
        if (wasOne && users.values().stream().noneMatch(roles -> roles.contains(ReadyRoles.ADMINISTRATOR))) {
            throw CimException.failed("Cannot take role '" + ReadyRoles.ADMINISTRATOR
                    + "' from the last who has it: give it to another user first");
        }
    }

    /**
     * Makes a role.
     *
     * @throws CimException ALREADY_EXISTS; INVALID_PARAMETER: its name; FAILED: the store fails
     */
    public synchronized void create(Role role) throws CimException {
        if (now.roles().containsKey(role.name())) {
            throw new CimException(CimStatus.ALREADY_EXISTS, "There is a role '" + role.name() + "' already");
        }
        if (!ROLE_NAME.matcher(role.name()).matches()) {
            throw CimException.invalidParameter("'" + role.name()
                    + "' cannot be the name of a role: use up to 64 letters, digits, dots, dashes and underscores");
        }
        put(role);
    }

    /**
     * Changes a role.
     *
     * @throws CimException NOT_FOUND: no such role; FAILED: it is a ready-made one, or the store fails
     */
    public synchronized void change(Role role) throws CimException {
        requireChangeable(role.name());
        put(role);
    }

    private void put(Role role) throws CimException {
        Role stored = new Role(role.name(), role.title(), false, role.privileges());
        Map<String, Role> roles = new LinkedHashMap<>(now.roles());
        roles.put(role.name(), stored);
        commit(List.of(new Change(TABLE, ROLE_KEY + role.name(), RoleText.write(stored))), roles, now.users());
    }

    /**
     * Removes a role, also from those who have it.
     *
     * @throws CimException NOT_FOUND: no such role; FAILED: it is a ready-made one, or the store fails
     */
    public synchronized void delete(String role) throws CimException {
        requireChangeable(role);
        Map<String, Role> roles = new LinkedHashMap<>(now.roles());
        roles.remove(role);
        Map<String, SortedSet<String>> users = new TreeMap<>(now.users());
        List<Change> changes = new ArrayList<>(List.of(new Change(TABLE, ROLE_KEY + role, null)));
        for (String user : usersWith(role)) {
            SortedSet<String> others = rolesOf(user);
            others.remove(role);
            changes.add(assignment(user, others));
            if (others.isEmpty()) {
                users.remove(user);
            } else {
                users.put(user, others);
            }
        }
        commit(changes, roles, users);
    }

    private Role require(String name) throws CimException {
        Role role = role(name);
        if (role == null) {
            throw new CimException(
                    CimStatus.NOT_FOUND,
                    "No such role: '" + name + "'; there are "
                            + String.join(", ", now.roles().keySet()));
        }
        return role;
    }

    private void requireChangeable(String name) throws CimException {
        if (require(name).fixed()) {
            throw CimException.failed(
                    "Role '" + name + "' comes with Telvirt and cannot be changed: make one of your own");
        }
    }

    private void commit(List<Change> changes, Map<String, Role> roles, Map<String, SortedSet<String>> users)
            throws CimException {
        try {
            store.commit(new Commit(changes, List.of()));
        } catch (IOException e) {
            throw new CimException(CimStatus.FAILED, "Cannot change access: " + e.getMessage(), List.of(), e);
        }
        now = Snapshot.of(roles, users, classes);
    }
}
