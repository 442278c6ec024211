package org.telvirt.providers.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.console.Consoles.Seen;

/** Answers for the access points of one kind. Safe for use by many threads. */
final class AccessPointProvider implements InstanceProvider {
    private final AccessPointKind kind;
    private final Consoles consoles;

    AccessPointProvider(AccessPointKind kind, Consoles consoles) {
        this.kind = kind;
        this.consoles = consoles;
    }

    @Override
    public CimName className() {
        return kind.className();
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(consoles.systems())
                .flatMap(system -> CimCursor.of(consoles.of(system).stream()
                        .filter(kind::has)
                        .map(console -> kind.toInstance(console, consoles.host()))
                        .toList()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        Seen console = find(path);
        return console == null ? null : kind.toInstance(console, consoles.host());
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        return find(path) != null;
    }

    private @Nullable Seen find(CimInstancePath path) {
        ConsoleId id = id(path);
        Seen console = id == null ? null : consoles.find(id);
        return console != null && kind.has(console) ? console : null;
    }

    /** The console whose access point can be at this path; null: none can. */
    @Nullable
    ConsoleId id(CimInstancePath path) {
        return kind.id(path, consoles.host());
    }

    /** Where the access points of a virtual system are. */
    List<CimInstancePath> paths(SystemId system) {
        return consoles.of(system).stream()
                .filter(kind::has)
                .map(console -> path(console.id()))
                .toList();
    }

    /** Where the access point of this kind of a console is, if it has one. */
    CimInstancePath path(ConsoleId id) {
        return kind.path(id, consoles.host());
    }

    /** The same, and null if it has none. */
    @Nullable
    CimInstancePath pathIfAny(@Nullable ConsoleId id) {
        Seen console = id == null ? null : consoles.find(id);
        return console == null || !kind.has(console) ? null : path(console.id());
    }
}
