package org.telvirt.mof.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;

/** Makes one name object for all uses of one spelling, without making a string for each use. */
public final class NameTable {
    private @Nullable CimName[] names = new @Nullable CimName[2048];
    private char[][] spellings = new char[2048][];
    private int size;

    /** The name spelled by these characters, which are an identifier. */
    CimName name(char[] text, int from, int to) {
        int slot = slot(text, from, to);
        CimName known = names[slot];
        if (known != null) {
            return known;
        }
        CimName name = CimName.of(new String(text, from, to - from));
        names[slot] = name;
        spellings[slot] = Arrays.copyOfRange(text, from, to);
        if (++size * 2 > names.length) {
            grow();
        }
        return name;
    }

    private int slot(char[] text, int from, int to) {
        int mask = names.length - 1;
        int slot = hash(text, from, to) & mask;
        while (names[slot] != null && !isSpelled(spellings[slot], text, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean isSpelled(char[] spelling, char[] text, int from, int to) {
        int i = spelling.length;
        if (i != to - from) {
            return false;
        }
        while (--i >= 0) {
            if (spelling[i] != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    // names differ most at their ends, and a start-up hashes thousands before anything is compiled
    private static int hash(char[] text, int from, int to) {
        int length = to - from;
        int hash = length * 31 + text[from];
        for (int i = Math.max(from, to - 8); i < to; i++) {
            hash = 31 * hash + text[i];
        }
        hash = 31 * hash + text[from + length / 2] + text[from + length / 4] * 7;
        return hash ^ (hash >>> 15);
    }

    private void grow() {
        @Nullable CimName[] oldNames = names;
        char[][] oldSpellings = spellings;
        names = new @Nullable CimName[oldNames.length * 2];
        spellings = new char[oldNames.length * 2][];
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != null) {
                int slot = slot(oldSpellings[i], 0, oldSpellings[i].length);
                names[slot] = oldNames[i];
                spellings[slot] = oldSpellings[i];
            }
        }
    }
}
