package org.telvirt.cimom.audit;

import java.util.List;
import java.util.Locale;
import org.telvirt.cim.CimName;

/** Which classes and properties hide secrets, by their names. */
final class Secrets {
    private static final List<String> WORDS =
            List.of("password", "passphrase", "secret", "credential", "privatekey", "sharedkey", "token");

    private Secrets() {}

    static boolean hides(CimName name) {
        return hasWord(name.folded());
    }

    /** Whether a text is an embedded object that is not read yet and may have such a property. */
    static boolean hides(String text) {
        String start = text.stripLeading();
        boolean object = start.startsWith("<") || start.regionMatches(true, 0, "instance", 0, 8);
        return object && hasWord(text.toLowerCase(Locale.ROOT));
    }

    private static boolean hasWord(String folded) {
        for (String word : WORDS) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
