package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Characters that libvirt gave to us to free. */
public final class OwnedString {
    private OwnedString() {}

    /** Copies them and frees them. */
    public static String take(Pointer characters) {
        try {
            return characters.getString(0, StandardCharsets.UTF_8.name());
        } finally {
            Native.free(Pointer.nativeValue(characters));
        }
    }
}
