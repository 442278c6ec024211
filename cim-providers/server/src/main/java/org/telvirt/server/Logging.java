package org.telvirt.server;

/**
 * Sets up the log: one line an event, on the standard error stream. SLF4J's own small provider does it, because Logback
 * alone would take a tenth of the second that a start may take, and the server needs nothing that only Logback has.
 */
final class Logging {
    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private Logging() {}

    /**
     * To be called before anything logs.
     *
     * @param level of SLF4J, in lower case
     */
    static void begin(String level) {
        System.setProperty(PREFIX + "defaultLogLevel", level);
        // what Jetty says of every byte would drown what the server says of every request
        System.setProperty(PREFIX + "log.org.eclipse.jetty", level.equals("debug") ? "info" : level);
        System.setProperty(PREFIX + "showDateTime", "true");
        System.setProperty(PREFIX + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        System.setProperty(PREFIX + "showThreadName", "false");
        System.setProperty(PREFIX + "showShortLogName", "true");
        System.setProperty(PREFIX + "levelInBrackets", "true");
    }
}
