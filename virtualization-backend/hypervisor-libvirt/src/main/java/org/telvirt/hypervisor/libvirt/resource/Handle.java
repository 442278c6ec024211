package org.telvirt.hypervisor.libvirt.resource;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;

/** A reference to something of libvirt's; whoever got it closes it. */
record Handle(Pointer pointer, ToIntFunction<Pointer> free) implements AutoCloseable {
    /** What libvirt gave us; its failure if it gave nothing. */
    static Handle of(@Nullable Pointer pointer, ToIntFunction<Pointer> free, String attempt)
            throws HypervisorException {
        if (pointer == null) {
            throw LibvirtErrors.last(attempt);
        }
        return new Handle(pointer, free);
    }

    /** What libvirt found by its name; if it found nothing, that there is none. */
    static Handle found(@Nullable Pointer pointer, ToIntFunction<Pointer> free, String attempt)
            throws HypervisorException {
        if (pointer == null) {
            HypervisorException failure = LibvirtErrors.last(attempt);
            // libvirt's code says the same of a name in a domain's definition, which is another matter
            throw failure.reason() == Reason.INVALID_DEFINITION
                    ? new HypervisorException(Reason.NOT_FOUND, failure.getMessage())
                    : failure;
        }
        return new Handle(pointer, free);
    }

    /** All of a list that libvirt made, which is freed. */
    static List<Handle> all(int count, PointerByReference list, ToIntFunction<Pointer> free, String attempt)
            throws HypervisorException {
        if (count < 0) {
            throw LibvirtErrors.last(attempt);
        }
        List<Handle> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(new Handle(list.getValue().getPointer((long) i * Native.POINTER_SIZE), free));
        }
        Native.free(Pointer.nativeValue(list.getValue()));
        return all;
    }

    /** Nothing, if a call has not failed. */
    static void done(int result, String attempt) throws HypervisorException {
        if (result < 0) {
            throw LibvirtErrors.last(attempt);
        }
    }

    @Override
    public void close() {
        var unused = free.applyAsInt(pointer);
    }
}
