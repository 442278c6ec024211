package org.telvirt.hypervisor.libvirt.event;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The shapes of what libvirt calls; characters and structures are libvirt's and last as long as the call. */
final class EventCallbacks {
    private EventCallbacks() {}

    /** Of an event that says no more. */
    interface Plain extends Callback {
        void happened(Pointer connection, Pointer subject, @Nullable Pointer opaque);
    }

    /** With one number. */
    interface Numbered extends Callback {
        void happened(Pointer connection, Pointer subject, int number, @Nullable Pointer opaque);
    }

    /** With one large number. */
    interface Measured extends Callback {
        void happened(Pointer connection, Pointer subject, long number, @Nullable Pointer opaque);
    }

    /** With two numbers. */
    interface Detailed extends Callback {
        void happened(Pointer connection, Pointer subject, int number, int detail, @Nullable Pointer opaque);
    }

    /** With three numbers. */
    interface Flagged extends Callback {
        void happened(Pointer connection, Pointer subject, int first, int second, int flags, @Nullable Pointer opaque);
    }

    /** With a name. */
    interface Named extends Callback {
        void happened(Pointer connection, Pointer subject, @Nullable Pointer name, @Nullable Pointer opaque);
    }

    /** With a name and a number. */
    interface NamedNumber extends Callback {
        void happened(
                Pointer connection, Pointer subject, @Nullable Pointer name, int number, @Nullable Pointer opaque);
    }

    /** With a number and a name. */
    interface NumberedName extends Callback {
        void happened(
                Pointer connection, Pointer subject, int number, @Nullable Pointer name, @Nullable Pointer opaque);
    }

    /** With a name and a large number. */
    interface NamedSize extends Callback {
        void happened(Pointer connection, Pointer subject, @Nullable Pointer name, long size, @Nullable Pointer opaque);
    }

    /** With a disk and the work on it. */
    interface DiskWork extends Callback {
        void happened(
                Pointer connection,
                Pointer subject,
                @Nullable Pointer disk,
                int type,
                int status,
                @Nullable Pointer opaque);
    }

    /** With a disk and its error. */
    interface DiskError extends Callback {
        void happened(
                Pointer connection,
                Pointer subject,
                @Nullable Pointer source,
                @Nullable Pointer device,
                int action,
                @Nullable Pointer reason,
                @Nullable Pointer opaque);
    }

    /** With a disk, what was in it and what is. */
    interface DiskChange extends Callback {
        void happened(
                Pointer connection,
                Pointer subject,
                @Nullable Pointer oldSource,
                @Nullable Pointer newSource,
                @Nullable Pointer device,
                int reason,
                @Nullable Pointer opaque);
    }

    /** With who looks at a screen. */
    interface Graphics extends Callback {
        void happened(
                Pointer connection,
                Pointer subject,
                int phase,
                @Nullable Pointer local,
                @Nullable Pointer remote,
                @Nullable Pointer scheme,
                @Nullable Pointer identity,
                @Nullable Pointer opaque);
    }

    /** With a mark that was passed. */
    interface Threshold extends Callback {
        void happened(
                Pointer connection,
                Pointer subject,
                @Nullable Pointer disk,
                @Nullable Pointer path,
                long threshold,
                long excess,
                @Nullable Pointer opaque);
    }

    /** With typed parameters. */
    interface Parameters extends Callback {
        void happened(
                Pointer connection, Pointer subject, @Nullable Pointer array, int count, @Nullable Pointer opaque);
    }
}
