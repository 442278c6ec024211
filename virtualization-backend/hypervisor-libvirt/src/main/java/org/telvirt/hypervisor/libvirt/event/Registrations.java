package org.telvirt.hypervisor.libvirt.event;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The callbacks that libvirt has of us; closing this ends them. A driver may not have all of libvirt's events. */
final class Registrations implements AutoCloseable {
    private final Pointer connection;
    private final List<Callback> callbacks = new ArrayList<>(); // libvirt keeps only their addresses
    private final List<Runnable> ends = new ArrayList<>();

    /** A function of libvirt that registers for one kind of subject. */
    interface Register {
        int call(
                Pointer connection,
                @Nullable Pointer subject,
                int event,
                Callback callback,
                @Nullable Pointer opaque,
                @Nullable Pointer free);
    }

    /** Its counterpart. */
    interface Deregister {
        int call(Pointer connection, int registration);
    }

    Registrations(Pointer connection) {
        this.connection = connection;
    }

    /** Whether the driver has this event. */
    boolean add(Register register, Deregister deregister, int event, Callback callback) {
        int registration = register.call(connection, null, event, callback, null, null);
        if (registration >= 0) {
            callbacks.add(callback);
            ends.add(() -> deregister.call(connection, registration));
        }
        return registration >= 0;
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        ends.clear();
    }
}
