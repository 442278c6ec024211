package org.telvirt.cimxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a message in one to four places. */
final class Mutation {
    private static final List<String> WORDS = List.of(
            "<",
            ">",
            "/>",
            "</",
            "\"",
            "'",
            "&",
            "&lt;",
            "&#0;",
            "&#xD800;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?x?>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            "<VALUE>",
            "</VALUE>",
            "<VALUE.NULL/>",
            "<VALUE.ARRAY>",
            "<INSTANCE CLASSNAME=\"a\">",
            "<CLASS NAME=\"a\">",
            "<INSTANCENAME CLASSNAME=\"a\">",
            "<QUALIFIER>",
            "<IPARAMVALUE NAME=\"a\">",
            "<PARAMVALUE NAME=\"a\" PARAMTYPE=\"uint8\">",
            "TYPE=\"datetime\"",
            "EmbeddedObject=\"instance\"",
            "18446744073709551616",
            "-1",
            "0x",
            "NaN",
            "*",
            "\0",
            "\u00e9",
            "\ud83d\ude00",
            " ",
            "\r\n");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] source) {
        byte[] bytes = source;
        for (int change = random.nextInt(4); change >= 0; change--) {
            bytes = damage(bytes);
        }
        return bytes;
    }

    private byte[] damage(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, random.nextInt(random.nextInt(10) == 0 ? 400 : 12));
        return switch (random.nextInt(6)) {
            case 0 -> splice(bytes, at, length, new byte[0]);
            case 1 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 2 -> splice(bytes, at, 0, word());
            case 3 -> splice(bytes, at, length, word());
            case 4 -> Arrays.copyOf(bytes, random.nextInt(20) == 0 ? at : bytes.length);
            default -> flipped(bytes);
        };
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] changed = new byte[bytes.length - removed + inserted.length];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(inserted, 0, changed, at, inserted.length);
        System.arraycopy(bytes, at + removed, changed, at + inserted.length, bytes.length - at - removed);
        return changed;
    }
}
