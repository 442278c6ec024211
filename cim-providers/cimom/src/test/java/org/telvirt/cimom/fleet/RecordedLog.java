package org.telvirt.cimom.fleet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that keeps what it is told. */
public final class RecordedLog extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    private final Level least;
    private final ArrayList<String> lines = new ArrayList<>();

    public RecordedLog(Level least) {
        this.least = least;
    }

    /** Each line begins with its level. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        lines.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    private boolean keeps(Level level) {
        return level.toInt() >= least.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
        return keeps(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return keeps(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return keeps(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return keeps(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return keeps(Level.ERROR);
    }
}
