package org.telvirt.traceability.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The DMTF documents whose clauses can be claimed.
 *
 * @param titles document number to title, in the order of the table
 */
public record Standards(Map<String, String> titles) {
    public Standards {
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    }

    /** Reads the table that is part of this module. */
    public static Standards load() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String line : TableFile.lines("standards.txt")) {
            List<String> cells = TableFile.cells(line, 2);
            titles.put(cells.get(0), cells.get(1));
        }
        return new Standards(titles);
    }
}
