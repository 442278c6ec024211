package org.telvirt.access.profile;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.access.AccessControl;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;

/** The users: those the server knows, and all who have a role. */
final class IdentityProvider implements InstanceProvider {
    private static final String PREFIX = "Telvirt:Identity:";

    private final AccessControl access;
    private final KnownUsers known;

    IdentityProvider(AccessControl access, KnownUsers known) {
        this.access = access;
        this.known = known;
    }

    static CimInstancePath path(String user) {
        return CimInstancePath.of(AccessNames.TELVIRT_IDENTITY, AccessNames.INSTANCE_ID, PREFIX + user);
    }

    /** Null: the path does not lead to a user who is there. */
    @Nullable
    String user(CimInstancePath path) {
        String id = path.text(AccessNames.INSTANCE_ID);
        if (!path.className().equals(AccessNames.TELVIRT_IDENTITY) || id == null || !id.startsWith(PREFIX)) {
            return null;
        }
        String user = id.substring(PREFIX.length());
        return known.isKnown(user) || users().contains(user) ? user : null;
    }

    private SortedSet<String> users() {
        SortedSet<String> users = new TreeSet<>(known.names());
        users.addAll(access.users());
        return users;
    }

    @Override
    public CimName className() {
        return AccessNames.TELVIRT_IDENTITY;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(users()).map(IdentityProvider::toInstance);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        String user = user(path);
        return user == null ? null : toInstance(user);
    }

    private static CimInstance toInstance(String user) {
        return CimInstance.of(AccessNames.TELVIRT_IDENTITY)
                .withKeys(path(user))
                .with(AccessNames.ELEMENT_NAME, user)
                // each request proves anew who sends it; nobody stays logged in
                .with(AccessNames.CURRENTLY_AUTHENTICATED, CimValues.bool(false))
                .at(path(user));
    }
}
