package org.telvirt.benchmarks.engine;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** libvirt's own calls with nothing around them, to compare with; what they return is thrown away at once. */
public final class BareLibvirt {
    private static final int STATISTICS = 1 | 2 | 4 | 8 | 16 | 32;
    private static final int STATE = 1;
    private static final int ACTIVE = 1;
    private static final int TRANSIENT = 8;
    private static final int SAVED = 256;
    private static final int INACTIVE = 2;
    private static final int NOWAIT = 1 << 29;

    static {
        Native.register(BareLibvirt.class, "virt");
    }

    private final Pointer connection;

    /** Connects. */
    public BareLibvirt(String uri) {
        Pointer opened = virConnectOpen(uri);
        if (opened == null) {
            throw new IllegalStateException("cannot connect to " + uri);
        }
        connection = opened;
    }

    static native @Nullable Pointer virConnectOpen(String uri);

    static native int virConnectGetAllDomainStats(Pointer connection, int groups, PointerByReference list, int flags);

    static native void virDomainStatsRecordListFree(Pointer list);

    static native int virConnectListAllDomains(Pointer connection, PointerByReference list, int flags);

    static native @Nullable Pointer virDomainDefineXML(Pointer connection, String xml);

    static native int virDomainCreate(Pointer domain);

    static native int virDomainDestroy(Pointer domain);

    static native int virDomainUndefine(Pointer domain);

    static native int virDomainSuspend(Pointer domain);

    static native int virDomainResume(Pointer domain);

    static native int virDomainFree(Pointer domain);

    static native @Nullable Pointer virDomainGetXMLDesc(Pointer domain, int flags);

    /** The bulk call that the engine makes for a sample; how many domains it told of. */
    int statistics() {
        return stats(STATISTICS, ACTIVE | NOWAIT);
    }

    /** The calls that the engine makes for a list with states. */
    public int list() {
        return list(TRANSIENT) + list(SAVED) + stats(STATE, 0);
    }

    private int stats(int groups, int flags) {
        PointerByReference records = new PointerByReference();
        int count = done(virConnectGetAllDomainStats(connection, groups, records, flags));
        virDomainStatsRecordListFree(records.getValue());
        return count;
    }

    /** The calls that read every definition; how many there are. */
    public int definitions() {
        return each(0, domain -> {
            Pointer xml = virDomainGetXMLDesc(domain, INACTIVE);
            if (xml != null) {
                Native.free(Pointer.nativeValue(xml));
            }
        });
    }

    private int list(int flags) {
        return each(flags, domain -> {});
    }

    private int each(int flags, Consumer<Pointer> use) {
        PointerByReference list = new PointerByReference();
        int count = done(virConnectListAllDomains(connection, list, flags));
        for (int i = 0; i < count; i++) {
            Pointer domain = list.getValue().getPointer((long) i * Native.POINTER_SIZE);
            use.accept(domain);
            virDomainFree(domain);
        }
        Native.free(Pointer.nativeValue(list.getValue()));
        return count;
    }

    Pointer define(String xml) {
        Pointer domain = virDomainDefineXML(connection, xml);
        if (domain == null) {
            throw new IllegalStateException("libvirt does not accept " + xml);
        }
        return domain;
    }

    static int done(int result) {
        if (result < 0) {
            throw new IllegalStateException("a call of libvirt failed");
        }
        return result;
    }
}
