package org.telvirt.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** The roles that are there from the first start, from the one that may least to the one that may all. */
public final class ReadyRoles {
    /** Reads everything. */
    public static final String VIEWER = "viewer";
    /** Runs the virtual systems. */
    public static final String OPERATOR = "operator";
    /** May do everything. */
    public static final String ADMINISTRATOR = "administrator";

    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final Scope EVERYTHING = new Scope.Everything();

    private ReadyRoles() {}

    static List<Role> all() {
        Privilege reading = new Privilege("read", "Read everything", grants(EVERYTHING, Activity.READ));
        Privilege running = new Privilege(
                "run",
                "Run virtual systems: change instances and invoke methods in " + VIRT,
                grants(
                        new Scope.InNamespace(VIRT),
                        Activity.CREATE,
                        Activity.MODIFY,
                        Activity.DELETE,
                        Activity.EXECUTE));
        Privilege subscribing = new Privilege("subscribe", "Subscribe to indications", subscribing());
        Privilege everything = new Privilege("everything", "Do everything", grants(EVERYTHING, Activity.values()));
        return List.of(
                new Role(VIEWER, "Viewer: reads everything", true, List.of(reading)),
                new Role(OPERATOR, "Operator: runs virtual systems", true, List.of(reading, running, subscribing)),
                new Role(ADMINISTRATOR, "Administrator: may do everything", true, List.of(everything)));
    }

    private static List<Grant> grants(Scope scope, Activity... activities) {
        return Arrays.stream(activities)
                .map(activity -> new Grant(activity, scope))
                .toList();
    }

    private static List<Grant> subscribing() {
        List<Grant> grants = new ArrayList<>();
        Stream.of("CIM_IndicationFilter", "CIM_ListenerDestination", "CIM_AbstractIndicationSubscription")
                .map(name -> new Scope.OfClass(null, CimName.of(name)))
                .forEach(scope -> grants.addAll(grants(scope, Activity.CREATE, Activity.MODIFY, Activity.DELETE)));
        return grants;
    }
}
