package org.telvirt.server.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Shows and changes the roles of users on a running server (DSP1039), by CIM as any client can. */
public final class RoleEditor {
    private static final CimNamespace INTEROP = CimNamespace.of("root/interop");
    private static final CimName ROLE = CimName.of("Telvirt_Role");
    private static final CimName IDENTITY = CimName.of("Telvirt_Identity");
    private static final CimName SERVICE = CimName.of("Telvirt_RoleBasedAuthorizationService");
    private static final CimName INSTANCE_ID = CimName.of("InstanceID");
    private static final CimName ELEMENT_NAME = CimName.of("ElementName");
    private static final CimName NAME = CimName.of("Name");
    private static final CimName COMMON_NAME = CimName.of("CommonName");
    private static final String USER_PREFIX = "Telvirt:Identity:";

    private final CimService server;
    private final PrintStream out;

    /**
     * @param out what happened
     */
    public RoleEditor(CimService server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /**
     * Prints the roles, and who has which.
     *
     * @throws StartException NOT_RUNNING: the server does not answer; DATA: it refuses
     */
    public void list() throws StartException {
        try {
            out.println("Roles:");
            for (CimInstance role : all(ROLE)) {
                out.printf(Locale.ROOT, "  %-16s %s%n", role.text(NAME), role.text(COMMON_NAME));
            }
            out.println("Users:");
            for (CimInstance user : all(IDENTITY)) {
                SortedSet<String> names = rolesOf(Objects.requireNonNull(user.path()));
                out.printf(
                        Locale.ROOT,
                        "  %-16s %s%n",
                        user.text(ELEMENT_NAME),
                        names.isEmpty() ? "none, so everything is refused" : String.join(", ", names));
            }
        } catch (CimException e) {
            throw refused(e);
        }
    }

    /**
     * Gives a user a role.
     *
     * @throws StartException NOT_RUNNING: the server does not answer; DATA: no such user or role, or it refuses
     */
    public void assign(String user, String role) throws StartException {
        try {
            SortedSet<String> names = rolesOf(identity(user));
            names.add(role);
            set(user, names);
            out.println("User '" + user + "' has the roles " + String.join(", ", names) + ".");
        } catch (CimException e) {
            throw refused(e);
        }
    }

    /**
     * Takes a role from a user.
     *
     * @throws StartException NOT_RUNNING: the server does not answer; DATA: the user does not have it, or it refuses
     */
    public void revoke(String user, String role) throws StartException {
        try {
            SortedSet<String> names = rolesOf(identity(user));
            if (!names.remove(role)) {
                throw new StartException(
                        ExitCode.DATA,
                        "User '" + user + "' does not have the role '" + role + "'; it has "
                                + (names.isEmpty() ? "none" : String.join(", ", names)));
            }
            set(user, names);
            out.println("User '" + user + "' has "
                    + (names.isEmpty() ? "no role any more, so everything is refused" : String.join(", ", names))
                    + ".");
        } catch (CimException e) {
            throw refused(e);
        }
    }

    private void set(String user, SortedSet<String> names) throws CimException, StartException {
        List<CimInstance> roles = all(ROLE);
        List<CimInstancePath> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(path(name, roles));
        }
        CimInstancePath service =
                execute(new EnumerateInstanceNames(INTEROP, SERVICE)).toList().get(0);
        CimValue result = execute(new InvokeMethod(
                        INTEROP,
                        service.on(null).in(INTEROP),
                        CimName.of("AssignRoles"),
                        List.of(
                                new CimArgument(
                                        CimName.of("Identity"),
                                        null,
                                        CimValues.reference(identity(user).in(INTEROP))),
                                new CimArgument(CimName.of("Roles"), null, CimValues.references(wanted)))))
                .returnValue();
        if (!(result instanceof CimValue.Int number) || number.bits() != 0) {
            throw new StartException(
                    ExitCode.DATA,
                    "The server does not know a user '" + user
                            + "' (telvirt user list), or nobody would be administrator any more");
        }
    }

    private static CimInstancePath path(String role, List<CimInstance> roles) throws StartException {
        List<String> names = new ArrayList<>();
        for (CimInstance each : roles) {
            CimInstancePath path = each.path();
            String name = String.valueOf(each.text(NAME));
            if (path != null && name.equals(role)) {
                return path.on(null).in(INTEROP);
            }
            names.add(name);
        }
        throw new StartException(
                ExitCode.DATA, "There is no role '" + role + "'; there are " + String.join(", ", names));
    }

    private static CimInstancePath identity(String user) {
        return CimInstancePath.of(IDENTITY, INSTANCE_ID, USER_PREFIX + user);
    }

    private SortedSet<String> rolesOf(CimInstancePath user) throws CimException {
        SortedSet<String> names = new TreeSet<>();
        AssociationFilter roles = new AssociationFilter(null, ROLE, null, null);
        for (CimInstancePath role : execute(
                        new AssociatorNames(INTEROP, user.on(null).in(INTEROP), roles))
                .toList()) {
            String name = role.text(NAME);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private List<CimInstance> all(CimName className) throws CimException {
        return execute(new EnumerateInstances(INTEROP, className, true, InstanceView.ALL))
                .toList();
    }

    private <R> R execute(CimOperation<R> operation) throws CimException {
        return server.execute(operation, CallContext.internal(""));
    }

    private static StartException refused(CimException e) {
        return new StartException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
    }
}
