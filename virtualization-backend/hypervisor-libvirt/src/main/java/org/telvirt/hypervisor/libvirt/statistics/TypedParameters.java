package org.telvirt.hypervisor.libvirt.statistics;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * An array of struct virTypedParameter, copied from libvirt's memory by one call and read in ours: a name of 80
 * characters, a type, and a value of 8 bytes each. What is not there is null.
 */
public final class TypedParameters {
    private static final int BYTES = 96;
    private static final int NAME_BYTES = 80;
    private static final int TYPE = 80;
    private static final int VALUE = 88;

    private static final int INT = 1;
    private static final int UNSIGNED_INT = 2;
    private static final int LONG = 3;
    private static final int UNSIGNED_LONG = 4;
    private static final int BOOLEAN = 6;
    private static final int STRING = 7;

    private final Map<String, Long> numbers;
    private final Map<String, String> texts = new HashMap<>();
    private String first = "";

    private TypedParameters(int count) {
        numbers = new HashMap<>(count * 2);
    }

    /** Copies them; the array may be freed then. */
    public static TypedParameters read(Pointer array, int count) {
        TypedParameters parameters = new TypedParameters(count);
        byte[] bytes = count == 0 ? new byte[0] : array.getByteArray(0, count * BYTES);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        for (int at = 0; at < bytes.length; at += BYTES) {
            String name = name(bytes, at);
            parameters.first = at == 0 ? name : parameters.first;
            parameters.add(name, buffer.getInt(at + TYPE), buffer, at + VALUE);
        }
        return parameters;
    }

    private static String name(byte[] bytes, int from) {
        int to = from;
        while (to < from + NAME_BYTES && bytes[to] != 0) {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void add(String name, int type, ByteBuffer buffer, int at) {
        switch (type) {
            case INT -> numbers.put(name, (long) buffer.getInt(at));
            case UNSIGNED_INT -> numbers.put(name, Integer.toUnsignedLong(buffer.getInt(at)));
            case LONG, UNSIGNED_LONG -> numbers.put(name, buffer.getLong(at));
            case BOOLEAN -> numbers.put(name, (long) buffer.get(at));
            case STRING -> texts.put(name, new Pointer(buffer.getLong(at)).getString(0, "UTF-8"));
            default -> {
                // a real number, of which there is none that we want
            }
        }
    }

    /** None. */
    public static TypedParameters none() {
        return new TypedParameters(0);
    }

    /** The name of the first; empty: there is none. */
    public String firstName() {
        return first;
    }

    /** A number that cannot be negative; what libvirt sets to -1 is not known to it. */
    public @Nullable Long count(String name) {
        Long value = numbers.get(name);
        return value == null || value < 0 ? null : value;
    }

    int number(String name, int otherwise) {
        return Math.toIntExact(numbers.getOrDefault(name, (long) otherwise));
    }

    @Nullable
    Duration nanoseconds(String name) {
        Long value = count(name);
        return value == null ? null : Duration.ofNanos(value);
    }

    @Nullable
    ByteSize kibibytes(String name) {
        Long value = count(name);
        return value == null ? null : ByteSize.ofKibibytes(value);
    }

    @Nullable
    ByteSize bytes(String name) {
        Long value = count(name);
        return value == null ? null : new ByteSize(value);
    }

    /** Characters. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }
}
