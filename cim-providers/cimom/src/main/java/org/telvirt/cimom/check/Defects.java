package org.telvirt.cimom.check;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;

/**
 * What becomes of a provider's mistake, such as a value of another type than declared. Tests throw an error in place of
 * an answer. Safe for use by many threads.
 */
@FunctionalInterface
public interface Defects {
    /** Reports the mistake and says what the caller of the operation is told. */
    CimException report(String mistake);

    /** Logs mistakes and answers FAILED without their text. */
    static Defects logged() {
        return loggedTo(LoggerFactory.getLogger(Defects.class));
    }

    /** Logs mistakes to this logger and answers FAILED without their text. */
    static Defects loggedTo(Logger log) {
        return mistake -> {
            log.error("A provider made a mistake: {}", mistake);
            return CimException.failed("The server made a mistake while answering; its log says which");
        };
    }
}
