package org.telvirt.facility.journal;

/**
 * What has become of an intent.
 *
 * @param message what is so now, as a clause with a small beginning
 */
record Finding(Verdict verdict, String message) {
    /** How far it came. */
    enum Verdict {
        /** It is as it was intended. */
        DONE,
        /** It is not, as far as can be seen now; the engine may still be at it. */
        NOT_DONE,
        /** Nobody can tell; more time brings nothing. */
        UNKNOWN
    }

    static Finding done(String message) {
        return new Finding(Verdict.DONE, message);
    }

    static Finding notDone(String message) {
        return new Finding(Verdict.NOT_DONE, message);
    }

    static Finding unknown(String message) {
        return new Finding(Verdict.UNKNOWN, message);
    }
}
