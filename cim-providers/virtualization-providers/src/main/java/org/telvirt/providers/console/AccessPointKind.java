package org.telvirt.providers.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.providers.console.Consoles.Seen;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ScopedPath;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.host.HostMapper;

/**
 * The access points that stand for a console. All of them belong to the virtual system, but the port, which is the
 * host's.
 */
enum AccessPointKind {
    /** A graphical console (DSP1076). */
    KVM("Graphical console"),
    /** A serial port (DSP1024). */
    TEXT("Text console"),
    /** The port of the host that serves a graphical console; there only while it does. */
    PORT("Port of a graphical console"),
    /** The URL of a graphical console; there only while it is served. */
    URL("URL of a graphical console");

    private static final int UNKNOWN = 0;
    private static final int ENABLED = 2;
    private static final int DISABLED = 3;
    private static final int NOT_APPLICABLE = 12;
    private static final int OK = 2;
    private static final int STOPPED = 10;
    private static final int HEALTHY = 5;

    private static final int VNC = 4;
    private static final int CHARACTER_STREAM = 2;
    private static final int TCP = 4111;
    private static final int URL_FORMAT = 200;
    private static final int OTHER_CONTEXT = 1;

    private final String caption;

    AccessPointKind(String caption) {
        this.caption = caption;
    }

    CimName className() {
        return switch (this) {
            case KVM -> ConsoleNames.TELVIRT_KVM_SAP;
            case TEXT -> ConsoleNames.TELVIRT_TEXT_SAP;
            case PORT -> ConsoleNames.TELVIRT_TCP_ENDPOINT;
            case URL -> ConsoleNames.TELVIRT_REMOTE_SAP;
        };
    }

    /** Whether a console has an access point of this kind now. */
    boolean has(Seen console) {
        return switch (this) {
            case KVM -> console.display() != null;
            case TEXT -> console.display() == null;
            case PORT, URL -> console.port() != null;
        };
    }

    /** Where the access point of a console is. */
    CimInstancePath path(ConsoleId id, HostSystem host) {
        return this == PORT
                ? path(HostMapper.path(host.uuid()), id.system() + "/" + id.name())
                : path(SystemPath.of(id.system()), id.name());
    }

    private CimInstancePath path(CimInstancePath system, String name) {
        return ScopedPath.of(system, className(), ElementNames.NAME, name);
    }

    /** The console whose access point can be at this path; null: none can. */
    @Nullable
    ConsoleId id(CimInstancePath path, HostSystem host) {
        String name = path.text(ElementNames.NAME);
        String owner = path.text(ElementNames.SYSTEM_NAME);
        if (name == null || owner == null) {
            return null;
        }
        int slash = this == PORT ? name.indexOf('/') : -1;
        SystemId system = SystemPath.id(slash < 0 ? owner : name.substring(0, slash));
        ConsoleId id = system == null ? null : ConsoleId.parse(system, name.substring(slash + 1));
        return id != null && path(id, host).equals(path.in(null).on(null)) ? id : null;
    }

    /** The access point of a console that has one. */
    CimInstance toInstance(Seen console, HostSystem host) {
        CimInstancePath path = path(console.id(), host);
        CimInstance.Builder instance = CimInstance.of(className())
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, console.id().name())
                .with(ElementNames.CAPTION, caption)
                .with(
                        ElementNames.DESCRIPTION,
                        caption + " of " + console.system().name());
        addState(instance, console);
        switch (this) {
            case KVM -> instance.with(ConsoleNames.KVM_PROTOCOL, CimValues.uint16(VNC));
            case TEXT -> instance.with(ConsoleNames.TEXT_FLOW_TYPE, CimValues.uint16(CHARACTER_STREAM));
            case PORT -> addPort(instance, console);
            case URL -> addUrl(instance, console, host);
        }
        return instance.at(path);
    }

    /** A console is open while its system is in memory; it cannot be switched by itself. */
    private static void addState(CimInstance.Builder instance, Seen console) {
        Boolean open = console.isOpen();
        int state = open == null ? UNKNOWN : open ? ENABLED : DISABLED;
        int operation = open == null ? UNKNOWN : open ? OK : STOPPED;
        instance.with(ElementNames.ENABLED_STATE, CimValues.uint16(state))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(NOT_APPLICABLE))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(NOT_APPLICABLE))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(ENABLED))
                .with(ElementNames.AVAILABLE_REQUESTED_STATES, CimValues.uint16s())
                .with(ElementNames.TIME_OF_LAST_STATE_CHANGE, CimValues.dateTime(CimDateTime.ZERO_INTERVAL))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(operation))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(open == null ? UNKNOWN : HEALTHY));
    }

    private static void addPort(CimInstance.Builder instance, Seen console) {
        Integer port = console.port();
        instance.with(ConsoleNames.PORT_NUMBER, port == null ? null : CimValues.uint32(port))
                .with(ConsoleNames.PROTOCOL_IF_TYPE, CimValues.uint16(TCP))
                .with(ConsoleNames.NAME_FORMAT, "Telvirt");
    }

    private static void addUrl(CimInstance.Builder instance, Seen console, HostSystem host) {
        Display display = console.display();
        Integer port = console.port();
        instance.with(
                        ConsoleNames.ACCESS_INFO,
                        display == null || port == null
                                ? null
                                : String.format(Locale.ROOT, "vnc://%s:%d", address(display, host), port))
                .with(ConsoleNames.INFO_FORMAT, CimValues.uint16(URL_FORMAT))
                .with(ConsoleNames.ACCESS_CONTEXT, CimValues.uint16(OTHER_CONTEXT))
                .with(ConsoleNames.OTHER_ACCESS_CONTEXT, "Graphical console");
    }

    /** What listens on all addresses is reached by the name of the host. */
    private static String address(Display display, HostSystem host) {
        String listen = display.listen();
        if (listen.equals("0.0.0.0") || listen.equals("::") || listen.isEmpty()) {
            return host.name();
        }
        return listen.indexOf(':') < 0 ? listen : "[" + listen + "]";
    }
}
