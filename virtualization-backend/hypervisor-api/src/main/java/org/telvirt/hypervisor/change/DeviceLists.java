package org.telvirt.hypervisor.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of devices with one of them changed. */
final class DeviceLists {
    private DeviceLists() {}

    static <T> List<T> with(List<T> all, T another) {
        List<T> changed = new ArrayList<>(all);
        changed.add(another);
        return changed;
    }

    static <T> List<T> changed(
            List<T> all,
            String field,
            String key,
            Function<T, @Nullable String> keyOf,
            Function<T, @Nullable T> change) {
        List<T> changed = new ArrayList<>();
        boolean isThere = false;
        for (T device : all) {
            T after = device;
            if (key.equals(keyOf.apply(device))) {
                isThere = true;
                after = change.apply(device);
            }
            if (after != null) {
                changed.add(after);
            }
        }
        if (!isThere) {
            throw new IllegalArgumentException(field + ": there is no " + key);
        }
        return changed;
    }
}
