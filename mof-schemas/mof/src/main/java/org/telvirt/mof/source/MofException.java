package org.telvirt.mof.source;

import org.jspecify.annotations.Nullable;

/** MOF text is not well formed, breaks a rule of CIM, or cannot be read. */
public final class MofException extends Exception {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final transient @Nullable MofLocation location;

    /** A problem at a place; the message shows the line and a caret. */
    public MofException(MofLocation location, String problem) {
        super(location + ": " + problem + '\n' + location.excerpt());
        this.problem = problem;
        this.location = location;
    }

    /** A problem with a text as a whole. */
    public MofException(String file, String problem, @Nullable Throwable cause) {
        super(file + ": " + problem, cause);
        this.problem = problem;
        this.location = null;
    }

    /** The place, what is wrong, the line and a caret; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? problem : message;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** Where it is wrong; null: not at one place. */
    public @Nullable MofLocation location() {
        return location;
    }
}
